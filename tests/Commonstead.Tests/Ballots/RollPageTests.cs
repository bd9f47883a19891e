using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Tests.Accounts;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Ballots;

/// <summary>The roll as its returning officers see it: everybody who stands on it, by name.</summary>
public sealed class RollPageTests : IAsyncLifetime
{
    private const int Members = 61;

    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task TheWholeRoll_IsPagedInTheOrderOfNames_AndFoundByMemberOrVoter()
    {
        // More persons than are on any page stand in the register before the members do.
        for (var i = 0; i < 55; i++) await Named("Aa", $"Aardvark {i}");
        for (var i = 0; i < Members - 1; i++) await _host.NewMember(await Named("Kim", $"Muster {i:00}"));
        var body = await _host.AddOrganisation("Seed Co-op");
        await _host.NewMember(await Named("Rep", "Haddad-Vale"), i => i.Organisation = body);
        using var officer = await _host.SignInAs(Role.Board);
        var ballot = await Opened();
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
            seen.AddRange(Rows(await officer.Open($"/ballots/{ballot.Id}/roll?page={page}")));
        Assert.Equal(Members, seen.Count);
        Assert.Equal(seen.Order(StringComparer.OrdinalIgnoreCase), seen);
        Assert.Equal(Members, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("61 on the roll", (await officer.Open($"/ballots/{ballot.Id}/roll")).Text,
            StringComparison.Ordinal);
        foreach (var words in new[] { "Seed", "seed co-op", "Haddad-Vale", "Rep Had" })
        {
            var found = Assert.Single(Rows(await officer.Open($"/ballots/{ballot.Id}/roll?q={words}")));
            Assert.StartsWith("Seed Co-op", found, StringComparison.Ordinal);
            Assert.Contains("Rep Haddad-Vale", found, StringComparison.Ordinal);
        }

        Assert.Contains("Nobody on the roll matches.",
            (await officer.Open($"/ballots/{ballot.Id}/roll?q=aardvark")).Text, StringComparison.Ordinal);
        // Two letters stand in no index and are sought in the names as they are read.
        Assert.Equal(25, Rows(await officer.Open($"/ballots/{ballot.Id}/roll?q=mu")).Count);
    }

    [Fact]
    public async Task AMark_IsMadeFromAnyPage_UntilTheFirstPaperIsEntered()
    {
        for (var i = 0; i < 30; i++) await _host.NewMember(await Named("Kim", $"Muster {i:00}"));
        using var officer = await _host.SignInAs(Role.Board);
        var ballot = await Opened();
        var second = await officer.Open($"/ballots/{ballot.Id}/roll?page=2");
        var marked = await second.Press("A paper has come", new Dictionary<string, string>());
        Assert.Empty(marked.Errors);
        Assert.EndsWith("/roll?page=2", marked.Address, StringComparison.Ordinal);
        Assert.Contains("Voted on paper", Rows(marked)[0], StringComparison.Ordinal);
        Assert.Contains("Take the mark back", Rows(marked)[0], StringComparison.Ordinal);
        var early = await officer.Open($"/ballots/{ballot.Id}/papers/read");
        Assert.Contains("Papers are entered once the ballot has closed.", early.Text, StringComparison.Ordinal);
        Assert.Null(early.Document.QuerySelector("main form"));
        ballot.Closes();
        Assert.NotNull((await officer.Open($"/ballots/{ballot.Id}/papers/read")).Document.QuerySelector("main form"));
        Assert.True((await ballot.Reads(1, null, 1, null, null)).IsDone);
        var late = await officer.Open($"/ballots/{ballot.Id}/roll?page=2");
        Assert.DoesNotContain("Take the mark back", late.Text, StringComparison.Ordinal);
        Assert.Contains("Papers are being entered.", late.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("?q=muster", 15)]
    [InlineData("?page=2", 10)]
    public async Task ARoll_AsksAFewQuestions_WhateverItsSize(string query, int most)
    {
        for (var i = 0; i < 30; i++) await _host.NewMember(await Named("Kim", $"Muster {i:00}"));
        using var officer = await _host.SignInAs(Role.Board);
        var ballot = await Opened();
        using var seen = await SeenQueries.Begin(_host.Trust, officer);
        var (page, queries) = await seen.Open(officer, $"/ballots/{ballot.Id}/roll{query}");
        Assert.NotEmpty(Rows(page));
        Assert.True(queries.Count <= most, queries.Count + "\n" + string.Join("\n\n", queries.Select(q => q.Text)));
    }

    private static List<string> Rows(SeenPage page) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private async Task<BallotCase> Opened()
    {
        var account = await _host.StoredAccount(Intent.AddressOf(Role.Board));
        var ballot = await BallotCase.Begin(_host, voters: 0, AccountIntent.ActorOf(account, Role.Board));
        Assert.True((await ballot.Prepares()).IsDone);
        await ballot.TakesShares();
        Assert.True((await ballot.Opens()).IsDone);
        return ballot;
    }

    private async Task<PersonId> Named(string given, string family) => (await _host.Does(
        (AddPerson add) => add,
        new AddPersonInput { GivenName = given, FamilyName = family, IsAnother = true })).Value;
}
