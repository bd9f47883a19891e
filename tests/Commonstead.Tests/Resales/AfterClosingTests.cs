using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Pricing;

namespace Commonstead.Tests.Resales;

/// <summary>What stays to be done, and what no longer holds, once a home has changed hands.</summary>
public sealed class AfterClosingTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task TheRecording_IsDueOnBoardDeskCalendarAndPage_UntilItIsSettled()
    {
        var resale = await Sold();
        using var steward = await host.SignInAsSteward();
        var address = $"/resales/{resale.Id}";
        Assert.Contains("Due next: Record the memorandum of lease", (await steward.Open(address)).Text,
            StringComparison.Ordinal);
        Assert.Contains("Record the memorandum of lease", await OnBoard(steward, address), StringComparison.Ordinal);
        Assert.Contains("Closed, not recorded yet", await OnBoard(steward, address), StringComparison.Ordinal);
        Assert.NotNull((await steward.Open("/")).Document.QuerySelector($"main a[href='{address}']"));
        Assert.Contains(await host.Asks((ResaleBoard board) => board.Due(1000)),
            d => d.Resale == resale.Id && d.Kind == StepKind.Recording);
        Assert.True((await resale.Settle(StepKind.Recording)).IsDone);
        Assert.DoesNotContain("Due next", (await steward.Open(address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("memorandum", await OnBoard(steward, address), StringComparison.Ordinal);
        Assert.DoesNotContain(
            await host.Asks((ResaleBoard board) => board.Due(1000)), d => d.Resale == resale.Id);
    }

    [Fact]
    public async Task OfTwoStepsDueOnOneDay_BoardAndPageNameTheSame()
    {
        var resale = await host.NewResale();
        var steps = (await resale.Look()).Steps;
        foreach (var step in steps) step.DueOn = host.Trust.Today;
        Assert.Equal(StepKind.Inspection, StepPlan.Next(ResaleState.Open, steps.AsEnumerable().Reverse())!.Kind);
        Assert.Null(StepPlan.Next(ResaleState.Cancelled, steps));
    }

    [Fact]
    public async Task APrice_SaysTrulyHowItStands_BeforeItsApprovalAndAfterTheSale()
    {
        var resale = await host.NewResale();
        Assert.True((await resale.RecordAppraisal()).IsDone);
        var price = (await host.Make(host.PriceOf(resale.Lease))).Value;
        using var steward = await host.SignInAsSteward();
        var waiting = (await steward.Open($"/prices/{price}")).Text;
        Assert.DoesNotContain("may be sold for", waiting, StringComparison.Ordinal);
        Assert.Contains("holds only once a second person approves it", waiting, StringComparison.Ordinal);
        Assert.True((await host.Approve(price)).IsDone);
        Assert.Contains("may be sold for", (await steward.Open($"/prices/{price}")).Text, StringComparison.Ordinal);
        var code = await host.Certified(price, address: true);
        using var anybody = host.NewVisitor();
        Assert.Contains("may be sold for", (await anybody.Open("/p/" + code)).Text, StringComparison.Ordinal);

        Assert.True((await resale.DecideOption()).IsDone);
        Assert.True((await resale.FindBuyer()).IsDone);
        Assert.True((await resale.Certify()).IsDone);
        await resale.TickSteps();
        Assert.True((await resale.Confirm((await resale.Prepare()).Value)).IsDone);
        foreach (var text in (string[])[(await steward.Open($"/prices/{price}")).Text,
            (await anybody.Open("/p/" + code)).Text, (await steward.Open($"/prices/{price}/certificate")).Text])
        {
            Assert.DoesNotContain("may be sold for", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Valid until", text, StringComparison.Ordinal);
            Assert.Contains("June 1, 2026", text, StringComparison.Ordinal);
        }

        Assert.Contains("The home was sold under it on", (await anybody.Open("/p/" + code)).Text,
            StringComparison.Ordinal);
        Assert.Contains("the home was sold under it", (await steward.Open($"/resales/{resale.Id}")).Text,
            StringComparison.Ordinal);
        Assert.Equal(IssueCertificateRefusal.Sold, (await host.Issue(price, address: true)).Code());

        // The seller may still have her address taken off the public page.
        Assert.True((await host.Issue(price)).IsDone);
        Assert.Equal(IssueCertificateRefusal.Issued, (await host.Issue(price)).Code());
    }

    [Fact]
    public async Task WhereNoAppraisalIsNeeded_TheOptionCountsFromTheNotice_AndThePageSaysSo()
    {
        var resale = await host.NewResale(l => l.AppraisalBasis = null);
        using var steward = await host.SignInAsSteward();
        var text = (await steward.Open($"/resales/{resale.Id}")).Text;
        Assert.DoesNotContain("counted from the appraisal", text, StringComparison.Ordinal);
        Assert.Contains("45 calendar days, counted from the notice of intent to sell", text, StringComparison.Ordinal);
    }

    private async Task<ResaleCase> Sold()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        Assert.True((await resale.Confirm((await resale.Prepare()).Value)).IsDone);
        return resale;
    }

    private static async Task<string> OnBoard(Visitor steward, string address) =>
        (await steward.Open("/resales")).Document.QuerySelectorAll("tbody tr")
        .First(row => row.QuerySelector($"a[href='{address}']") is not null).TextContent;
}
