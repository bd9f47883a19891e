using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>That the term of a lease was renewed, from which last day to which.</summary>
[NotPersonal]
public sealed class Renewal : Record<RenewalId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The day notice of renewal was given.</summary>
    public DateOnly NoticeOn { get; init; }

    /// <summary>The last day of the term before.</summary>
    public DateOnly OldEndsOn { get; init; }

    /// <summary>The last day of the term now.</summary>
    public DateOnly NewEndsOn { get; init; }
}
