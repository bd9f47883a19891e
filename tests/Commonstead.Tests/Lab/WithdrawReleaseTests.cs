using Commonstead.Core;
using Commonstead.Lab;
using Commonstead.Platform.Operations;
using Commonstead.Series;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Lab;

public sealed class WithdrawReleaseTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task WhenAReleaseIsWithdrawn_ItStillComputes_AndSaysSo_AndNothingNewRestsOnIt()
    {
        var id = await _host.PublishedStudy();
        using var steward = await _host.SignInAsSteward();
        var link = (await steward.Open($"/lab/studies/{id}")).Document.QuerySelector("a[href^='/studies/']")!
            .GetAttribute("href")!;
        string release;
        await using (var db = _host.Trust.NewDb())
            release = await db.Set<PublishedRelease>().Where(r => r.Series == "lab.incomes").Select(r => r.Release)
                .SingleAsync(TestContext.Current.CancellationToken);
        var page = await steward.Open($"/series/lab.incomes/{Uri.EscapeDataString(release)}");
        var marked = await page.Press("Mark it as withdrawn", new Dictionary<string, string>
        {
            ["Input.On"] = _host.Trust.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["Input.Because"] = "Miscounted",
        });
        Assert.Empty(marked.Errors);
        Assert.Contains("Miscounted", marked.Text, StringComparison.Ordinal);
        var seen = await steward.Open(link);
        Assert.Contains("Miscounted", seen.Text, StringComparison.Ordinal);
        var file = LabFile.Read(await steward.Http.GetStringAsync(link + "?handler=File"));
        Assert.Null(file.DifferenceTo(Backtest.Run(
            file.Backtest!, new FigureSet(file.Figures), TestContext.Current.CancellationToken).Value!));
        var anew = await steward.Open($"/lab?Ask.Rules={file.Rules[0].Hash}&{LabStudies.Place}");
        Assert.Contains("of lab.incomes was withdrawn", Assert.Single(anew.Errors), StringComparison.Ordinal);
        var question = new LabQuestion
        {
            Market = "lab.prices",
            Incomes = "lab.incomes",
            Mortgage = "lab.rate",
            Area = "us:county:25013",
        };
        var lacking = Outcome<Done>.Refused([new Refusal(StudyRefusal.FigureMissing, "lab.incomes")]);
        Assert.Equal(
            StudyRefusal.ReleaseWithdrawn,
            (await _host.Asks((LabBench bench) => bench.Explain(lacking, question))).Code());
        var twice = await _host.Does((WithdrawRelease o) => o, new WithdrawReleaseInput
        {
            Series = "lab.incomes",
            Release = release,
            On = _host.Trust.Today,
            Because = "Again",
        });
        Assert.Equal(WithdrawReleaseRefusal.Withdrawn, twice.Code());
    }

    [Fact]
    public async Task AWithdrawal_LiesBetweenPublicationAndToday()
    {
        await _host.LabIsReady();
        await using var db = _host.Trust.NewDb();
        var release = await db.Set<PublishedRelease>().Where(r => r.Series == "lab.prices").Select(r => r.Release)
            .SingleAsync(TestContext.Current.CancellationToken);
        var early = await _host.Does((WithdrawRelease o) => o, new WithdrawReleaseInput
        {
            Series = "lab.prices",
            Release = release,
            On = _host.Trust.Today.AddDays(1),
            Because = "Too soon",
        });
        Assert.Equal(WithdrawReleaseRefusal.OutsideItsTime, early.Code());
    }
}
