using System.Globalization;
using Spectre.Console;

namespace Commonstead.Platform.Cli;

/// <summary>Shows how far long work is: a bar on a terminal, plain lines anywhere else.</summary>
public sealed class CommandProgress
{
    private readonly ProgressTask? _bar;
    private (string Did, int Tenth) _last = ("", -1);

    private CommandProgress(ProgressTask? bar) => _bar = bar;

    /// <summary>
    /// Runs the work and shows its progress, on standard error so that standard output stays the answer.
    /// </summary>
    public static async Task<T> Show<T>(string title, Func<CommandProgress, Task<T>> work)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected) return await work(new CommandProgress(null));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().StartAsync(bars => work(new CommandProgress(bars.AddTask(title))));
    }

    /// <summary>Says what is being done.</summary>
    public void Say(string text)
    {
        if (_bar is null) Console.Error.WriteLine(text);
        else _bar.Description = Markup.Escape(text);
    }

    /// <summary>Says how much of a file is read and checked; nothing is written yet.</summary>
    public void Checked(int done, int all) => Report("Checking", "Checked", done, all);

    /// <summary>Says how much is written.</summary>
    public void Written(int done, int all) => Report("Writing", "Written", done, all);

    /// <summary>Says how much is drawn.</summary>
    public void Drawn(int done, int all) => Report("Drawing", "Drawn", done, all);

    private void Report(string doing, string did, int done, int all)
    {
        if (_bar is not null)
        {
            (_bar.Description, _bar.MaxValue, _bar.Value) = (doing, all, done);
            return;
        }

        var tenth = all == 0 ? 10 : (int)(done * 10L / all);
        if ((did, tenth) == _last) return;
        _last = (did, tenth);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{did} {done:N0} of {all:N0}"));
    }
}
