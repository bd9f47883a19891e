using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>Reads applications, for those who decide on them or keep the register.</summary>
public sealed class ApplicationRegister(TrustDb db, Acting acting)
{
    /// <summary>The applications the actor may see: those with a confirmed address, or none.</summary>
    internal IQueryable<MembershipApplication> Applications =>
        acting.Actor.May(MembersPermission.Decide) || acting.Actor.May(MembersPermission.Keep)
            ? db.Set<MembershipApplication>().AsNoTracking()
            : db.Set<MembershipApplication>().AsNoTracking().Where(_ => false);

    /// <summary>One application, or null.</summary>
    internal Task<MembershipApplication?> Application(MembershipApplicationId id) =>
        Applications.FirstOrDefaultAsync(a => a.Id == id);

    /// <summary>The applications that await a decision, the oldest first.</summary>
    internal Task<List<MembershipApplication>> Waiting(int most) => Applications
        .Where(a => a.State == ApplicationState.Waiting).OrderBy(a => a.AskedAt).Take(most).ToListAsync();

    /// <summary>True while the link with a token opens something; whoever has it may know.</summary>
    internal async Task<bool> IsOpen(string token)
    {
        var hash = JoinToken.HashOf(token);
        var found = await db.Set<MembershipApplication>().AsNoTracking().FirstOrDefaultAsync(a => a.TokenHash == hash);
        return found?.CanBeConfirmed(acting.Now) == true;
    }
}
