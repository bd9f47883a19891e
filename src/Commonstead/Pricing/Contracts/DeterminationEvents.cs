using Commonstead.Core;
using Commonstead.Leases;

namespace Commonstead.Pricing;

/// <summary>A second person approved a price.</summary>
/// <param name="Determination">The determination.</param>
/// <param name="Lease">The lease it is for.</param>
/// <param name="MaximumPrice">The price.</param>
public sealed record DeterminationApproved(DeterminationId Determination, LeaseId Lease, Money MaximumPrice);

/// <summary>An approved price was voided.</summary>
/// <param name="Determination">The determination.</param>
/// <param name="Lease">The lease it is for.</param>
public sealed record DeterminationVoided(DeterminationId Determination, LeaseId Lease);
