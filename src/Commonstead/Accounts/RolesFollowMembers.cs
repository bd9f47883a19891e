using Commonstead.Members;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Accounts;

/// <summary>
/// Ends a member's role with her last membership. She still reads what she did that day; from the next one her account
/// shows her nothing of the trust's, and is closed when it had no other role.
/// </summary>
internal sealed class RolesFollowMembers(TrustDb db, Acting acting, IMembers members) : IHandles<MembershipEnded>
{
    public async Task<IReadOnlyList<Refusal>> Handle(MembershipEnded happened)
    {
        var others = (await members.VotesOf(happened.Person, acting.Today)).Where(v => v.Id != happened.Member);
        if (others.Any()) return [];
        var accounts = await db.Set<Account>().Include(a => a.Roles)
            .Where(a => a.Person == happened.Person && a.ClosedOn == null).ToListAsync();
        foreach (var account in accounts) End(account);
        return [];
    }

    private void End(Account account)
    {
        var today = acting.Today;
        var held = account.Roles.Where(r => r.Until is null || r.Until > today).ToList();
        foreach (var role in held.Where(r => r.Role is Role.Member)) role.Until = today;
        if (held.Count > 0 && held.TrueForAll(r => r.Role is Role.Member)) account.ClosedOn = today.AddDays(1);
    }
}
