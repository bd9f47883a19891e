using System.CommandLine;
using System.CommandLine.Parsing;
using Npgsql;

namespace Commonstead.Platform.Cli;

/// <summary>The options that say which trust a command works on.</summary>
public static class TrustOptions
{
    /// <summary>The data folder.</summary>
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The trust's data folder.",
        Required = true,
    };

    /// <summary>A PostgreSQL connection string.</summary>
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "A PostgreSQL connection string such as \"Host=localhost;Database=trust\"; "
            + "without it the record is a SQLite file in the data folder.",
        Validators = { MustBeReadable },
    };

    /// <summary>The folder as it was named, when it is or can become one.</summary>
    /// <exception cref="CommandRefusedException">A file stands in its way.</exception>
    public static string Folder(string named)
    {
        var full = Path.GetFullPath(named);
        for (var path = full; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
                throw new CommandRefusedException($"{path} is a file; a data folder is needed.", ExitCode.BadInput);
        }

        return full;
    }

    private static void MustBeReadable(OptionResult result)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(result.GetValueOrDefault<string?>());
        }
        catch (ArgumentException e)
        {
            result.AddError($"--database: {e.Message}");
        }
    }
}
