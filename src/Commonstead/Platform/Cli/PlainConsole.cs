using Spectre.Console;

namespace Commonstead.Platform.Cli;

/// <summary>Prints text with colours to a terminal, and without them to anything else.</summary>
internal static class PlainConsole
{
    private const int PlainWidth = 160;

    /// <summary>A console over a writer.</summary>
    public static IAnsiConsole To(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal) console.Profile.Width = PlainWidth;
        return console;
    }
}
