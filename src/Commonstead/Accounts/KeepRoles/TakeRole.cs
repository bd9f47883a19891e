using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>A role to take away.</summary>
public sealed class TakeRoleInput
{
    /// <summary>The grant that ends.</summary>
    public RoleGrantId Grant { get; set; }
}

/// <summary>Why a role is not taken away.</summary>
public enum TakeRoleRefusal
{
    /// <summary>What has ended stays ended.</summary>
    [Says("This role has ended already.", Kind = RefusalKind.Conflict)]
    EndedAlready,

    /// <summary>Without a steward nobody could open accounts or give roles.</summary>
    [Says("This is the trust's last steward. Make somebody else a steward without an end date first.")]
    LastSteward,
}

/// <summary>Takes a role away at once; what was done with it stays.</summary>
[Needs(AccountPermission.Manage)]
[Does("Role taken away")]
public sealed class TakeRole(TrustDb db, Acting acting, Stewards stewards) : IOperation<TakeRoleInput, RoleGrantId>
{
    /// <inheritdoc/>
    public async Task<Outcome<RoleGrantId>> Run(TakeRoleInput input)
    {
        var grant = await db.Set<RoleGrant>().FirstOrDefaultAsync(g => g.Id == input.Grant);
        if (grant is null) return CommonRefusal.NotFound;
        if (grant.Until < acting.Today) return TakeRoleRefusal.EndedAlready;
        if (grant.Role == Role.Steward && !await stewards.RemainWithout(grant: grant.Id))
            return TakeRoleRefusal.LastSteward;
        grant.Until = acting.Today.AddDays(-1);
        return grant.Id;
    }
}
