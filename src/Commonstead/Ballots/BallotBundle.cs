using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Commonstead.Core;
using Commonstead.Platform.Trusts;

namespace Commonstead.Ballots;

/// <summary>
/// A ballot as it is published: what was asked, every paper with its receipt, how many stood on the roll and took part,
/// the count stage by stage, and the trust's signature over all of it. Anyone can count it again.
/// </summary>
public sealed record BallotBundle
{
    /// <summary>The form of the file.</summary>
    public const string CurrentFormat = "commonstead ballot 1";

    private static readonly JsonSerializerOptions _compact = new(CountReport.Json) { WriteIndented = false };

    /// <summary>Says which form this is.</summary>
    public required string Format { get; init; }

    /// <summary>The trust's name.</summary>
    public required string Trust { get; init; }

    /// <summary>The ballot's id.</summary>
    public required string Ballot { get; init; }

    /// <summary>What was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The classes that voted; empty for all members.</summary>
    public required string Classes { get; init; }

    /// <summary>When the roll was frozen.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>From when no paper was taken any more.</summary>
    public required DateTime ClosedAt { get; init; }

    /// <summary>Entries on the roll.</summary>
    public required int RollSize { get; init; }

    /// <summary>Entries that took part.</summary>
    public required int Participants { get; init; }

    /// <summary>Envelopes that did not open.</summary>
    public required int Unreadable { get; init; }

    /// <summary>Every paper, in the order of the receipts.</summary>
    public required IReadOnlyList<PublishedPaper> Papers { get; init; }

    /// <summary>Papers that came on paper and were not counted, by number; absent when there are none.</summary>
    public IReadOnlyList<PublishedSetAside>? SetAside { get; init; }

    /// <summary>The counts before the declaration, the first above; absent when it was counted once.</summary>
    public IReadOnlyList<PublishedRecount>? Counts { get; init; }

    /// <summary>The count.</summary>
    public required CountReport Result { get; init; }

