using System.Net;
using System.Text;
using Commonstead.Accounts;
using Commonstead.Resales;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Resales;

/// <summary>A step's own page: its documents, its last day, and who loses what when the day passes.</summary>
public sealed class StepPageTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly byte[] _report = Encoding.UTF8.GetBytes("%PDF-1.7 report");

    [Fact]
    public async Task ADocument_IsAddedFromTheStepsPage_AndListedOnTheResalesPage()
    {
        var resale = await host.NewResale();
        using var steward = await host.SignInAsSteward();
        var step = await Attach(steward, resale, StepKind.Inspection, "Inspection report");
        Assert.Equal(Step(resale, StepKind.Inspection), step.Address);
        Assert.Contains("Inspection report", step.Text, StringComparison.Ordinal);
        var page = await steward.Open($"/resales/{resale.Id}");
        var link = page.Document.QuerySelectorAll("main table a").First(a => a.TextContent == "Inspection report");
        Assert.Equal(Step(resale, StepKind.Inspection), link.Closest("th")!.QuerySelector("a")!.GetAttribute("href"));
        var opened = await steward.Open(link.GetAttribute("href")!);
        Assert.Contains(step.Document.QuerySelector("a[href$='/file']")!.GetAttribute("href")!,
            opened.Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSeller_SeesHerStepsDocuments_ButNotTheBuyersPapers_AndAddsNone()
    {
        Guid holder = default;
        var resale = await host.NewResale(l => holder = l.Holders[0].Person!.Value.Value);
        using var steward = await host.SignInAsSteward();
        var report = FileOf(await Attach(steward, resale, StepKind.Inspection, "Report"));
        var payslip = FileOf(await Attach(steward, resale, StepKind.BuyerCertified, "Payslip"));
        using var seller = await host.SignInAs(Role.Leaseholder, holder);
        Assert.Equal(HttpStatusCode.OK, (await seller.Http.GetAsync(report)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await seller.Http.GetAsync(payslip)).StatusCode);
        var own = await seller.Open($"/resales/{resale.Id}");
        Assert.Contains("Report", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Payslip", own.Text, StringComparison.Ordinal);
        var step = await seller.Open(Step(resale, StepKind.Inspection));
        Assert.Null(step.Document.QuerySelector("form#settle"));
        Assert.Null(step.Document.QuerySelector("a[href^='/documents/attach']"));
        Assert.DoesNotContain("Payslip",
            (await seller.Open(Step(resale, StepKind.BuyerCertified))).Text, StringComparison.Ordinal);
        using var stranger = await host.SignInAs(Role.Leaseholder, (await host.NewPerson()).Value);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync(report)).StatusCode);
        using var treasurer = await host.SignInAs(Role.Treasurer);
        Assert.Equal(HttpStatusCode.NotFound, (await treasurer.Http.GetAsync(payslip)).StatusCode);
        using var approver = await host.SignInAs(Role.Approver);
        Assert.Equal(HttpStatusCode.OK, (await approver.Http.GetAsync(payslip)).StatusCode);
    }

    [Fact]
    public async Task TheLeasesStory_LeadsToTheResale()
    {
        Guid holder = default;
        var resale = await host.NewResale(l => holder = l.Holders[0].Person!.Value.Value);
        using var steward = await host.SignInAsSteward();
        using var seller = await host.SignInAs(Role.Leaseholder, holder);
        foreach (var reader in new[] { steward, seller })
        {
            var lease = await reader.Open($"/leases/{resale.Lease}");
            Assert.NotNull(lease.Document.QuerySelector($"#story a[href='/resales/{resale.Id}']"));
        }
    }

    [Fact]
    public async Task AmountsInStories_AreInTheTrustsFormat_WhateverTheBrowserAsks_AndAnApprovedPriceIsToldOnce()
    {
        var resale = await host.NewResale();
        Assert.True((await resale.RecordAppraisal()).IsDone);
        await resale.ApprovePrice();
        using var steward = await host.SignInAsSteward();
        steward.Http.DefaultRequestHeaders.Add("Accept-Language", "en-IN, en-GB");
        var page = await steward.Open($"/resales/{resale.Id}");
        var told = page.Document.QuerySelector("main ol.timeline")!.TextContent;
        Assert.Contains("Maximum price approved: $185,000.00.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", told, StringComparison.Ordinal);
        var story = (await steward.Open($"/leases/{resale.Lease}")).Document.QuerySelector("#story")!;
        Assert.Contains("is $160,000.00, from", story.TextContent, StringComparison.Ordinal);
        Assert.Single(story.QuerySelectorAll("li"),
            line => line.TextContent.Contains("approved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NotNeeded_AsksForAReason_AndKeepsIt()
    {
        var resale = await host.NewResale();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open(Step(resale, StepKind.Repairs));
        var fields = new Dictionary<string, string> { ["Input.State"] = nameof(StepState.NotNeeded) };
        var refused = await page.Submit(fields, "form#settle");
        Assert.Contains("why this step is not needed", Assert.Single(refused.Errors), StringComparison.Ordinal);
        fields["Input.Note"] = "A new home";
        var done = await refused.Submit(fields, "form#settle");
        Assert.Equal($"/resales/{resale.Id}", done.Address);
        Assert.Contains("A new home", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await steward.Open($"/resales/{resale.Id}/steps/Party")).Status);
    }

    [Fact]
    public async Task EveryLastDay_SaysWhoLosesWhat_AndTheLapsingOptionWarnsLoudest()
    {
        await using var later = new TrustHost();
        await later.InitializeAsync();
        var resale = await later.NewResale();
        Assert.True((await resale.RecordAppraisal()).IsDone);
        using var steward = await later.SignInAsSteward();
        var page = await steward.Open($"/resales/{resale.Id}");
        Assert.Null(page.Document.QuerySelector(".panel-alarm"));
        Assert.All((await resale.Look()).Steps, step => Assert.Matches(
            "^The (trust|seller|buyer) (loses|breaks) ",
            StepPlan.LossOf(step.Kind, OptionState.Open, new ResaleTerms())));
        later.Clock.Pass(TimeSpan.FromDays(45 - 14));
        page = await steward.Open($"/resales/{resale.Id}");
        Assert.Contains("14 days are left", page.Document.QuerySelector(".panel-alarm")!.TextContent,
            StringComparison.Ordinal);
        var board = await steward.Open("/resales");
        Assert.Equal("Option about to lapse", board.Document.QuerySelector("main .status-alarm")!.TextContent.Trim());

        // Another step is late already, and comes first; the option's loss still stands out.
        Assert.Matches("The (seller|trust) loses (time|days)", board.Text);
        Assert.NotNull((await steward.Open("/")).Document.QuerySelector("main .status-alarm"));
        later.Clock.Pass(TimeSpan.FromDays(15));
        page = await steward.Open($"/resales/{resale.Id}");
        Assert.Contains("record that the option has lapsed", page.Text, StringComparison.Ordinal);
        Assert.True((await resale.DecideOption(o => o.Option = OptionState.Lapsed)).IsDone);
        page = await steward.Open($"/resales/{resale.Id}");
        Assert.Null(page.Document.QuerySelector(".panel-alarm"));
        Assert.Contains("loses its say on the buyer", page.Text, StringComparison.Ordinal);
    }

    private static async Task<SeenPage> Attach(Visitor steward, ResaleCase resale, StepKind kind, string title)
    {
        var step = await steward.Open(Step(resale, kind));
        var form = await steward.Open(
            step.Document.QuerySelector("a[href^='/documents/attach']")!.GetAttribute("href")!);
        return await form.Submit(
            new Dictionary<string, string> { ["Input.Title"] = title }, "main form", ("Upload", "scan.pdf", _report));
    }

    private static string Step(ResaleCase resale, StepKind kind) => $"/resales/{resale.Id}/steps/{kind}";

    private static string FileOf(SeenPage page) =>
        page.Document.QuerySelector("a[href$='/file']")!.GetAttribute("href")!;
}
