using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>What is due, and since when, for those who look after dues.</summary>
public sealed class DuesBook(TrustDb db, Acting acting, MemberRegister register)
{
    /// <summary>Open memberships whose dues are not settled today, for those who may see them.</summary>
    internal IQueryable<Member> Unsettled => acting.Actor.May(MembersPermission.SeeDues)
        ? Due(acting.Today) : db.Set<Member>().AsNoTracking().Where(_ => false);

    /// <summary>How a member's dues were settled, the latest first.</summary>
    internal Task<List<DuesPayment>> Of(MemberId member) => db.Set<DuesPayment>().AsNoTracking()
        .Where(d => d.Member == member).OrderByDescending(d => d.On).ThenByDescending(d => d.Id).ToListAsync();

    /// <summary>
    /// The day since which the terms ask for dues without a break, as of a day; null when they ask for none. Nobody
    /// owes for the time before.
    /// </summary>
    internal async Task<DateOnly?> AskedSince(DateOnly day)
    {
        DateOnly? since = null;
        foreach (var terms in (await register.AllTerms()).Where(t => t.From <= day))
        {
            if (terms.Dues is null) break;
            since = terms.From;
        }

        return since;
    }

    /// <summary>
    /// Those whose membership may lapse: their dues are unsettled for longer than the terms of today allow. Empty where
    /// membership never lapses; who is a member by a lease stays one with it.
    /// </summary>
    internal async Task<IQueryable<Member>> MayLapse()
    {
        var terms = await register.TermsOn(acting.Today);
        if (terms.LapseAfterMonths is not { } months || await AskedSince(acting.Today) is not { } asked)
            return db.Set<Member>().Where(_ => false);
        var before = acting.Today.AddMonths(-months);
        return asked > before ? db.Set<Member>().Where(_ => false)
            : db.Set<Member>().Where(m => m.EndReason == null && m.SettledThrough < before
                && m.Origin != MemberOrigin.Lease);
    }

    private IQueryable<Member> Due(DateOnly day) => db.Set<Member>().AsNoTracking()
        .Where(m => m.EndReason == null && m.SettledThrough < day);
}
