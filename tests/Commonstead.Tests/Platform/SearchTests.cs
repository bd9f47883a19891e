using System.Text;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform;

/// <summary>
/// The index of searched words finds what reading every record would find, whatever was typed and whatever happened to
/// the records since; it is made from them when it is missing, and what is erased leaves it.
/// </summary>
public sealed class SearchTests : IAsyncLifetime
{
    // What an index, a pattern or a quoted phrase could take for something else, and what is longer than it looks.
    private static readonly string[] _pieces =
    [
        "a", "b", "ab", "ba", "É", "ö", "e\u0301", "İ", "ß", " ", "  ", "'", "\"", "\"\"", "%", "_", "\\", "*", "^",
        "-", "+", ":", "(", ")", "[", "]", "{0}", "or", " AND ", "NEAR", "😀", "👩‍🌾", "東", "京", "ł", "1", "22",
        "@x.org", "\t", "\u0001",
    ];

    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task TheIndex_FindsWhatReadingEveryRecordFinds()
    {
        var random = new Random(20261122);
        await Keep([.. Enumerable.Range(0, 700).Select(_ => Text(random, 14))]);
        await FindsTheSame(random, 150);
        await using (var db = _host.Trust.NewDb())
        {
            var all = await db.Set<Household>().OrderBy(h => h.Id).Select(h => h.Id).ToListAsync();
            await Change(all.Where((_, n) => n % 5 == 0), _ => Text(random, 14));
            await Change(all.Where((_, n) => n % 7 == 0), _ => null);
            await Change(all.TakeLast(3), _ => null);
        }

        await Keep([.. Enumerable.Range(0, 90).Select(_ => Text(random, 14))]);
        await FindsTheSame(random, 150);
        if (_host.Trust.IsSqlite)
        {
            await using var hand = await ByHand.Open(_host.Trust);
            await hand.Do("vacuum");
        }

        await FindsTheSame(random, 50);
    }

    [Theory]
    [InlineData("common", 2_600, true)]
    [InlineData("rare", 13, false)]
    [InlineData("n 1", 1_111, false)]
    [InlineData("common 25", 111, false)]
    [InlineData("co", 2_600, false)]
    [InlineData("nobody", 0, false)]
    public async Task HoweverCommonAWord_EveryHitIsFound(string typed, int hits, bool isMore)
    {
        await Keep([.. Enumerable.Range(0, 2_600).Select(n => $"Common {n}{(n % 200 == 0 ? " Rare" : "")}")]);
        await Read(async (search, db) =>
        {
            var found = await search.In(db.Set<Household>(), typed);
            Assert.Equal(hits, await found.Rows.CountAsync());
            Assert.Equal(isMore, found.Some is not null);
            Assert.Equal(isMore, found.AreMany);
            if (found.Some is { } some) Assert.Equal(TextSearch.MostHits + 1, await some.CountAsync());
            var narrowed = await search.In(db.Set<Household>().Where(h => h.Name == "Common 7"), typed);
            Assert.Equal(hits is 2_600 ? 1 : 0, await narrowed.Rows.CountAsync());
            Assert.False(narrowed.AreMany);
        });
    }

