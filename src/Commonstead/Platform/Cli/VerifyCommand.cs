using System.CommandLine;
using System.Text.Json;
using Commonstead.Platform.Audit;

namespace Commonstead.Platform.Cli;

/// <summary>
/// <c>commonstead verify</c>: walks the seals and every attested row and says where they do not agree.
/// </summary>
public static class VerifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var head = new Option<string?>("--head")
        {
            Description = "A head hash known from outside, as a certificate prints it.",
        };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("verify", "Check the trust's record against its audit seals.")
        {
            TrustOptions.Data, TrustOptions.Database, head, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            await using var trust = await TrustOptions.Open(parsed);
            var report = await Verification.Run(trust, parsed.GetValue(head));
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
            else Print(report);
            return report.IsSound ? ExitCode.Done : ExitCode.Broken;
        });
        return command;
    }

    private static void Print(VerificationReport report)
    {
        foreach (var line in report.Breaks) Console.WriteLine($"BROKEN  {line}");
        Console.WriteLine($"{report.Seals} seals over {report.Entries} entries; "
            + $"{report.Records} records and {report.Rows} rows of bulk work agree with their attestation.");
        Console.WriteLine(report.Unsealed == 0 ? "Every entry is sealed."
            : $"{report.Unsealed} entries are not yet sealed.");
        if (report.Head is not null) Console.WriteLine($"Head {report.Head}");
        if (report.HeadFoundAt is { } seal) Console.WriteLine($"The head you gave is seal {seal}.");
        Console.WriteLine($"Not attested row by row: {string.Join(", ", report.NotAttested)}.");
        Console.WriteLine(report.IsSound ? "The record is sound." : $"{report.Breaks.Count} places are broken.");
    }
}
