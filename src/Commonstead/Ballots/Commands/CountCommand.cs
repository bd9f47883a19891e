using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Ballots;

/// <summary>
/// <c>commonstead count</c>: counts a file of ballot papers stage by stage, or a published ballot again.
/// </summary>
public static class CountCommand
{
    private const long MostBytes = 1024 * 1024 * 1024;

    private static readonly Argument<string> _file = new("FILE")
    {
        Description = "Ballot papers in the BLT form, or the bundle of a ballot that a trust published.",
    };

    private static readonly Option<string?> _rule = new("--rule")
    {
        Description = $"How to count a BLT file: {string.Join(", ", Codes)}. Papers of "
            + $"{string.Join(" and ", BundleOnly)} are counted from a ballot's bundle, which names its own rule.",
    };

    private static readonly Option<string[]> _option = new("--option")
    {
        Description = "A choice that the rule leaves open, as name=value; may be repeated.",
    };

    private static readonly Option<string?> _seed = new("--seed")
    {
        Description = "What a lot is drawn from, such as dice thrown before witnesses.",
    };

    private static readonly Option<string?> _lot = new("--lot")
    {
        Description = "A lot drawn by hand: every candidate's number, the preferred one first, with commas between.",
    };

    private static readonly Option<int?> _seats = new("--seats")
    {
        Description = "Seats to fill, when not as many as the file says.",
    };

    private static readonly Option<bool> _json = new("--json") { Description = "Print the report as JSON." };

    private static IEnumerable<string> Codes => CountingRule.All.Where(r => !IsBundleOnly(r)).Select(r => r.Code);

    private static IEnumerable<string> BundleOnly => CountingRule.All.Where(IsBundleOnly).Select(r => r.Code);

    // A BLT file holds an order of candidates: neither points nor how many stood on the roll.
    private static bool IsBundleOnly(CountingRule rule) => rule is ScoreVote or YesNoVote;

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var command = new Command("count", "Count ballot papers, with every stage.")
        {
            _file, _rule, _option, _seats, _seed, _lot, _json,
        };
        command.SetAction(Count);
        return command;
    }

    private static int Count(ParseResult parsed)
    {
        var bytes = Bytes(parsed.GetRequiredValue(_file));
        return bytes.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
            ? CountAgain(parsed, bytes) : CountPapers(parsed, bytes);
    }

    private static int CountPapers(ParseResult parsed, byte[] bytes)
    {
        var rule = Rule(parsed);
        var file = Papers(parsed.GetRequiredValue(_file), bytes);
        var contest = parsed.GetValue(_seats) is { } seats ? file.Contest with { Seats = seats } : file.Contest;
        var answer = rule.Count(contest, Lot(parsed, contest) ?? file.Lot);
        if (!answer.Has(out var count, out var refusal))
            throw new CommandRefusedException(CountText.Refused(contest, answer, refusal.Value), ExitCode.Refused);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json)) output.WriteLine(CountReport.Of(count).ToJson());
        else new CountText(output).Write(count, file.Notes);
        return ExitCode.Done;
    }

    // A bundle brings its rule, seats and lot; what it states is held against what its papers give.
    private static int CountAgain(ParseResult parsed, byte[] bytes)
    {
        if (parsed.GetValue(_rule) is not null || parsed.GetValue(_option) is { Length: > 0 }
            || parsed.GetValue(_seats) is not null || parsed.GetValue(_seed) is not null
            || parsed.GetValue(_lot) is not null)
        {
            throw new CommandRefusedException(
                "A bundle brings its own rule, seats and lot; name nothing beside it but --json.", ExitCode.BadInput);
        }

        BallotBundle bundle;
        try
        {
            bundle = BallotBundle.Read(System.Text.Encoding.UTF8.GetString(bytes));
        }
        catch (JsonException e)
        {
            throw new CommandRefusedException(
                $"{parsed.GetRequiredValue(_file)} is not the bundle of a ballot: line {e.LineNumber + 1}, {e.Path}.",
                ExitCode.BadInput);
        }

        var faults = bundle.Check(out var count);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json) && count is not null) output.WriteLine(CountReport.Of(count).ToJson());
        else new CountText(output).Write(bundle, count, faults);
        if (parsed.GetValue(_json)) foreach (var fault in faults) parsed.InvocationConfiguration.Error.WriteLine(fault);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Broken;
    }

    private static CountingRule Rule(ParseResult parsed)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in parsed.GetValue(_option) ?? [])
        {
            if (option.Split('=', 2) is not [var name, var value] || !options.TryAdd(name, value))
            {
                throw new CommandRefusedException(
                    $"--option: “{option}” is no choice, or was made before; write name=value.", ExitCode.BadInput);
            }
        }

        var code = parsed.GetValue(_rule);
        if (code is not null && BundleOnly.Contains(code))
        {
            throw new CommandRefusedException(
                $"--rule: a BLT file does not hold what {code} counts. Such papers are counted from the bundle that a "
                + "ballot publishes: commonstead count bundle.json, without --rule.", ExitCode.BadInput);
        }

        if (code is null || !Codes.Contains(code))
        {
            throw new CommandRefusedException(
                $"--rule: say how to count: {string.Join(", ", Codes)}.", ExitCode.BadInput);
        }

        return CountingRule.Find(code, options, out var unknown) ?? throw new CommandRefusedException(
            $"--option: {code} has no choice {unknown}. It has "
            + $"{string.Join(", ", CountingRule.Find(code)!.Options.Select(o => $"{o.Key}={o.Value}"))}.",
            ExitCode.BadInput);
    }

    private static byte[] Bytes(string path)
    {
        CommandFile.MustBeThere(path);
        if (new FileInfo(path).Length > MostBytes)
            throw new CommandRefusedException($"{path} is larger than 1 GB.", ExitCode.BadInput);
        return File.ReadAllBytes(path);
    }

    private static BltFile Papers(string path, byte[] bytes)
    {
        try
        {
            return BltReader.Read(bytes);
        }
        catch (BltException wrong)
        {
            throw new CommandRefusedException($"{path}:{wrong.Message}", ExitCode.BadInput);
        }
    }

    private static Lot? Lot(ParseResult parsed, Contest contest)
    {
        var (seed, drawn) = (parsed.GetValue(_seed), parsed.GetValue(_lot));
        if (seed is not null && drawn is not null)
            throw new CommandRefusedException("--seed and --lot: name one of them.", ExitCode.BadInput);
        if (seed is not null) return Core.Lot.FromSeed(seed, contest.Candidates.Count);
        if (drawn is null) return null;
        var order = drawn.Split(',').Select(number => int.TryParse(
            number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place - 1 : -1).ToList();
        return order.Order().SequenceEqual(Enumerable.Range(0, contest.Candidates.Count))
            ? Core.Lot.Drawn(order)
            : throw new CommandRefusedException(
                $"--lot: name each candidate from 1 to {contest.Candidates.Count} once.", ExitCode.BadInput);
    }
}
