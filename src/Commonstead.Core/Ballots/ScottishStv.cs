namespace Commonstead.Core;

/// <summary>
/// The single transferable vote of Scottish council elections: weighted inclusive Gregory transfers to five decimals,
/// never rounded up, one surplus or exclusion a stage.
/// </summary>
public sealed record ScottishStv : CountingRule
{
    /// <inheritdoc/>
    public override string Code => "scottish";

    /// <inheritdoc/>
    public override string Source =>
        "Scottish Local Government Elections Order 2011 (SSI 2011/399), schedule 1, as amended by SSI 2021/437";

    /// <inheritdoc/>
    public override int Decimals => 5;

    /// <summary>
    /// True when the last exclusion's papers are moved before the remaining candidates are deemed elected, as the
    /// official reports of 2022 do.
    /// </summary>
    public bool CompletesLastExclusion { get; init; } = true;

    /// <summary>How ties are decided that an earlier stage resolves in part.</summary>
    public PartialTies PartialTies { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["complete_last_exclusion"] = CompletesLastExclusion ? "on" : "off",
        ["partial_ties"] = PartialTies.ToCode(),
    };

    private protected override CountingRule? With(string option, string value) => (option, value) switch
    {
        ("complete_last_exclusion", "on" or "off") => this with { CompletesLastExclusion = value == "on" },
        ("partial_ties", _) when PartialTiesNames.Find(value) is { } partial => this with { PartialTies = partial },
        _ => null,
    };

    private protected override CountTranscript Run(Contest contest, Lot? lot) =>
        new PreferenceCount(contest, new PreferenceTerms(CompletesLastExclusion, PartialTies, false), lot)
            .Run(this, lot);
}

/// <summary>
/// Instant run-off for one seat: the candidate with the fewest votes is excluded until one has more than half of the
/// votes still held.
/// </summary>
public sealed record InstantRunoff : CountingRule
{
    /// <inheritdoc/>
    public override string Code => "irv";

    /// <inheritdoc/>
    public override string Source =>
        "Robert's Rules of Order Newly Revised (12th edition) 45:62-69, preferential voting, the lowest excluded first";

    /// <inheritdoc/>
    public override int Decimals => 0;

    /// <summary>How ties are decided that an earlier stage resolves in part.</summary>
    public PartialTies PartialTies { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Options => new Dictionary<string, string>
    {
        ["partial_ties"] = PartialTies.ToCode(),
    };

    private protected override CountingRule? With(string option, string value) =>
        option == "partial_ties" && PartialTiesNames.Find(value) is { } partial
            ? this with { PartialTies = partial } : null;

    private protected override CountRefusal? Refuses(Contest contest) =>
        contest.Seats > 1 ? CountRefusal.OneSeatOnly : null;

    private protected override CountTranscript Run(Contest contest, Lot? lot) =>
        new PreferenceCount(contest, new PreferenceTerms(true, PartialTies, true), lot).Run(this, lot);
}
