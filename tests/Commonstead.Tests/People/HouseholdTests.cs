using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.People;

public sealed class HouseholdTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _may = new(2026, 5, 1);

    [Fact]
    public async Task Steward_GathersAHousehold_AndItsSizeFollowsTheDates()
    {
        var ana = await host.AddPerson("Ana", "Hausmann");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open("/people/households")).Submit(
            new Dictionary<string, string> { ["Input.Name"] = "Hausmann and Okafor" }, "main form[method=post]");
        Assert.Equal("Hausmann and Okafor", page.Heading);
        page = await steward.Open(page.Address + "?who=hausmann");
        page = await page.Submit(
            new Dictionary<string, string> { ["Join.Person"] = ana.ToString(), ["Join.JoinedOn"] = "2026-05-01" },
            "form[action*='handler=Join']");
        Assert.Contains("1 members on June 1, 2026", page.Text, StringComparison.Ordinal);
        var before = await steward.Open(page.Address + "?on=2026-04-30");
        Assert.Contains("0 members on", before.Text, StringComparison.Ordinal);
        page = await page.Submit(
            new Dictionary<string, string>
            {
                ["Leave.Member"] = page.Document.QuerySelector("[name='Leave.Member'] option[value]:not([value=''])")!
                    .GetAttribute("value")!,
                ["Leave.LeftOn"] = "2026-05-20",
            },
            "form[action*='handler=Leave']");
        Assert.Contains("0 members on June 1, 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Member of the household Hausmann and Okafor", (await steward.Open($"/people/{ana}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SizeOnADate_CountsFromJoiningToTheDayBeforeLeaving()
    {
        var household = await host.AddHousehold("Counted");
        var member = await Join(household, await host.AddPerson("Cora", "Counted"), _may);
        await Join(household, await host.AddPerson("Cid", "Counted"), _may.AddDays(10));
        await Leave(member.Value, _may.AddDays(20));
        int?[] sizes =
        [
            await Size(household, _may.AddDays(-1)), await Size(household, _may),
            await Size(household, _may.AddDays(10)),
            await Size(household, _may.AddDays(19)), await Size(household, _may.AddDays(20)),
        ];
        Assert.Equal([0, 1, 2, 2, 1], sizes);
        Assert.Null(await Size(new HouseholdId(Guid.CreateVersion7()), _may));
    }

    [Fact]
    public async Task NoSuchPerson_AndMemberAlready()
    {
        var household = await host.AddHousehold("Refused");
        var ghost = await Join(household, new PersonId(Guid.CreateVersion7()), _may);
        Assert.Equal(JoinHouseholdRefusal.NoSuchPerson, ghost.Refusals.Single().Code);
        var person = await host.AddPerson("Rita", "Refused");
        await Join(household, person, _may);
        var again = await Join(household, person, _may.AddDays(5));
        Assert.Equal(JoinHouseholdRefusal.MemberAlready, again.Refusals.Single().Code);
    }

    [Fact]
    public async Task LeftBeforeJoining_AndLeftAlready()
    {
        var household = await host.AddHousehold("Left");
        var member = (await Join(household, await host.AddPerson("Lou", "Left"), _may)).Value;
        Assert.Equal(LeaveHouseholdRefusal.LeftBeforeJoining, (await Leave(member, _may)).Refusals.Single().Code);
        Assert.True((await Leave(member, _may.AddDays(1))).IsDone);
        Assert.Equal(LeaveHouseholdRefusal.LeftAlready, (await Leave(member, _may.AddDays(2))).Refusals.Single().Code);
    }

    private Task<int?> Size(HouseholdId household, DateOnly date) =>
        host.Read<IHouseholds, int?>(households => households.SizeOn(household, date));

    private Task<Outcome<HouseholdMemberId>> Join(HouseholdId household, PersonId person, DateOnly date) =>
        host.AsSteward<JoinHousehold, JoinHouseholdInput, HouseholdMemberId>(
            new() { Household = household, Person = person, JoinedOn = date });

    private Task<Outcome<HouseholdMemberId>> Leave(HouseholdMemberId member, DateOnly date) =>
        host.AsSteward<LeaveHousehold, LeaveHouseholdInput, HouseholdMemberId>(
            new() { Member = member, LeftOn = date });
}
