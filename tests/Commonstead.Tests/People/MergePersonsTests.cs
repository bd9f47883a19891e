using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.People;

public sealed class MergePersonsTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ADuplicate_LeadsToTheEntryKept_AndWhatReferredToItFollows()
    {
        var kept = await host.AddPerson("Dora", "Double", i => i.Email = "dora@example.org");
        var duplicate = await host.AddPerson("Dora", "Double", i => i.Phone = "413 555 0177");
        var household = await host.AddHousehold("Double");
        await host.AsSteward<JoinHousehold, JoinHouseholdInput, HouseholdMemberId>(
            new() { Household = household, Person = duplicate, JoinedOn = new DateOnly(2026, 1, 1) });
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/people/{duplicate}/merge?who=dora")).Submit(
            new Dictionary<string, string> { ["Input.Kept"] = kept.ToString() }, "main form[method=post]");
        Assert.Equal($"/people/{kept}", page.Address);
        Assert.Contains("413 555 0177", page.Text, StringComparison.Ordinal);
        Assert.Contains("Member of the household Double", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/people/{kept}", (await steward.Open($"/people/{duplicate}")).Address);
        var names = await host.Read<IPeople, IReadOnlyDictionary<PersonId, string>>(p => p.Names([duplicate]));
        Assert.Equal("Dora Double", names[duplicate]);
        Assert.False(await host.Read<IPeople, bool>(p => p.Exists(duplicate)));
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task SameEntry_NoLongerKept_NotFound()
    {
        var (one, two) = (await host.AddPerson("Mer", "Ged"), await host.AddPerson("Mer", "Ged"));
        Assert.Equal(MergePersonsRefusal.SameEntry, (await Merge(one, one)).Refusals.Single().Code);
        Assert.True((await Merge(one, two)).IsDone);
        Assert.Equal(MergePersonsRefusal.NoLongerKept, (await Merge(one, two)).Refusals.Single().Code);
        var nobody = await Merge(new PersonId(Guid.CreateVersion7()), two);
        Assert.Equal(CommonRefusal.NotFound, nobody.Refusals.Single().Code);
    }

    private Task<Outcome<PersonId>> Merge(PersonId duplicate, PersonId kept) =>
        host.AsSteward<MergePersons, MergePersonsInput, PersonId>(new() { Duplicate = duplicate, Kept = kept });
}
