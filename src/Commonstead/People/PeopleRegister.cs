using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>Reads the register of people, as far as an actor may see it.</summary>
public sealed class PeopleRegister(TrustDb db, Acting acting, TextSearch search) : IPeople
{
    private const int MostFound = 500;
    private const int FewNames = 20;

    /// <summary>The persons the actor may see, with entries merged into others: all, or themselves.</summary>
    internal IQueryable<Person> VisibleTo(Actor actor)
    {
        var persons = db.Set<Person>().AsNoTracking();
        if (actor.May(PeoplePermission.See)) return persons;
        PersonId? own = actor.May(PeoplePermission.SeeOwn) && actor.Person is { } id ? new PersonId(id) : null;
        return persons.Where(p => p.Id == own);
    }

    /// <summary>The persons the actor may see, each once.</summary>
    internal IQueryable<Person> Persons => VisibleTo(acting.Actor).Where(p => p.MergedInto == null);

    /// <summary>One person with the ways to reach them, or null; a merged entry is answered as it stands.</summary>
    internal Task<Person?> Person(PersonId id) =>
        VisibleTo(acting.Actor).Include(p => p.Contacts).FirstOrDefaultAsync(p => p.Id == id);

    /// <summary>The households the actor may see.</summary>
    internal IQueryable<Household> Households => Seen(db.Set<Household>());

    /// <summary>One household with its members, or null.</summary>
    internal Task<Household?> Household(HouseholdId id) =>
        Households.Include(h => h.Members).FirstOrDefaultAsync(h => h.Id == id);

    /// <summary>The organisations the actor may see.</summary>
    internal IQueryable<Organisation> Organisations => Seen(db.Set<Organisation>());

    /// <summary>One organisation with its contact persons, or null.</summary>
    internal Task<Organisation?> Organisation(OrganisationId id) =>
        Organisations.Include(o => o.Contacts).FirstOrDefaultAsync(o => o.Id == id);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<PersonId, string>> Names(IReadOnlyCollection<PersonId> ids)
    {
        var named = await (
            from person in db.Set<Person>().AsNoTracking()
            where ids.Contains(person.Id)
            join kept in db.Set<Person>() on person.MergedInto equals (PersonId?)kept.Id into merged
            from other in merged.DefaultIfEmpty()
            select new
            {
                person.Id,
                Given = other == null ? person.GivenName : other.GivenName,
                Family = other == null ? person.FamilyName : other.FamilyName,
            }).ToListAsync();
        return named.ToDictionary(n => n.Id, n => People.Person.NameOf(n.Given, n.Family));
    }

    /// <inheritdoc/>
    public Task<bool> Exists(PersonId id) => db.Set<Person>().AnyAsync(p => p.Id == id && p.MergedInto == null);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<PersonId, PersonId>> Kept(IReadOnlyCollection<PersonId> ids) =>
        await db.Set<Person>().Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.MergedInto ?? p.Id);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonMatch>> Find(string words, int most)
    {
        var folded = SearchText.Of(words);
        var persons = Persons.Where(p => p.ErasedOn == null);
        persons = PersonId.TryParse(words, null, out var id)
            ? persons.Where(p => p.Id == id)
            : (await search.In(persons, words.Replace(",", " ", StringComparison.Ordinal))).Rows;
        var found = await Matches(persons.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(MostFound));
        return
        [
            .. found.OrderByDescending(p => SearchText.Of(p.Name) == folded).Take(Math.Clamp(most, 1, MostFound)),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PersonMatch>>> Named(
        IReadOnlyCollection<string> asked)
    {
        var named = new Dictionary<string, IReadOnlyList<PersonMatch>>(StringComparer.Ordinal);
        if (asked.Count <= FewNames)
        {
            foreach (var one in asked.Where(a => a.Length > 0).Distinct(StringComparer.Ordinal))
                named[one] = Exactly(one, await Find(one, MostFound));
            return named;
        }

        // One pass through the register costs less than a search of it for every name of a file.
        var all = await Matches(Persons.Where(p => p.ErasedOn == null).OrderBy(p => p.SortName).ThenBy(p => p.Id));
        var byId = all.ToDictionary(p => p.Id);
        var byName = all.ToLookup(p => SearchText.Of(p.Name), StringComparer.Ordinal);
        foreach (var one in asked.Where(a => a.Length > 0).Distinct(StringComparer.Ordinal))
        {
            named[one] = PersonId.TryParse(one, null, out var id)
                ? byId.TryGetValue(id, out var person) ? [person] : []
                : [.. byName[SearchText.Of(one)]];
        }

        return named;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<PersonId, PersonEntry>> Entries(IReadOnlyCollection<PersonId> ids)
    {
        var entries = new Dictionary<PersonId, PersonEntry>();
        await foreach (var person in ids.InRounds(some => db.Set<Person>().AsNoTracking()
            .Where(p => some.Contains(p.Id)).Include(p => p.Contacts)))
            entries[person.Id] = Entry(person);
        return entries;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonEntry>> All() =>
    [
        .. (await db.Set<Person>().AsNoTracking().Include(p => p.Contacts)
            .Where(p => p.MergedInto == null && p.ErasedOn == null).ToListAsync()).Select(Entry),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonEntry>> WithEmail(string email)
    {
        var kept = db.Set<Person>().Where(p => p.MergedInto == null && p.ErasedOn == null);
        var found = await (await search.In(kept, email)).Rows.Select(p => p.Id).Take(MostFound).ToListAsync();
        return
        [
            .. (await Entries(found)).Values
                .Where(e => string.Equals(e.Email, email, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    private static PersonEntry Entry(Person person) => new(
        person.Id, person.Name, person.SortName, person.BornOn, Reach(person, ContactKind.Email),
        Reach(person, ContactKind.Post));

    private static string? Reach(Person person, ContactKind kind) => person.Contacts
        .Where(c => c.Kind == kind && c.IsOpen).OrderByDescending(c => c.IsPreferred).FirstOrDefault()?.Value;

    private static IReadOnlyList<PersonMatch> Exactly(string asked, IReadOnlyList<PersonMatch> found)
    {
        if (PersonId.TryParse(asked, null, out var id)) return [.. found.Where(m => m.Id == id)];
        var folded = SearchText.Of(asked);
        return [.. found.Where(m => SearchText.Of(m.Name) == folded)];
    }

    private static async Task<List<PersonMatch>> Matches(IQueryable<Person> persons)
    {
        var found = await persons
            .Select(p => new
            {
                p.Id,
                p.GivenName,
                p.FamilyName,
                Known = p.Contacts.Where(c => c.EndedOn == null && c.Kind != ContactKind.Post)
                    .OrderByDescending(c => c.IsPreferred).Select(c => c.Value).FirstOrDefault(),
            })
            .ToListAsync();
        return found.ConvertAll(p =>
            new PersonMatch(p.Id, People.Person.NameOf(p.GivenName, p.FamilyName), p.Known ?? ""));
    }

    private IQueryable<T> Seen<T>(IQueryable<T> rows)
        where T : class =>
        acting.Actor.May(PeoplePermission.See) ? rows.AsNoTracking() : rows.AsNoTracking().Where(_ => false);
}
