using Commonstead.Leases;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>
/// Says what hinders the present actor from approving a price, from what others know of the sale: a conflict of
/// interest, an appraisal in dispute. Whoever knows registers one; a price is approved only when none objects.
/// </summary>
public interface IPermitsApproval
{
    /// <summary>What hinders the present actor from approving a price of the lease now, or null.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="madeAt">When the price was made.</param>
    Task<Refusal?> Hinders(LeaseId lease, DateTime madeAt);

    /// <summary>
    /// What keeps the present actor from making, sending back or voiding a price of the lease, or null. Unless an
    /// implementation says otherwise nothing does: what only hinders an approval need not hinder the work before it.
    /// </summary>
    Task<Refusal?> Bars(LeaseId lease) => Task.FromResult<Refusal?>(null);
}