    [Fact]
    public async Task ACommonWord_IsCountedAsFarAsIsPaged()
    {
        await Keep([.. Enumerable.Range(0, 2_600).Select(n => $"Common {n:0000}")]);
        using var steward = await _host.SignInAsSteward();
        var page = await steward.Open("/people/households?q=COMMON&page=100");
        Assert.Contains("more than 2,500", page.Text, StringComparison.Ordinal);
        Assert.Contains("Common 2499", page.Text, StringComparison.Ordinal);
        page = await steward.Open("/people/households?q=common+25");
        Assert.Contains("100 found", page.Text, StringComparison.Ordinal);
        Assert.Contains("Common 2500", page.Text, StringComparison.Ordinal);
        var csv = await steward.Http.GetStringAsync("/people/households?q=common&format=csv");
        Assert.Equal(2_601, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        csv = await steward.Http.GetStringAsync("/people/households?q=common+25&format=csv");
        Assert.Equal(101, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task HalfACharacter_AtTheEndOfALongSearch_IsLeftOut()
    {
        var name = new string('x', 98) + "😀😀";
        await Keep([name]);
        using var steward = await _host.SignInAsSteward();
        var page = await steward.Open("/people/households?q=" + Uri.EscapeDataString("x" + name));
        Assert.Contains("Nothing matches", page.Text, StringComparison.Ordinal);
        page = await steward.Open("/people/households?q=" + Uri.EscapeDataString(name[1..] + "😀😀"));
        Assert.Contains("1 found", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIndexThatIsGone_IsMadeFromTheRecords()
    {
        await Keep([.. Enumerable.Range(0, 600).Select(n => $"Alder {n}")]);
        await using (var hand = await ByHand.Open(_host.Trust))
        {
            foreach (var statement in _host.Trust.IsSqlite
                ? (string[])
                [
                    "drop trigger people_household_words_in", "drop table people_household_grams",
                    "drop table people_person_words",
                ]
                : ["drop extension pg_trgm cascade"]) await hand.Do(statement);
        }

        await using var db = _host.Trust.NewDb();
        Assert.Equal(_host.Trust.IsSqlite, await SearchIndex.Stands(db));
        if (!_host.Trust.IsSqlite) Assert.Equal(111, await Hits("alder 5"));
        await Keep(["Alder 599x"]);
        await SearchIndex.Ensure(db);
        await SearchIndex.Ensure(db);
        Assert.True(await SearchIndex.Stands(db));
        Assert.Equal(112, await Hits("alder 5"));
        await Keep(["Alder 599y"]);
        Assert.Equal(113, await Hits("alder 5"));
        await _host.AddPerson("Wren", "Alder");
        Assert.Equal("Wren Alder",
            (await _host.Read<IPeople, IReadOnlyList<PersonMatch>>(p => p.Find("alder", 9))).Single().Name);
    }

    [Fact]
    public async Task WhatIsErased_LeavesTheIndexToo()
    {
        if (!_host.Trust.IsSqlite) return;
        var id = await _host.AddPerson("Zqy", "Xwvjk", i => i.Email = "zqy@example.org");
        for (var n = 0; n < 256; n++) await _host.AddPerson("Ada", $"Alder{n}");
        await using var hand = await ByHand.Open(_host.Trust);
        await hand.Do("create virtual table temp.terms using fts5vocab(main, people_person_grams, row)");
        Assert.Equal(4L, await Count("term in ('zqy', 'y x', 'xwv', 'vjk')"));
        Assert.True((await _host.AsSteward<ErasePerson, ErasePersonInput, PersonId>(
            new() { Person = id, IsUnderstood = true })).IsDone);
        Assert.Equal(0L, await Count("term in ('zqy', 'y x', 'xwv', 'vjk')"));
        Assert.Equal(1L, await Count("term = 'ada' and doc >= 250"));
        Assert.Empty((await _host.Read<IPeople, IReadOnlyList<PersonMatch>>(p => p.Find("xwvjk", 9))));

        async Task<object> Count(string which) =>
            (await hand.First($"select count(*) from temp.terms where {which}"))![0];
    }

    [Fact]
    public async Task WhatIsNotSearched_IsNotTakenForIt()
    {
        await Read(async (search, db) => await Assert.ThrowsAsync<InvalidOperationException>(
            () => search.In(db.Set<HouseholdMember>(), "alder")));
    }

    private async Task FindsTheSame(Random random, int times)
    {
        await Read(async (search, db) =>
        {
            var kept = await db.Set<Household>().AsNoTracking().ToListAsync();
            for (var n = 0; n < times; n++)
            {
                var typed = n % 3 == 0 && kept[random.Next(kept.Count)].Name is { Length: > 5 } name
                    ? Part(random, name) : Text(random, 4);
                var words = SearchText.Of(typed);
                var found = await search.In(db.Set<Household>().AsNoTracking(), typed);
                Assert.Equal(
                    kept.Where(h => h.Search.Contains(words, StringComparison.Ordinal)).Select(h => h.Id.Value).Order(),
                    (await found.Rows.Select(h => h.Id).ToListAsync()).Select(h => h.Value).Order());
            }
        });
    }

    private static string Text(Random random, int most)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, most + 1); left > 0; left--) text.Append(_pieces[random.Next(_pieces.Length)]);
        return text.ToString();
    }

    // Whole characters: half of one cannot be typed.
    private static string Part(Random random, string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var from = random.Next(runes.Count);
        return string.Concat(runes.Skip(from).Take(random.Next(1, 9)));
    }

    private async Task<int> Hits(string typed)
    {
        var hits = 0;
        await Read(async (search, db) => hits = await (await search.In(db.Set<Household>(), typed)).Rows.CountAsync());
        return hits;
    }

    private async Task Read(Func<TextSearch, TrustDb, Task> look)
    {
        await using var scope = _host.Scope();
        scope.ServiceProvider.GetRequiredService<Acting>().Trust = _host.Trust;
        await look(scope.ServiceProvider.GetRequiredService<TextSearch>(),
            scope.ServiceProvider.GetRequiredService<TrustDb>());
    }

    private Task Keep(IReadOnlyList<string> names) => Write(new KeptTexts(
        names, new Dictionary<HouseholdId, string?>()));

    private Task Change(IEnumerable<HouseholdId> which, Func<HouseholdId, string?> text) =>
        Write(new KeptTexts([], which.ToDictionary(id => id, text)));

    private async Task Write(KeptTexts texts) => Assert.True((await _host.Run(
        _host.Trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<KeepTexts>(s), texts)).IsDone);
}

/// <summary>Names of households to add, and what others are now called: null when they are to go.</summary>
internal sealed record KeptTexts(IReadOnlyList<string> Added, IReadOnlyDictionary<HouseholdId, string?> Changed);

/// <summary>Writes households, audited like everything else.</summary>
[OpenToAnyone("It stands in the tests only.")]
internal sealed class KeepTexts(TrustDb db, BulkWriter bulk) : IOperation<KeptTexts, Done>
{
    public async Task<Outcome<Done>> Run(KeptTexts input)
    {
        await bulk.Write(input.Added.Select(n => new Household { Name = n, Search = SearchText.Of(n) }));
        var ids = input.Changed.Keys.ToList();
        foreach (var household in await db.Set<Household>().Where(h => ids.Contains(h.Id)).ToListAsync())
        {
            if (input.Changed[household.Id] is { } name)
                (household.Name, household.Search) = (name, SearchText.Of(name));
            else
                db.Remove(household);
        }

        return default(Done);
    }
}
