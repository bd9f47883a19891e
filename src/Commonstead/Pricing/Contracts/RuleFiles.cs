using System.Text;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Pricing;

/// <summary>Finds and reads rule documents for the command line: by path, or a shipped one by its name.</summary>
public static class RuleFiles
{
    private const int MostBytes = 4 * RuleDocument.MaximumLength;

    /// <summary>The document a command names.</summary>
    /// <exception cref="CommandRefusedException">There is none, or it is not a rule.</exception>
    public static RuleDocument Open(string name)
    {
        var parse = Parse(Find(name), name);
        return parse.Document ?? throw new CommandRefusedException(string.Join('\n', parse.Errors), ExitCode.BadInput);
    }

    /// <summary>Reads and checks a file.</summary>
    public static RuleParse Parse(string path, string shownAs) => RuleDocument.Parse(Text(path), shownAs);

    /// <summary>The path of a document: as it is given, or of the shipped rule of that name.</summary>
    public static string Find(string name)
    {
        if (File.Exists(name)) return name;
        if (Directory.Exists(name))
            throw new CommandRefusedException($"{name} is a folder; name one rule document.", ExitCode.BadInput);
        var asked = name.Replace('\\', '/');
        if (!asked.EndsWith(".md", StringComparison.Ordinal)) asked += ".md";
        var found = RuleBook.Shipped().Where(path => IsNamed(path, asked)).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new CommandRefusedException(
                $"There is no rule document {name}, and no shipped rule of that name. "
                + $"Shipped are: {string.Join(", ", RuleBook.Shipped().Select(ShortName))}.", ExitCode.NotFound),
            _ => throw new CommandRefusedException(
                $"Several shipped rules are called {name}: {string.Join(", ", found.Select(ShortName))}. "
                + "Name one with its folder.", ExitCode.BadInput),
        };
    }

    /// <summary>A shipped rule's name: its folder and file name.</summary>
    public static string ShortName(string path) =>
        $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileNameWithoutExtension(path)}";

    private static bool IsNamed(string path, string asked) =>
        ("/" + path.Replace('\\', '/')).EndsWith("/" + asked.TrimStart('/'), StringComparison.Ordinal);

    private static string Text(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new CommandRefusedException($"{path} is longer than a rule document may be.", ExitCode.BadInput);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException e)
        {
            throw new CommandRefusedException(
                $"{path} is not UTF-8 text: byte {e.Index} belongs to no character.", ExitCode.BadInput);
        }
    }
}
