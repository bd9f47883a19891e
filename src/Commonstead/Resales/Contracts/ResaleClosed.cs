using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;

namespace Commonstead.Resales;

/// <summary>A resale has closed: the home belongs to new owners, and their lease follows.</summary>
/// <param name="Resale">The resale.</param>
/// <param name="Lease">The seller's lease.</param>
/// <param name="Buyers">The new owners.</param>
/// <param name="Price">What they paid.</param>
/// <param name="ClosedOn">The day it changed hands.</param>
/// <param name="NewLease">The id of the buyer's lease when a new one is issued; null when the seller's is
/// assigned.</param>
/// <param name="NewLeaseNumber">The number of the new lease.</param>
public sealed record ResaleClosed(
    ResaleId Resale, LeaseId Lease, IReadOnlyList<PersonId> Buyers, Money Price, DateOnly ClosedOn,
    LeaseId? NewLease, string? NewLeaseNumber);

/// <summary>A closing was voided: it never took effect, and what followed from it is put back.</summary>
/// <param name="Resale">The resale.</param>
/// <param name="Lease">The seller's lease.</param>
/// <param name="NewLease">The lease that was issued by the voided closing, or null.</param>
/// <param name="VoidedOn">The day it was voided.</param>
public sealed record ClosingVoided(ResaleId Resale, LeaseId Lease, LeaseId? NewLease, DateOnly VoidedOn);

/// <summary>Names a resale.</summary>
public readonly record struct ResaleId(Guid Value) : IRecordId<ResaleId>
{
    /// <inheritdoc/>
    public static ResaleId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ResaleId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
