using Commonstead.Core;
using Commonstead.Leases;

namespace Commonstead.Pricing;

/// <summary>What other capabilities may ask about prices.</summary>
public interface IPrices
{
    /// <summary>A determination the actor may see, or null.</summary>
    Task<DeterminationSummary?> Determination(DeterminationId id);

    /// <summary>A lease's determinations the actor may see, the latest first.</summary>
    Task<IReadOnlyList<DeterminationSummary>> OfLease(LeaseId lease);

    /// <summary>Determinations that wait for a second person.</summary>
    Task<IReadOnlyList<DeterminationSummary>> Waiting();

    /// <summary>
    /// Which of these leases have a determination that waits for a second person, with the day the latest of them was
    /// computed for. It says nothing of the price.
    /// </summary>
    Task<IReadOnlyDictionary<LeaseId, DateOnly>> WaitingFor(IReadOnlyCollection<LeaseId> leases);
}

/// <summary>How a determination stands.</summary>
public enum DeterminationState
{
    /// <summary>Made; a second person has not decided.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Waiting for approval")] Made,

    /// <summary>Approved, and valid until its date.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Approved")] Approved,

    /// <summary>The second person sent it back.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Sent back")] SentBack,

    /// <summary>It never held, or holds no longer; the reason stands with it.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Voided")] Voided,
}

/// <summary>A determination as others need to name it.</summary>
public sealed record DeterminationSummary
{
    /// <summary>Its id.</summary>
    public required DeterminationId Id { get; init; }

    /// <summary>The lease it is for.</summary>
    public required LeaseId Lease { get; init; }

    /// <summary>The most the home may be sold for.</summary>
    public required Money MaximumPrice { get; init; }

    /// <summary>The day it was computed for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The account that made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>How it stands.</summary>
    public required DeterminationState State { get; init; }

    /// <summary>The account that decided last, or null.</summary>
    public required string? DecidedBy { get; init; }

    /// <summary>The last day an approved one holds, or null.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>The day a later price of the same lease was approved, or null.</summary>
    public DateOnly? SupersededOn { get; init; }

    /// <summary>The day the home was sold under it, or null.</summary>
    public DateOnly? SoldOn { get; init; }

    /// <summary>True when a home may be sold under it on a day.</summary>
    public bool HoldsOn(DateOnly day) => State == DeterminationState.Approved && ValidUntil >= day && SoldOn is null
        && (SupersededOn is not { } later || later > day);
}
