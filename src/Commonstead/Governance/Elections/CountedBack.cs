using Commonstead.Platform.Data;

namespace Commonstead.Governance;

/// <summary>
/// That a seat of an election was filled after its declaration by counting its papers again: who took it in whose
/// place, under which bylaws, and the count.
/// </summary>
public sealed class CountedBack : Record<CountedBackId>
{
    /// <summary>The election.</summary>
    public ElectionId Election { get; init; }

    /// <summary>Who took the seat.</summary>
    public NominationId Seated { get; init; }

    /// <summary>Who was elected to it before; null for a seat that nobody was elected to.</summary>
    public NominationId? InPlaceOf { get; init; }

    /// <summary>The day on which the seat fell vacant; its bylaws say how it is filled.</summary>
    public DateOnly VacantOn { get; init; }

    /// <summary>The version of the bylaws of that day; null for what is usual.</summary>
    public BylawsId? Bylaws { get; init; }

    /// <summary>The day on which the papers were counted again.</summary>
    public DateOnly On { get; init; }

    /// <summary>The first day in the seat.</summary>
    public DateOnly From { get; init; }

    /// <summary>The count, as ballots report it: those who were passed over stand in it as withdrawn.</summary>
    [Personal("is the published count of an election", Kept = "as long as the trust's record")]
    public required string Count { get; init; }
}
