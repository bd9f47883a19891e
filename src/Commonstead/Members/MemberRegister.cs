using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>Reads the register of members, as far as an actor may see it.</summary>
public sealed class MemberRegister(TrustDb db, Acting acting) : IMembers
{
    /// <summary>The entries the actor may see: all, her own, or none.</summary>
    internal IQueryable<Member> VisibleTo(Actor actor)
    {
        var members = db.Set<Member>().AsNoTracking();
        if (actor.May(MembersPermission.See)) return members;
        PersonId? own = actor.May(MembersPermission.Own) && actor.Person is { } id ? new PersonId(id) : null;
        return own is null ? members.Where(_ => false)
            : members.Where(m => m.Person == own || m.Representative == own);
    }

    /// <summary>The entries the actor may see.</summary>
    internal IQueryable<Member> Members => VisibleTo(acting.Actor);

    /// <summary>One entry, or null.</summary>
    internal Task<Member?> Member(MemberId id) => Members.FirstOrDefaultAsync(m => m.Id == id);

    /// <summary>How an entry stood before, the earliest first.</summary>
    internal Task<List<MemberSpell>> Spells(MemberId id) => db.Set<MemberSpell>().AsNoTracking()
        .Where(s => s.Member == id).OrderBy(s => s.From).ToListAsync();

    /// <summary>The terms that hold on a day: those the trust has set, or what is usual in its country.</summary>
    internal async Task<MembershipTerms> TermsOn(DateOnly day) =>
        await db.Set<MembershipTerms>().AsNoTracking().Include(t => t.Classes.OrderBy(c => c.Place))
            .Where(t => t.From <= day).OrderByDescending(t => t.From).FirstOrDefaultAsync()
        ?? MembershipTerms.Usual(acting.Profile.Country, acting.Profile.Currency);

    /// <summary>The actor's own entries, and those of organisations she votes for.</summary>
    internal IQueryable<Member> Own
    {
        get
        {
            PersonId? own = acting.Actor.Person is { } id ? new PersonId(id) : null;
            return db.Set<Member>().AsNoTracking()
                .Where(m => own != null && (m.Person == own || m.Representative == own));
        }
    }

    /// <summary>The terms of any day, read once.</summary>
    internal async Task<TermsVersions> Versions() => new(
        await AllTerms(), MembershipTerms.Usual(acting.Profile.Country, acting.Profile.Currency));

    /// <summary>Every version of the terms, the latest first.</summary>
    internal Task<List<MembershipTerms>> AllTerms() => db.Set<MembershipTerms>().AsNoTracking()
        .Include(t => t.Classes.OrderBy(c => c.Place)).OrderByDescending(t => t.From).ToListAsync();

    /// <inheritdoc/>
    public Task<IReadOnlyList<MemberOnRoll>> RollOn(DateOnly day, IReadOnlyCollection<string>? classes = null) =>
        Roll(db.Set<Member>(), db.Set<MemberSpell>(), day, classes);

    /// <inheritdoc/>
    public async Task<MemberOnRoll?> MemberOf(PersonId person, DateOnly day) =>
        (await VotesOf(person, day)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MemberOnRoll>> VotesOf(PersonId person, DateOnly day)
    {
        var spells = db.Set<MemberSpell>();
        var members = db.Set<Member>().Where(m => m.Person == person || m.Representative == person
            || spells.Any(s => s.Member == m.Id && s.Representative == person && s.Until >= day));
        var votes = await Roll(members, spells.Where(s => members.Any(m => m.Id == s.Member)), day, null);
        var own = await db.Set<Member>().Where(m => m.Person == person).Select(m => m.Id).ToListAsync();
        return [.. votes.Where(v => v.Person == person).OrderByDescending(v => own.Contains(v.Id))];
    }

    /// <inheritdoc/>
    public async Task<ILookup<PersonId, string>> ClassesOf(IReadOnlyCollection<PersonId> persons, DateOnly day)
    {
        var maybe = persons.Select(p => (PersonId?)p).ToList();
        var spells = db.Set<MemberSpell>();
        var members = db.Set<Member>().Where(m => maybe.Contains(m.Person) || maybe.Contains(m.Representative)
            || spells.Any(s => s.Member == m.Id && maybe.Contains(s.Representative) && s.Until >= day));
        var votes = await Roll(members, spells.Where(s => members.Any(m => m.Id == s.Member)), day, null);
        return votes.Where(v => persons.Contains(v.Person)).ToLookup(v => v.Person, v => v.Class);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<MemberId, string>> Names(IReadOnlyCollection<MemberId> ids)
    {
        var names = new Dictionary<MemberId, string>();
        await foreach (var member in ids.InRounds(some => db.Set<Member>()
            .Where(m => some.Contains(m.Id)).Select(m => new { m.Id, m.Name })))
            names[member.Id] = member.Name;
        return names;
    }

    /// <inheritdoc/>
    public IQueryable<MemberName> AllNames => db.Set<Member>().AsNoTracking()
        .Select(m => new MemberName { Id = m.Id, Name = m.Name, SortName = m.SortName, Search = m.Search });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MemberClass>> ClassesOn(DateOnly day) =>
        [.. (await TermsOn(day)).Classes.Select(c => new MemberClass(c.Code, c.Name, c.Basis != ClassBasis.SeatsOnly))];

    /// <inheritdoc/>
    public async Task<bool> CanBeJoined() => (await TermsOn(acting.Today)).OpenClasses.Any();

    private static async Task<IReadOnlyList<MemberOnRoll>> Roll(
        IQueryable<Member> members, IQueryable<MemberSpell> spells, DateOnly day, IReadOnlyCollection<string>? classes)
    {
        var found = await members.Where(m => m.JoinedOn <= day && (m.EndedOn == null || m.EndedOn > day))
            .OrderBy(m => m.Number)
            .Select(m => new { m.Id, m.Number, m.Person, m.Representative, m.Name, m.Class, m.StandsSince })
            .ToListAsync();
        var before = await spells.Where(s => s.From <= day && s.Until >= day)
            .Select(s => new { s.Member, s.Class, s.Representative }).ToDictionaryAsync(s => s.Member);
        var roll = new List<MemberOnRoll>(found.Count);
        foreach (var m in found)
        {
            var (memberClass, representative) = m.StandsSince > day && before.TryGetValue(m.Id, out var then)
                ? (then.Class, then.Representative) : (m.Class, m.Representative);
            if ((m.Person ?? representative) is not { } voter) continue;
            if (classes is not null && !classes.Contains(memberClass)) continue;
            roll.Add(new MemberOnRoll(m.Id, m.Number, voter, m.Name, memberClass));
        }

        return roll;
    }
}

/// <summary>The terms of any day.</summary>
/// <param name="Latest">The versions on record, the latest first.</param>
/// <param name="Usual">What holds where there is none.</param>
internal sealed record TermsVersions(IReadOnlyList<MembershipTerms> Latest, MembershipTerms Usual)
{
    /// <summary>The terms of a day.</summary>
    public MembershipTerms On(DateOnly day) => Latest.FirstOrDefault(t => t.From <= day) ?? Usual;
}
