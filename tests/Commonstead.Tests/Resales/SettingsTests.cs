using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
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
        var count = field.Replace(".Kind", ".Deadline.Count", StringComparison.Ordinal);
        var refused = await form.Submit(new Dictionary<string, string> { [count] = "soon" });
        Assert.Contains("“soon” cannot be read here", Assert.Single(refused.Errors), StringComparison.Ordinal);
        refused = await form.Submit(new Dictionary<string, string> { [count] = "" });
        Assert.Equal("Inspection: enter a deadline of at least one day and at most ten years.",
            Assert.Single(refused.Errors));
        Assert.Contains("When it passes: The trust loses its option for good", form.Text, StringComparison.Ordinal);
        var done = await form.Submit(new Dictionary<string, string>
        {
            [count] = "3",
            [count.Replace("Count", "Unit", StringComparison.Ordinal)] = "CalendarDays",
            [count.Replace("Count", "Roll", StringComparison.Ordinal)] = "None",
        });
        Assert.Equal("/resales", done.Address);
        var resale = await (await host.NewResale()).Look();
        Assert.Equal(host.Trust.Today.AddDays(3), resale.Step(StepKind.Inspection).DueOn);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await Change(5, seen: 0)).Code());
        Assert.Equal(ChangeSettingsRefusal.NotADeadline, (await Change(null, seen: 1)).Code());
        Assert.Equal(ChangeSettingsRefusal.NotADeadline, (await Change(0, seen: 1)).Code());
        Assert.Equal(ChangeSettingsRefusal.NotADeadline, (await Change(531, seen: 1)).Code());
        Assert.True((await Change(530, seen: 1)).IsDone);
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

    private Task<Outcome<ResaleSettingsId>> Change(int? weeks, int seen) => host.Does((ChangeSettings o) => o,
        new ChangeSettingsInput
        {
            SeenVersion = seen,
            Deadlines =
            [
                new StepDeadline
                {
                    Kind = StepKind.Repairs,
                    Deadline = new EnteredDeadline { Count = weeks, Unit = DeadlineUnit.Weeks },
                },
            ],
        });
}
