using Commonstead.Accounts;
using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Pricing;

namespace Commonstead.Tests.Resales;

/// <summary>Pages name who is awaited, and who did what to a closing.</summary>
public sealed class AwaitedTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task TheBoard_NamesTheFirstPerson_ThenTheSecond_ForAPriceAndAClosing()
    {
        var resale = await host.NewResale();
        Assert.True((await resale.RecordAppraisal()).IsDone);
        foreach (var step in (await resale.Look()).Steps.Where(s => s.State == StepState.Open
            && StepPlan.Of(s.Kind).From == ResaleMilestone.Notice))
            Assert.True((await resale.Settle(step.Kind)).IsDone);
        using var steward = await host.SignInAsSteward();
        Assert.Equal("Steward", await AwaitedOnBoard(steward, resale));
        var price = (await host.Make(host.PriceOf(resale.Lease))).Value;
        Assert.Equal("Second approver", await AwaitedOnBoard(steward, resale));
        Assert.True((await host.Approve(price)).IsDone);
        Assert.True((await resale.DecideOption()).IsDone);
        Assert.True((await resale.FindBuyer()).IsDone);
        Assert.True((await resale.Certify()).IsDone);
        await resale.TickSteps();
        Assert.Equal("Steward", await AwaitedOnBoard(steward, resale));
        Assert.True((await resale.Prepare()).IsDone);
        Assert.Equal("Second approver", await AwaitedOnBoard(steward, resale));
        var due = await host.Asks((ResaleBoard board) => board.Due(100));
        Assert.Equal(StepOwner.Approver,
            Assert.Single(due, d => d.Resale == resale.Id && d.Kind == StepKind.Closing).Awaited);
    }

    [Fact]
    public async Task AVoidedClosing_SaysWhoVoidedIt_WhenAndWhy_AndTheSellerSeesTheDay()
    {
        Guid holder = default;
        var resale = await (await host.NewResale(l => holder = l.Holders[0].Person!.Value.Value)).ReadyToClose();
        var closing = (await resale.Prepare()).Value;
        using var approver = await host.SignInAs(Role.Approver);
        using var board = await host.SignInAs(Role.Board);
        var page = await approver.Open($"/resales/{resale.Id}");
        Assert.Contains("Prepared on", page.Text, StringComparison.Ordinal);
        Assert.Empty((await page.Submit(new Dictionary<string, string>(), "form#confirm")).Errors);
        page = await board.Open($"/resales/{resale.Id}");
        page = await page.Submit(new Dictionary<string, string> { ["Reason"] = "Wrong day" }, "form#set-aside");
        Assert.Contains("Confirmed on June 1, 2026 by Approver.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Voided on June 1, 2026 by Board. Reason: Wrong day", page.Text, StringComparison.Ordinal);
        using var seller = await host.SignInAs(Role.Leaseholder, holder);
        var own = await seller.Open($"/resales/{resale.Id}");
        Assert.Contains("Voided on June 1, 2026.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("by Board", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong day", own.Text, StringComparison.Ordinal);
        Assert.NotEqual(default, closing);
    }

    [Fact]
    public async Task ALeaseThatIsBeingSold_LeadsToItsResale_InsteadOfAnotherNotice()
    {
        var lease = await host.PricedLease();
        using var steward = await host.SignInAsSteward();
        var start = $"a[href='/resales/start?lease={lease}']";
        Assert.NotNull((await steward.Open($"/leases/{lease}")).Document.QuerySelector(start));
        var resale = (await host.Notice(lease)).Value;
        var page = await steward.Open($"/leases/{lease}");
        Assert.Null(page.Document.QuerySelector(start));
        Assert.NotNull(page.Document.QuerySelector($".actions a[href='/resales/{resale}']"));
        var form = await steward.Open($"/resales/start?lease={lease}");
        Assert.NotNull(form.Document.QuerySelector($"main a[href='/resales/{resale}']"));
        Assert.Null(form.Document.QuerySelector("main form[method=post]"));
    }

    private static async Task<string> AwaitedOnBoard(Visitor steward, ResaleCase resale)
    {
        var page = await steward.Open("/resales");
        var row = page.Document.QuerySelector($"main a[href='/resales/{resale.Id}']")!.Closest("tr")!;
        return row.QuerySelector("[data-label='By']")!.TextContent.Trim();
    }
}
