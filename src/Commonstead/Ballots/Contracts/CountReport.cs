using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Commonstead.Core;

namespace Commonstead.Ballots;

/// <summary>
/// A count as it is published and printed: votes as text with the rule's decimals, candidates by their number on the
/// ballot paper, from 1.
/// </summary>
public sealed record CountReport
{
    /// <summary>
    /// How reports and bundles are written: names with underscores, letters of every language as they are.
    /// </summary>
    internal static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The election's title.</summary>
    public required string Title { get; init; }

    /// <summary>The rule that was followed.</summary>
    public required CountedBy Rule { get; init; }

    /// <summary>Seats to fill.</summary>
    public required int Seats { get; init; }

    /// <summary>Who stood.</summary>
    public required IReadOnlyList<ReportedCandidate> Candidates { get; init; }

    /// <summary>Papers with a mark that counts.</summary>
    public required long ValidPapers { get; init; }

    /// <summary>Papers without one.</summary>
    public required long InvalidPapers { get; init; }

    /// <summary>The votes that elect at the first stage; absent where the most votes do.</summary>
    public string? Quota { get; init; }

    /// <summary>The stages in their order.</summary>
    public required IReadOnlyList<ReportedStage> Stages { get; init; }

    /// <summary>Who is elected, in order.</summary>
    public required IReadOnlyList<int> Elected { get; init; }

    /// <summary>The lot that decides what the rule leaves to it.</summary>
    public ReportedLot? Lot { get; init; }

    /// <summary>The report of a count.</summary>
    public static CountReport Of(CountTranscript count)
    {
        var format = "F" + count.Rule.Decimals;
        return new CountReport
        {
            Title = count.Contest.Title,
            Rule = new CountedBy(count.Rule.Code, count.Rule.Source, count.Rule.Options),
            Seats = count.Contest.Seats,
            Candidates =
            [
                .. count.Contest.Candidates.Select(
                    (c, i) => new ReportedCandidate(i + 1, c.Name, c.HasWithdrawn ? true : null)),
            ],
            ValidPapers = count.ValidPapers,
            InvalidPapers = count.InvalidPapers,
            Quota = count.Stages[0].Quota is { } quota ? Votes(quota) : null,
            Stages = [.. count.Stages.Select(Stage)],
            Elected = Numbers(count.Elected),
            Lot = count.Lot is { } lot ? new ReportedLot(lot.Seed, Numbers(lot.Order)) : null,
        };

        string Votes(decimal votes) => votes.ToString(format, System.Globalization.CultureInfo.InvariantCulture);

        ReportedStage Stage(CountStage stage) => new()
        {
            Number = stage.Number,
            Action = stage.Kind switch
            {
                StageKind.FirstPreferences => "first_preferences",
                StageKind.Surplus => "surplus",
                StageKind.Exclusion => "exclusion",
                StageKind.Convergence => "convergence",
                _ => throw new InvalidOperationException($"There is no stage {stage.Kind}."),
            },
            SurplusOf = stage.Kind is StageKind.Surplus ? stage.Of + 1 : null,
            Excluded = stage.Kind is StageKind.Exclusion ? stage.Of + 1 : null,
            Quota = stage.Quota is { } quota ? Votes(quota) : null,
            Votes = [.. stage.Votes.Select(Votes)],
            NonTransferable = Votes(stage.NonTransferable),
            KeepValues = stage.Keeps?.Select(Votes).ToList(),
            Elected = Numbers(stage.Elected),
            WithoutQuota = stage.ByLastVacancies.Count > 0 ? Numbers(stage.ByLastVacancies) : null,
            Ties = stage.Ties.Count == 0 ? null
                : [.. stage.Ties.Select(t => new ReportedTie(
                    t.Over.ToString().ToLowerInvariant(), Numbers(t.Tied), t.Chosen + 1, t.EarlierStage))],
        };
    }

    /// <summary>Reads a report that <see cref="ToJson"/> wrote.</summary>
    public static CountReport Read(string json) => JsonSerializer.Deserialize<CountReport>(json, Json)!;

    /// <summary>The report as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static List<int> Numbers(IEnumerable<int> candidates) => [.. candidates.Select(c => c + 1)];
}

/// <summary>The rule of a report.</summary>
/// <param name="Name">As <c>--rule</c> takes it.</param>
/// <param name="Source">Where it is laid down.</param>
/// <param name="Options">What was chosen where it leaves a choice.</param>
public sealed record CountedBy(string Name, string Source, IReadOnlyDictionary<string, string> Options);

/// <summary>A candidate of a report.</summary>
/// <param name="Number">On the ballot paper.</param>
/// <param name="Name">As it stands there.</param>
/// <param name="Withdrawn">True when papers pass the candidate over; absent otherwise.</param>
public sealed record ReportedCandidate(int Number, string Name, bool? Withdrawn = null);

/// <summary>A stage of a report; votes are in the order of the candidates.</summary>
public sealed record ReportedStage
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was done: first_preferences, surplus, exclusion or convergence.</summary>
    public required string Action { get; init; }

    /// <summary>Whose surplus was moved.</summary>
    public int? SurplusOf { get; init; }

    /// <summary>Who was excluded.</summary>
    public int? Excluded { get; init; }

    /// <summary>The votes that elect.</summary>
    public string? Quota { get; init; }

    /// <summary>Votes held after the stage.</summary>
    public required IReadOnlyList<string> Votes { get; init; }

    /// <summary>Votes that nobody holds.</summary>
    public required string NonTransferable { get; init; }

    /// <summary>The share of each vote that each candidate keeps (Meek).</summary>
    public IReadOnlyList<string>? KeepValues { get; init; }

    /// <summary>Elected at the end of the stage.</summary>
    public required IReadOnlyList<int> Elected { get; init; }

    /// <summary>Those of them who did not reach the quota.</summary>
    public IReadOnlyList<int>? WithoutQuota { get; init; }

    /// <summary>Ties decided at this stage.</summary>
    public IReadOnlyList<ReportedTie>? Ties { get; init; }
}

/// <summary>A tie of a report.</summary>
/// <param name="Over">surplus, exclusion or seat.</param>
/// <param name="Tied">Who had equal votes.</param>
/// <param name="Chosen">Whose surplus was moved, who was excluded or elected.</param>
/// <param name="EarlierStage">The stage at which they differed; absent when the lot decided.</param>
public sealed record ReportedTie(string Over, IReadOnlyList<int> Tied, int Chosen, int? EarlierStage);

/// <summary>The lot of a report.</summary>
/// <param name="Seed">What the order was made from; absent when it was drawn by hand.</param>
/// <param name="Order">Every candidate, the preferred one first.</param>
public sealed record ReportedLot(string? Seed, IReadOnlyList<int> Order);
