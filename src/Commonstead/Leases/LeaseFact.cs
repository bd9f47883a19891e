using Commonstead.Platform.Data;
using Commonstead.Resales;

namespace Commonstead.Leases;

/// <summary>
/// A fact that a lease's rule needs, by the rule's own name: when it holds from, and when the trust learned it. It is
/// never edited; a later fact supersedes it and says so.
/// </summary>
public sealed class LeaseFact : Record<LeaseFactId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The rule's name for it, such as <c>purchase_price</c>.</summary>
    [NotPersonal]
    public string Name { get; init; } = "";

    /// <summary>As the rule language reads it; null when the trust does not know it.</summary>
    [Personal("works out for how much the home may be sold", Kept = "for as long as the lease, and 12 years after")]
    public string? Text { get; init; }

    /// <summary>Where it stands: the lease's article, the closing statement, the appraisal.</summary>
    [Personal("shows where a fact of the lease comes from", Kept = "for as long as the lease, and 12 years after")]
    public string Source { get; init; } = "";

    /// <summary>The day it holds from.</summary>
    public DateOnly HoldsFrom { get; init; }

    /// <summary>When the trust learned it.</summary>
    public DateTime LearnedAt { get; init; }

    /// <summary>The resale it was learned from, or null.</summary>
    public ResaleId? LearnedFrom { get; init; }

    /// <summary>The fact that took its place, or null while it stands.</summary>
    public LeaseFactId? SupersededBy { get; set; }

    /// <summary>When it was superseded, or withdrawn because it never became true.</summary>
    public DateTime? SupersededAt { get; set; }

    /// <summary>True when this is what the trust knew at an instant.</summary>
    public bool IsKnownAt(DateTime instant) =>
        LearnedAt <= instant && (SupersededAt is null || instant < SupersededAt);

    /// <summary>Lets a later fact take this one's place.</summary>
    internal void GiveWayTo(LeaseFact later, DateTime at) => (SupersededBy, SupersededAt) = (later.Id, at);

    /// <summary>Withdraws it: what it was learned from never took effect.</summary>
    internal void Withdraw(DateTime at) => SupersededAt = at;
}
