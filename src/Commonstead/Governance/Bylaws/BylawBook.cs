using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>The bylaws of any day, whoever asks: what a vote needs is the same for everybody.</summary>
public sealed class BylawBook(TrustDb db, Acting acting, IMembers members)
{
    /// <summary>The table in force on a day: the trust's own, or while it has entered none what is usual.</summary>
    public async Task<BylawTable> On(DateOnly day) => (await VersionOn(day))?.Rules ?? Usual;

    /// <summary>The version in force on a day; null while the trust has entered none.</summary>
    internal Task<Bylaws?> VersionOn(DateOnly day) => db.Set<Bylaws>().AsNoTracking()
        .Where(b => b.State == BylawsState.InForce && b.From <= day).OrderByDescending(b => b.From)
        .FirstOrDefaultAsync();

    /// <summary>Every version, the latest first.</summary>
    internal Task<List<Bylaws>> Versions() =>
        db.Set<Bylaws>().AsNoTracking().OrderByDescending(b => b.BegunAt).ToListAsync();

    /// <summary>One version, or null.</summary>
    internal Task<Bylaws?> Version(BylawsId id) =>
        db.Set<Bylaws>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == id);

    /// <summary>What holds while nothing was entered.</summary>
    public BylawTable Usual => acting.Profile.Country == Country.GreatBritain
        ? UsualBylaws.GreatBritain : UsualBylaws.UnitedStates;

    /// <summary>The classes that have members today, and so can decide.</summary>
    internal async Task<IReadOnlyList<MemberClass>> VotingClasses() =>
        [.. (await members.ClassesOn(acting.Today)).Where(c => c.HasMembers)];
}
