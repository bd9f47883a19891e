using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>Sees to it that the trust never loses its last steward, who alone gives roles.</summary>
public sealed class Stewards(TrustDb db, Acting acting)
{
    /// <summary>
    /// True when somebody with an open account is steward today and without an end, besides one account or one grant.
    /// </summary>
    internal Task<bool> RemainWithout(Guid? account = null, RoleGrantId? grant = null) => db.Set<Account>()
        .Where(a => a.Id != account && (a.ClosedOn == null || a.ClosedOn > acting.Today))
        .AnyAsync(a => a.Roles.Any(
            g => g.Role == Role.Steward && g.From <= acting.Today && g.Until == null && g.Id != grant));
}
