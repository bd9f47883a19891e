using System.Net;
using Commonstead.Leases;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Platform.Web;

/// <summary>Small manners of pages: nothing answered for the reader, words as on the page, no dead end.</summary>
public sealed class PageMannersTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task AFormThatAPageDoesNotKnow_IsNotFound()
    {
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/resales/settings");
        var token = page.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var sent = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        var resale = await host.NewResale();
        using var answer = await steward.Http.PostAsync(
            new Uri($"/resales/{resale.Id}?handler=Nothing", UriKind.Relative), sent,
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task ADownload_SaysWhatThePageSays()
    {
        await host.NewLease();
        using var steward = await host.SignInAsSteward();
        var csv = await steward.Http.GetStringAsync("/leases?format=csv");
        Assert.Contains("Ground lease", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("GroundLease", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsAnsweredAboutWorks_BeforeSomebodyDoes()
    {
        var lease = await host.NewLease();
        var works = await host.Does((RecordWorks o) => o, new RecordWorksInput
        {
            Lease = lease,
            Description = "A porch",
            NoticeOn = host.Trust.Today,
            Cost = ResaleCase.Usd(900),
        });
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/leases/{lease}/improvements/{works.Value}");
        Assert.Null(form.Document.QuerySelector("[name='Input.Step'][checked]"));
        var refused = await form.Submit(new Dictionary<string, string> { ["Input.On"] = "2026-06-01" });
        Assert.Contains("Choose what happened.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANoticeFromTheBoard_BeginsWithASearchForTheLease()
    {
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open("/resales/start");
        Assert.NotNull(page.Document.QuerySelector("form[action='/leases'] input[name='q']"));
    }
}
