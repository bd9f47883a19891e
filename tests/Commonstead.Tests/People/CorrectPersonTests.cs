using System.Net;
using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.People;

public sealed class CorrectPersonTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_CorrectsAName_AndThePageSaysWhatChanged()
    {
        var id = await host.AddPerson("Maria", "Mistyped");
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/people/{id}/correct");
        var page = await form.Submit(new Dictionary<string, string> { ["Input.FamilyName"] = "Mendez" });
        Assert.Equal("Maria Mendez", page.Heading);
        Assert.Contains("Sam Steward: Family name: Mistyped → Mendez", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mendez, Maria", (await steward.Open("/people?q=mendez")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAtOnce_OneSucceeds_TheOtherIsToldWhatChanged()
    {
        var id = await host.AddPerson("Two", "Atonce");
        using var first = await host.SignInAsSteward();
        using var second = await host.SignInAsSteward();
        var (one, two) = (await first.Open($"/people/{id}/correct"), await second.Open($"/people/{id}/correct"));
        await one.Submit(new Dictionary<string, string> { ["Input.AddressedAs"] = "Ms. Atonce" });
        var late = await two.Submit(new Dictionary<string, string> { ["Input.GivenName"] = "Too" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Addressed as", Assert.Single(late.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BirthDateUnlikely()
    {
        var id = await host.AddPerson("Not", "Bornyet");
        var outcome = await Correct(id, i => i.BornOn = host.Trust.Today.AddDays(1));
        Assert.Equal(CorrectPersonRefusal.BirthDateUnlikely, outcome.Refusals.Single().Code);
    }

    [Fact]
    public async Task NoLongerKept_AndNobody()
    {
        var (id, kept) = (await host.AddPerson("Once", "Twofold"), await host.AddPerson("Once", "Twofold"));
        await host.AsSteward<MergePersons, MergePersonsInput, PersonId>(new() { Duplicate = id, Kept = kept });
        Assert.Equal(CorrectPersonRefusal.NoLongerKept, (await Correct(id, _ => { })).Refusals.Single().Code);
        var nobody = await Correct(new PersonId(Guid.CreateVersion7()), _ => { });
        Assert.Equal(CommonRefusal.NotFound, nobody.Refusals.Single().Code);
    }

    [Fact]
    public async Task WaysToReachThem_AreAdded_Preferred_AndEnded()
    {
        var id = await host.AddPerson(
            "Rhea", "Chable", i => (i.Email, i.Preferred) = ("old@example.org", ContactKind.Email));
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/people/{id}")).Submit(
            new Dictionary<string, string>
            {
                ["Contact.Kind"] = nameof(ContactKind.Phone),
                ["Contact.Value"] = "413 555 0142",
                ["Contact.IsPreferred"] = "true",
            },
            "form[action*='handler=Contact']");
        Assert.Contains("413 555 0142 Preferred", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("old@example.org Preferred", page.Text, StringComparison.Ordinal);
        var contacts = await host.Read<PeopleRegister, Person?>(people => people.Person(id));
        var old = contacts!.Contacts.Single(c => c.Kind == ContactKind.Email).Id;
        var ended = await Change(old, ContactChange.End);
        Assert.True(ended.IsDone);
        page = await steward.Open("/people?q=old@example");
        Assert.DoesNotContain("Chable", page.Text, StringComparison.Ordinal);
        var again = await Change(old, ContactChange.Prefer);
        Assert.Equal(ChangeContactRefusal.EndedAlready, again.Refusals.Single().Code);
    }

    [Fact]
    public async Task NotAnAddress_AndKnownAlready()
    {
        var id = await host.AddPerson("Con", "Tact", i => i.Email = "con@example.org");
        Assert.Equal(AddContactRefusal.NotAnAddress, (await Reach(id, "not an address")).Refusals.Single().Code);
        Assert.Equal(AddContactRefusal.KnownAlready, (await Reach(id, "con@example.org")).Refusals.Single().Code);
    }

    [Fact]
    public async Task APersonSeesTheirOwnPage_AndNobodyElses()
    {
        var (own, other) = (await host.AddPerson("Lea", "Holder"), await host.AddPerson("Some", "Neighbour"));
        using var lea = await host.SignInAs(Role.Leaseholder, own.Value);
        Assert.Equal("Lea Holder", (await lea.Open($"/people/{own}")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await lea.Open($"/people/{other}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lea.Http.GetAsync($"/api/v1/people/{other}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lea.Open("/people")).Status);
        Assert.DoesNotContain("Correct", (await lea.Open($"/people/{own}")).Text, StringComparison.Ordinal);
    }

    private Task<Outcome<ContactPointId>> Reach(PersonId id, string value) =>
        host.AsSteward<AddContact, AddContactInput, ContactPointId>(
            new AddContactInput { Person = id, Kind = ContactKind.Email, Value = value });

    private Task<Outcome<ContactPointId>> Change(ContactPointId contact, ContactChange change) =>
        host.AsSteward<ChangeContact, ChangeContactInput, ContactPointId>(new() { Contact = contact, Change = change });

    private Task<Outcome<PersonId>> Correct(PersonId id, Action<CorrectPersonInput> make)
    {
        var input = new CorrectPersonInput { Person = id, Version = 1, FamilyName = "Corrected" };
        make(input);
        return host.AsSteward<CorrectPerson, CorrectPersonInput, PersonId>(input);
    }
}