    /// <summary>The trust's public key in PEM form.</summary>
    public required string PublicKey { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over the file without this text, in base64.</summary>
    public string Signature { get; init; } = "";

    /// <summary>The bundle with the trust's signature.</summary>
    internal BallotBundle Signed(SigningKey key)
    {
        var unsigned = this with { PublicKey = key.PublicPem, Signature = "" };
        return unsigned with { Signature = key.Sign(unsigned.SignedBytes()) };
    }

    /// <summary>The bundle as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CountReport.Json);

    /// <summary>Reads a bundle.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static BallotBundle Read(string json) =>
        JsonSerializer.Deserialize<BallotBundle>(json, CountReport.Json) ?? throw new JsonException("Not a bundle.");

    /// <summary>Counts the papers again and compares everything that is stated.</summary>
    /// <param name="count">The count, when the papers can be counted.</param>
    /// <returns>Everything that does not agree; empty for a sound bundle.</returns>
    public IReadOnlyList<string> Check(out CountTranscript? count)
    {
        count = null;
        var faults = new List<string>();
        if (Format != CurrentFormat) return [$"The form “{Format}” is not known; “{CurrentFormat}” is."];
        faults.AddRange(WrongPapers());
        var cast = Papers.Count + Unreadable + (SetAside?.Count(p => p.Fate == PublishedSetAside.Spoilt) ?? 0);
        if (cast > Participants)
            faults.Add(Number($"There are {cast} papers, but only {Participants} took part."));
        if (Participants > RollSize)
            faults.Add(Number($"{Participants} took part, but only {RollSize} stood on the roll."));
        if (faults.Count == 0) faults.AddRange(Recounted(out count));
        faults.AddRange((Counts ?? []).Where(c => c.PapersHash != PapersHash()).Select(c => Number(
            $"The count of {c.At:yyyy-MM-dd HH:mm} UTC had other papers than those that are published.")));
        if (!SigningKey.Verify(PublicKey, (this with { Signature = "" }).SignedBytes(), Signature))
            faults.Add("The signature does not fit: this is not what the trust signed.");
        return faults;
    }

    private byte[] SignedBytes() => JsonSerializer.SerializeToUtf8Bytes(this, _compact);

    private IEnumerable<string> WrongPapers()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paper in Papers)
        {
            if (!seen.Add(paper.Receipt)) yield return $"Receipt {paper.Receipt} stands twice.";
            if (paper.Hash != PublishedPaper.HashOf(Ballot, paper.Receipt, paper.Marks))
                yield return $"The paper with receipt {paper.Receipt} was altered.";
            else if (!Fits(paper.Marks))
                yield return $"The paper with receipt {paper.Receipt} marks what is no choice.";
        }
    }

    // As BallotCount takes it: the marks as they are stored, which for choices begin with 0.
    private string PapersHash()
    {
        var less = Result.Rule.Name == new ScoreVote().Code ? 0 : 1;
        return BallotCount.HashOf(string.Concat(Papers.Select(
            p => $"{p.Receipt}:{string.Join(' ', p.Marks.Select(m => Number($"{m - less}")))}\n")));
    }

    private bool Fits(IReadOnlyList<int> marks) => Result.Rule.Name == new ScoreVote().Code
        ? marks.Count <= Result.Candidates.Count && marks.All(m => m is >= 0 and <= ushort.MaxValue)
        : marks.All(m => m >= 1 && m <= Result.Candidates.Count) && marks.Distinct().Count() == marks.Count;

    private List<string> Recounted(out CountTranscript? count)
    {
        count = null;
        if (CountingRule.Find(Result.Rule.Name, Result.Rule.Options, out var unknown) is not { } rule)
            return [$"The rule is not known: {unknown}."];
        var isScore = rule is ScoreVote;
        var papers = new PaperSet.Builder();
        foreach (var paper in Papers) papers.Add([.. paper.Marks.Select(m => (ushort)(isScore ? m : m - 1))]);
        var contest = new Contest(
            Result.Title,
            Result.Seats,
            [.. Result.Candidates.Select(c => new Candidate(c.Name, c.Withdrawn ?? false))],
            papers.Build());
        var lot = Result.Lot switch
        {
            { Seed: { } seed } => Lot.FromSeed(seed, contest.Candidates.Count),
            { Order: { } order } when order.Order().SequenceEqual(Enumerable.Range(1, contest.Candidates.Count)) =>
                Lot.Drawn([.. order.Select(n => n - 1)]),
            _ => null,
        };
        if (!rule.Count(contest, lot).Has(out count, out var refusal))
            return [$"The papers give no result: {refusal}."];
        var again = CountReport.Of(count);
        if (again.ToJson() == Result.ToJson()) return [];
        var differs = again.Stages.Zip(Result.Stages)
            .FirstOrDefault(s => JsonSerializer.Serialize(s.First) != JsonSerializer.Serialize(s.Second)).First;
        return
        [
            differs is null ? "The papers give another result than the one stated."
                : Number($"The papers give another result than the one stated, from stage {differs.Number}."),
        ];
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A paper of a bundle that was not counted.</summary>
/// <param name="Number">The number written on it.</param>
/// <param name="Fate">spoilt or rejected.</param>
/// <param name="Reason">Why.</param>
public sealed record PublishedSetAside(string Number, string Fate, string Reason)
{
    /// <summary>What a spoilt paper is called.</summary>
    public const string Spoilt = "spoilt";

    /// <summary>What a rejected one is called.</summary>
    public const string Rejected = "rejected";
}

/// <summary>
/// A count before the result was declared. Who asked for it is not the public's; that it was held is, and what it came
/// to.
/// </summary>
/// <param name="At">When.</param>
/// <param name="OnRequest">True when somebody asked for it; false for the first.</param>
/// <param name="Papers">How many papers were counted.</param>
/// <param name="PapersHash">SHA-256 of the papers with their receipts, in hexadecimal.</param>
/// <param name="ResultHash">SHA-256 of every stage, in hexadecimal.</param>
public sealed record PublishedRecount(
    DateTime At, bool OnRequest, int Papers, string PapersHash, string ResultHash)
{
    /// <summary>True when both counts had the same papers and came to the same, stage by stage.</summary>
    public bool IsAs(PublishedRecount other) => PapersHash == other.PapersHash && ResultHash == other.ResultHash;
}

/// <summary>A paper of a bundle.</summary>
/// <param name="Receipt">What its voter was shown.</param>
/// <param name="Marks">Candidates by number in order of preference, marked candidates, or points by candidate.</param>
/// <param name="Hash">The first 32 digits of the SHA-256 of ballot, receipt and marks.</param>
public sealed record PublishedPaper(string Receipt, IReadOnlyList<int> Marks, string Hash)
{
    private const int Digits = 32;

    /// <summary>A paper with its hash.</summary>
    public static PublishedPaper Of(string ballot, string receipt, IReadOnlyList<int> marks) =>
        new(receipt, marks, HashOf(ballot, receipt, marks));

    /// <summary>The hash of a paper.</summary>
    public static string HashOf(string ballot, string receipt, IReadOnlyList<int> marks) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{ballot}:{receipt}:{string.Join(' ', marks.Select(m => m.ToString(CultureInfo.InvariantCulture)))}")))
            [..Digits];
}
