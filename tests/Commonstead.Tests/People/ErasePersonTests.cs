using System.Net;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Platform.Access;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.People;

public sealed class ErasePersonTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task APersonsFile_HoldsEverythingAboutThem_WithItsPurpose_AndNoSecret()
    {
        var id = await host.AddPerson(
            "Fila", "Filed", i => (i.Email, i.BornOn) = ("fila@example.org", new DateOnly(1990, 4, 5)));
        using var own = await host.SignInAs(Role.Leaseholder, id.Value);
        var json = await own.Http.GetStringAsync($"/api/v1/people/{id}/file");
        var rows = JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()
            .ToLookup(r => r.GetProperty("table").GetString(), r => r.GetProperty("columns").EnumerateArray()
                .ToDictionary(c => c.GetProperty("name").GetString()!, c => c));
        var person = rows["people_person"].Single();
        Assert.Equal("Filed", person["family_name"].GetProperty("value").GetString());
        Assert.Equal("1990-04-05", person["born_on"].GetProperty("value").GetString());
        Assert.Contains("minor", person["born_on"].GetProperty("purpose").GetString(), StringComparison.Ordinal);
        Assert.Equal("fila@example.org", rows["people_contact"].Single()["value"].GetProperty("value").GetString());
        Assert.Equal("Leaseholder", rows["account_role"].Single()["role"].GetProperty("value").GetString());
        Assert.Contains("display_name", rows["account"].Single().Keys);
        Assert.DoesNotContain("password_hash", json, StringComparison.Ordinal);
        Assert.DoesNotContain("security_stamp", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_AreNoted_OutsideTheAuditTrail_AndNotForOneself()
    {
        var id = await host.AddPerson("Vera", "Viewed");
        using var auditor = await host.SignInAs(Role.Auditor);
        await auditor.Open($"/people/{id}");
        await auditor.Http.GetAsync($"/api/v1/people/{id}/file");
        using var own = await host.SignInAs(Role.Leaseholder, id.Value);
        await own.Open($"/people/{id}");
        var views = await host.Read<AccessLog, IReadOnlyList<AccessEntry>>(log => log.Of(id.Value));
        Assert.Equal(["Their file", "Their page"], views.Select(v => v.What));
        using var steward = await host.SignInAsSteward();
        Assert.Contains("Auditor: Their page", (await steward.Open($"/people/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_RemovesText_Salts_AndHistory_AndTheRecordStillVerifies()
    {
        var id = await host.AddPerson(
            "Gone", "Forgotten", i => (i.Email, i.BornOn) = ("gone@example.org", new DateOnly(1970, 1, 1)));
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/people/{id}/erase")).Submit(
            new Dictionary<string, string> { ["Input.IsUnderstood"] = "true" });
        Assert.Equal("Someone whose name was erased", page.Heading);
        await using var db = host.Trust.NewDb();
        var person = await db.Set<Person>().Include(p => p.Contacts).SingleAsync(p => p.Id == id);
        Assert.Equal(("", "", "", null), (person.FamilyName, person.SortName, person.Search, person.BornOn));
        Assert.Equal("", person.Contacts.Single().Value);
        Guid[] keys = [id.Value, person.Contacts.Single().Id.Value];
        Assert.False(await db.Set<RecordChange>().AnyAsync(c => keys.Contains(c.Key)));
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
        Assert.Equal(ErasePersonRefusal.NothingLeft, (await Erase(id)).Refusals.Single().Code);
    }

    [Fact]
    public async Task TheNameOfAFormerMember_StaysUntilItsYearsHavePassed()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var id = await own.AddPerson("Late", "Tenant", i => i.Email = "late@example.org");
        var household = await own.AddHousehold("Late");
        var member = await own.AsSteward<JoinHousehold, JoinHouseholdInput, HouseholdMemberId>(
            new() { Household = household, Person = id, JoinedOn = new DateOnly(2020, 1, 1) });
        await own.AsSteward<LeaveHousehold, LeaveHouseholdInput, HouseholdMemberId>(
            new() { Member = member.Value, LeftOn = new DateOnly(2026, 1, 2) });
        Assert.True((await Erase(id, own)).IsDone);
        Assert.Equal("Late Tenant", await NameOf(own, id));
        Assert.Equal(ErasePersonRefusal.NothingLeft, (await Erase(id, own)).Refusals.Single().Code);
        own.Clock.Set(new DateOnly(2038, 1, 2));
        Assert.True((await Erase(id, own)).IsDone);
        Assert.Equal("Someone whose name was erased", await NameOf(own, id));
    }

    [Fact]
    public async Task NotConfirmed_StillTied_NoLongerKept_NotFound()
    {
        var id = await host.AddPerson("Tied", "Down");
        Assert.Equal(ErasePersonRefusal.NotConfirmed, (await Erase(id, understood: false)).Refusals.Single().Code);
        using (await host.SignInAs(Role.Leaseholder, id.Value))
        {
        }

        var tied = (await Erase(id)).Refusals.Single();
        Assert.Equal(ErasePersonRefusal.StillTied, tied.Code);
        Assert.Contains("account", (string)tied.Figures[0], StringComparison.Ordinal);
        var duplicate = await host.AddPerson("Tied", "Down");
        await host.AsSteward<MergePersons, MergePersonsInput, PersonId>(new() { Duplicate = duplicate, Kept = id });
        Assert.Equal(ErasePersonRefusal.NoLongerKept, (await Erase(duplicate)).Refusals.Single().Code);
        var nobody = await Erase(new PersonId(Guid.CreateVersion7()));
        Assert.Equal(CommonRefusal.NotFound, nobody.Refusals.Single().Code);
    }

    [Fact]
    public async Task OtherTrust_FindsNobodyOfThisOne()
    {
        var id = await host.AddPerson("Oak", "Only");
        using var elm = await host.SignInAsSteward(TrustHost.Elm);
        Assert.Equal(HttpStatusCode.NotFound, (await elm.Open($"/people/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elm.Http.GetAsync($"/api/v1/people/{id}/file")).StatusCode);
    }

    private static async Task<string> NameOf(TrustHost host, PersonId id) =>
        (await host.Read<IPeople, IReadOnlyDictionary<PersonId, string>>(p => p.Names([id])))[id];

    private Task<Outcome<PersonId>> Erase(PersonId id, TrustHost? other = null, bool understood = true) =>
        (other ?? host).AsSteward<ErasePerson, ErasePersonInput, PersonId>(
            new() { Person = id, IsUnderstood = understood });
}
