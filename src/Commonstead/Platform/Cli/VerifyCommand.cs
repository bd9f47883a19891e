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
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var work = await CommandWork.Look(parsed);
            var report = await Verification.Run(
                work.Trust, parsed.GetValue(head), work.Get<IEnumerable<IRecordCheck>>(), cancellation);
            var output = parsed.InvocationConfiguration.Output;
            output.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(report, JsonSerializerOptions.Web)
                : string.Join(Environment.NewLine, Lines(report, await BreakWords.Tell(
                    work.Trust, report, work.Get<IEnumerable<RecordKind>>()))));
            return report.IsSound ? ExitCode.Done : ExitCode.Broken;
        });
        return command;
    }

    private static IEnumerable<string> Lines(VerificationReport report, IReadOnlyList<ToldBreak> broken)
    {
        foreach (var place in broken)
        {
            yield return $"BROKEN  {place.What.InEnglish()}";
            if (place.Page is not null) yield return $"        Its page: {place.Page}";
            yield return $"        {place.ToDo.InEnglish()}";
            if (place.What.InEnglish() != place.Line) yield return $"        ({place.Line})";
        }

        if (report.MoreBreaks > 0) yield return $"BROKEN  and {report.MoreBreaks} more places.";
        yield return $"{Counted.Of(report.Seals, "seal")} over {report.Entries} entries; "
            + $"{report.Records} records and {report.Rows} rows of bulk work agree with their attestation.";
        foreach (var kind in report.Checked) yield return $"{kind.Sound} {kind.What}.";
        yield return report.UnsealedSince is not { } since ? "Every entry is sealed."
            : $"{report.Unsealed} entries are not yet sealed, the oldest of {since:u}.";
        if (report.Head is not null) yield return $"Head {report.Head} of {report.HeadAt:u}";
        if (report.HeadFoundAt is { } seal) yield return $"The head you gave is seal {seal}.";
        yield return $"Not attested row by row: {string.Join(", ", report.NotAttested).Replace('_', ' ')}.";
        yield return report.IsSound ? "The record is sound."
            : report.IsComplete ? Broken(report.Breaks.Count + report.MoreBreaks)
            : "The walk was stopped before its end.";
    }

    private static string Broken(long places) => places == 1 ? "1 place is broken." : $"{places} places are broken.";
}
