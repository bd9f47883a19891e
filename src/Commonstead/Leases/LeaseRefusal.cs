using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>The refusals that everything done under a lease shares.</summary>
public enum LeaseRefusal
{
    /// <summary>No such lease.</summary>
    [Says("There is no such lease.", Kind = RefusalKind.NotFound)]
    NoLease,

    /// <summary>Nothing more is done under a lease that ended or is void.</summary>
    [Says("Lease {0} is no longer in force. Correct it if that is wrong.", Kind = RefusalKind.Conflict)]
    LeaseNotInForce,
}

/// <summary>Finds the lease an operation works under.</summary>
internal static class OpenLease
{
    /// <summary>The lease, tracked, or why nothing can be done under it.</summary>
    public static async Task<Outcome<Lease>> Find(TrustDb db, LeaseId id)
    {
        if (await db.Set<Lease>().FirstOrDefaultAsync(l => l.Id == id) is not { } lease) return LeaseRefusal.NoLease;
        return lease.IsOpen ? lease : new Refusal(LeaseRefusal.LeaseNotInForce, lease.Number);
    }
}
