using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Resales;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Resales;

/// <summary>The trust's own deadlines.</summary>
public sealed class SettingsTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Steward_ChangesADeadline_AndTheNextResaleCountsByIt()
    {
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open("/resales/settings");
        var field = form.Document.QuerySelectorAll("input[name$='.Kind']")
            .First(e => e.GetAttribute("value") == nameof(StepKind.Inspection)).GetAttribute("name")!;
        var text = field.Replace(".Kind", ".Text", StringComparison.Ordinal);
        var refused = await form.Submit(new Dictionary<string, string> { [text] = "soon" });
        Assert.Contains("“soon” is not a deadline", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var done = await form.Submit(new Dictionary<string, string> { [text] = "3 calendar days" });
        Assert.Equal("/resales", done.Address);
        var resale = await (await host.NewResale()).Look();
        Assert.Equal(host.Trust.Today.AddDays(3), resale.Step(StepKind.Inspection).DueOn);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await Change("5 weeks", seen: 0)).Code());
        Assert.Equal(ChangeSettingsRefusal.NotADeadline, (await Change("5", seen: 1)).Code());
        Assert.Equal(ChangeSettingsRefusal.CountsBack, (await Change("5 weeks before", seen: 1)).Code());
    }

    [Fact]
    public async Task InGreatBritain_ThereIsNoMortgageRider()
    {
        await using var british = new TrustHost();
        await british.InitializeAsync();
        await british.FoundTrusts();
        british.Trust.Profile!.Country = Country.GreatBritain;
        var resale = await british.NewResale();
        Assert.Equal(SettleStepRefusal.NoStep, (await resale.Settle(StepKind.MortgageRider)).Code());
    }

    private Task<Outcome<ResaleSettingsId>> Change(string text, int seen) => host.Does((ChangeSettings o) => o,
        new ChangeSettingsInput
        {
            SeenVersion = seen,
            Deadlines = [new StepDeadline { Kind = StepKind.Repairs, Text = text }],
        });
}
