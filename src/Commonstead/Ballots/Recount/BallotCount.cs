using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Ballots;

/// <summary>
/// One count of a ballot's papers before its result is declared: the first, or one that was asked for.
/// </summary>
public sealed class BallotCount : Record<BallotCountId>
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; init; }

    /// <summary>When it was counted.</summary>
    public DateTime At { get; init; }

    /// <summary>Who asked for it; empty for the first count.</summary>
    [Personal("says who asked for a recount", Kept = "as long as the trust's record")]
    public string AskedBy { get; init; } = "";

    /// <summary>Why; empty for the first count.</summary>
    [Personal("says why a recount was asked for", Kept = "as long as the trust's record")]
    public string Because { get; init; } = "";

    /// <summary>How many papers were counted.</summary>
    public int Papers { get; init; }

    /// <summary>SHA-256 of the papers with their receipts, in hexadecimal.</summary>
    [NotPersonal]
    public required string PapersHash { get; init; }

    /// <summary>SHA-256 of every stage, in hexadecimal; of who is tied where a lot is needed.</summary>
    [NotPersonal]
    public required string ResultHash { get; init; }

    /// <summary>The numbers of those elected, or of those between whom a lot decides, with commas between.</summary>
    [NotPersonal]
    public required string Chosen { get; init; }

    /// <summary>True when a lot has to decide between those chosen.</summary>
    public bool NeedsLot { get; init; }

    /// <summary>The choices by their numbers.</summary>
    internal IEnumerable<int> Numbers => Chosen.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(n => int.Parse(n, CultureInfo.InvariantCulture));

    /// <summary>True when both counts had the same papers and came to the same, stage by stage.</summary>
    internal bool IsAs(BallotCount other) => PapersHash == other.PapersHash && ResultHash == other.ResultHash;

    /// <summary>Counts papers, in the order of their receipts.</summary>
    internal static BallotCount Of(
        Ballot ballot, IReadOnlyList<CountedPaper> papers, DateTime at, string askedBy = "", string because = "")
    {
        var answer = ballot.Count(papers, null);
        var isCounted = answer.Has(out var count, out _);
        var chosen = string.Join(',', (isCounted ? count!.Elected : answer.Tied).Select(c => c + 1));
        return new BallotCount
        {
            Ballot = ballot.Id,
            At = at,
            AskedBy = askedBy,
            Because = because,
            Papers = papers.Count,
            PapersHash = HashOf(string.Concat(papers.Select(p => $"{p.Receipt}:{p.Marks}\n"))),
            ResultHash = HashOf(isCounted ? CountReport.Of(count!).ToJson() : $"{answer.Refusal} {chosen}"),
            Chosen = chosen,
            NeedsLot = answer.Refusal is CountRefusal.LotNeeded,
        };
    }

    /// <summary>SHA-256 of a text, in hexadecimal.</summary>
    internal static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
