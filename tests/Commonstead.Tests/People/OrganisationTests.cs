using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.People;

public sealed class OrganisationTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_EntersALender_CorrectsIt_AndNamesAContact()
    {
        var olu = await host.AddPerson("Olu", "Officer");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open("/people/organisations/add")).Submit(new Dictionary<string, string>
        {
            ["Input.Name"] = "Valley Savings",
            ["Input.Kind"] = nameof(OrganisationKind.Lender),
        });
        Assert.Equal("Valley Savings", page.Heading);
        page = await (await steward.Open(page.Address + "/correct")).Submit(
            new Dictionary<string, string> { ["Input.RegistrationNumber"] = "MA-1234" });
        Assert.Contains("MA-1234", page.Text, StringComparison.Ordinal);
        page = await (await steward.Open(page.Address + "?who=officer")).Submit(
            new Dictionary<string, string> { ["Contact.Person"] = olu.ToString(), ["Contact.Task"] = "Loan officer" },
            "form[action*='handler=Contact']");
        Assert.Contains("Olu Officer Loan officer", page.Text, StringComparison.Ordinal);
        page = await page.Submit(new Dictionary<string, string>(), "form[action*='handler=End']");
        Assert.Contains("until June 1, 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Valley Savings", (await steward.Open("/people/organisations?is=Lender&q=valley")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Valley Savings", (await steward.Open("/people/organisations?is=Builder")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameTaken_AndChangedMeanwhile()
    {
        var id = await host.AddOrganisation("Twice Bank");
        var again = await Keep(new KeepOrganisationInput { Name = "Twice Bank" });
        Assert.Equal(KeepOrganisationRefusal.NameTaken, again.Refusals.Single().Code);
        var stale = await Keep(new KeepOrganisationInput { Organisation = id, Version = 7, Name = "Thrice Bank" });
        Assert.Equal(CommonRefusal.ChangedMeanwhile, stale.Refusals.Single().Code);
    }

    [Fact]
    public async Task NoSuchPerson_NamedAlready_EndedAlready()
    {
        var id = await host.AddOrganisation("Contact Bank");
        var person = await host.AddPerson("Con", "Tacted");
        var ghost = await Name(id, new PersonId(Guid.CreateVersion7()));
        Assert.Equal(NameContactRefusal.NoSuchPerson, ghost.Refusals.Single().Code);
        var contact = (await Name(id, person)).Value;
        Assert.Equal(NameContactRefusal.NamedAlready, (await Name(id, person)).Refusals.Single().Code);
        var end = new EndContactInput { Contact = contact };
        Assert.True((await host.AsSteward<EndContact, EndContactInput, OrganisationContactId>(end)).IsDone);
        var again = await host.AsSteward<EndContact, EndContactInput, OrganisationContactId>(end);
        Assert.Equal(EndContactRefusal.EndedAlready, again.Refusals.Single().Code);
    }

    private Task<Outcome<OrganisationId>> Keep(KeepOrganisationInput input) =>
        host.AsSteward<KeepOrganisation, KeepOrganisationInput, OrganisationId>(input);

    private Task<Outcome<OrganisationContactId>> Name(OrganisationId id, PersonId person) =>
        host.AsSteward<NameContact, NameContactInput, OrganisationContactId>(
            new() { Organisation = id, Person = person });
}
