using System.Net;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Land;

public sealed class AddParcelTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_AddsAParcelByForm_AndFindsItInTheRegister()
    {
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open("/land/parcels/add");
        var page = await form.Submit(new Dictionary<string, string>
        {
            ["Input.Name"] = "Mill Street Commons",
            ["Input.Address"] = "12 Mill Street, Springfield",
            ["Input.Use"] = nameof(LandUse.Residential),
        });
        Assert.Equal("Mill Street Commons", page.Heading);
        Assert.Contains("Mill Street Commons", (await steward.Open("/land?q=MILL")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameTaken_IsRefused_AndInputKept()
    {
        using var steward = await host.SignInAsSteward();
        var fields = new Dictionary<string, string> { ["Input.Name"] = "Twice", ["Input.Address"] = "Here" };
        await (await steward.Open("/land/parcels/add")).Submit(fields);
        var again = await (await steward.Open("/land/parcels/add")).Submit(fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Twice", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal("Here", again.Document.QuerySelector("[name='Input.Address']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task NameTaken_IsTheCode()
    {
        await host.FoundTrusts();
        var input = new AddParcelInput { Name = "Code", Address = "Here" };
        var steward = Intent.ActorWith(Role.Steward);
        await host.Run(host.Trust, steward, s => s.GetRequiredService<AddParcel>(), input);
        var again = await host.Run(host.Trust, steward, s => s.GetRequiredService<AddParcel>(), input);
        Assert.Equal(ParcelRefusal.NameTaken, again.Refusals.Single().Code);
    }

    [Fact]
    public async Task SentTwiceWithOneKey_IsDoneOnce()
    {
        await host.FoundTrusts();
        var input = new AddParcelInput { Name = "Once", Address = "Here" };
        var steward = Intent.ActorWith(Role.Steward);
        var first = await host.Run(host.Trust, steward, s => s.GetRequiredService<AddParcel>(), input, "key");
        var second = await host.Run(host.Trust, steward, s => s.GetRequiredService<AddParcel>(), input, "key");
        Assert.Equal(first.Value, second.Value);
        input.Address = "There";
        var other = await host.Run(host.Trust, steward, s => s.GetRequiredService<AddParcel>(), input, "key");
        Assert.Equal(CommonRefusal.KeyUsedWithOtherInput, other.Refusals.Single().Code);
    }

    [Fact]
    public async Task Auditor_MayNot()
    {
        await host.FoundTrusts();
        var input = new AddParcelInput { Name = "Auditor's", Address = "Here" };
        var outcome = await host.Run(
            host.Trust, Intent.ActorWith(Role.Auditor), s => s.GetRequiredService<AddParcel>(), input);
        Assert.Equal(CommonRefusal.NotPermitted, outcome.Refusals.Single().Code);
        using var auditor = await host.SignInAs(Role.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Open("/land/parcels/add")).Status);
    }

    [Fact]
    public async Task OtherTrust_SeesNothingOfIt()
    {
        using var steward = await host.SignInAsSteward();
        await (await steward.Open("/land/parcels/add")).Submit(
            new Dictionary<string, string> { ["Input.Name"] = "Oak's own", ["Input.Address"] = "Here" });
        using var other = await host.SignInAsSteward(TrustHost.Elm);
        Assert.DoesNotContain("Oak's own", (await other.Open("/land")).Text, StringComparison.Ordinal);
    }
}
