using Commonstead.Accounts;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.People;

public sealed class AddPersonTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_AddsAPersonByForm_AndFindsThemByNameAndMail()
    {
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open("/people/add");
        var page = await form.Submit(new Dictionary<string, string>
        {
            ["Input.GivenName"] = "Zoë",
            ["Input.FamilyName"] = "Ångström",
            ["Input.AddressedAs"] = "Dr. Ångström",
            ["Input.BornOn"] = "1980-02-29",
            ["Input.Email"] = "zoe@example.org",
            ["Input.Preferred"] = nameof(ContactKind.Email),
        });
        Assert.Equal("Zoë Ångström", page.Heading);
        Assert.Contains("Dr. Ångström", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ångström, Zoë", (await steward.Open("/people?q=angstrom")).Text, StringComparison.Ordinal);
        Assert.Contains("Ångström, Zoë", (await steward.Open("/people?q=zoe@EXAMPLE")).Text, StringComparison.Ordinal);
        var csv = await steward.Http.GetStringAsync("/people?format=csv");
        Assert.Contains("\"Ångström, Zoë\",zoe@example.org", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BirthDateUnlikely()
    {
        DateOnly[] unlikely = [host.Trust.Today.AddDays(1), new(1890, 1, 1)];
        foreach (var born in unlikely)
            Assert.Equal(AddPersonRefusal.BirthDateUnlikely, await Refused("Born", i => i.BornOn = born));
    }

    [Fact]
    public async Task PreferredWayEmpty() =>
        Assert.Equal(
            AddPersonRefusal.PreferredWayEmpty, await Refused("Prefers", i => i.Preferred = ContactKind.Phone));

    [Fact]
    public async Task PerhapsKnown_AsksFirst_AndThenAddsAnother()
    {
        var first = await Add(new AddPersonInput { GivenName = "Ana", FamilyName = "Twin" });
        Assert.True(first.IsDone);
        Assert.Equal(AddPersonRefusal.PerhapsKnown, await Refused("Twin", i => i.GivenName = "Ana"));
        var second = await Add(new AddPersonInput { GivenName = "Ana", FamilyName = "Twin", IsAnother = true });
        Assert.NotEqual(first.Value, second.Value);
    }

    [Fact]
    public async Task Others_AskForNamesAndChoices()
    {
        var one = (await Add(new AddPersonInput { FamilyName = "Plato", Phone = "413 555 0100" })).Value;
        var two = (await Add(new AddPersonInput { GivenName = "Ines", FamilyName = "Choice" })).Value;
        await using var scope = host.Scope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        (acting.Trust, acting.Actor) = (host.Trust, Intent.ActorWith(Role.Steward));
        var people = scope.ServiceProvider.GetRequiredService<IPeople>();
        var names = await people.Names([one, two, new PersonId(Guid.CreateVersion7())]);
        Assert.Equal(new Dictionary<PersonId, string> { [one] = "Plato", [two] = "Ines Choice" }, names);
        Assert.True(await people.Exists(one));
        Assert.False(await people.Exists(new PersonId(Guid.CreateVersion7())));
        Assert.Equal(new PersonMatch(one, "Plato", "413 555 0100"), Assert.Single(await people.Find("plato", 10)));
    }

    private async Task<Enum> Refused(string name, Action<AddPersonInput> make)
    {
        var input = new AddPersonInput { FamilyName = name };
        make(input);
        return (await Add(input)).Refusals.Single().Code;
    }

    private async Task<Outcome<PersonId>> Add(AddPersonInput input)
    {
        await host.FoundTrusts();
        return await host.AsSteward<AddPerson, AddPersonInput, PersonId>(input);
    }
}
