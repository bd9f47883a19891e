using System.CommandLine;
using Commonstead.Platform.Trusts;

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
    };

    /// <summary>Opens the trust the command names.</summary>
    public static Task<OpenTrust> Open(ParseResult command) =>
        OpenTrust.Open(new TrustLocation(command.GetRequiredValue(Data).FullName, command.GetValue(Database)),
            TimeProvider.System);
}
