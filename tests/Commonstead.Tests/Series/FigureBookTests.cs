using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Series;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Series;

public sealed class FigureBookTests : IAsyncLifetime
{
    private const string Hampden = "us:county:25013";
    private static readonly DateOnly _day = new(2026, 6, 1);

    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.ImportHud();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task For_ReadsOnlyTheAreasARuleCanLookUp()
    {
        var figures = await For("ami of home_area", [Hampden]);
        Assert.Equal(96_700, figures.Find("hud.ami", Hampden, _day, _day).Figure!.Value);
        Assert.Equal(FigureRefusal.Missing, figures.Find("hud.ami", "us:county:06037", _day, _day).Refusal);
        Assert.Equal(FigureRefusal.UnknownSeries, figures.Find("hud.low-4", Hampden, _day, _day).Refusal);
    }

    [Fact]
    public async Task For_ReadsTheAreasThatTheRuleNamesItself()
    {
        var figures = await For("ami of \"us:county:06037\"", [Hampden]);
        Assert.Equal(108_100, figures.Find("hud.ami", "us:county:06037", _day, _day).Figure!.Value);
    }

    [Fact]
    public async Task Of_ReadsSeriesBesideTheRules_AndTheAreasThatARuleNamesItself()
    {
        var figures = await _host.Ask((IFigureBook book) =>
            book.Of([Rule("ami of \"us:county:06037\"")], ["hud.low-4"], _day, [Hampden]));
        Assert.Equal(108_100, figures.Find("hud.ami", "us:county:06037", _day, _day).Figure!.Value);
        Assert.NotNull(figures.Find("hud.low-4", Hampden, _day, _day).Figure);
        Assert.Equal(FigureRefusal.Missing, figures.Find("hud.ami", "us:county:15003", _day, _day).Refusal);
    }

    [Fact]
    public async Task TheEdition_IsAnother_OnceASuccessorOrItsDayIsMended()
    {
        var editions = new List<string> { await Edition() };
        foreach (var (successor, day) in new[]
        {
            ("us:county:09110", _day), ("us:county:09110", _day.AddDays(1)), ("us:county:09120", _day.AddDays(1)),
        })
        {
            Assert.True((await Name(new AreaLine("us:county:09001", "Fairfield", successor, day))).IsDone);
            editions.Add(await Edition());
        }

        Assert.Equal(editions.Count, editions.Distinct().Count());
        Assert.Equal(editions[^1], await Edition());

        Task<string> Edition() => _host.Ask((IFigureBook book) => book.Edition());
    }

    [Fact]
    public async Task For_LeavesOutWhatWasNotYetPublished()
    {
        var figures = await _host.Ask((IFigureBook book) =>
            book.For(Rule("ami of home_area"), new DateOnly(2025, 12, 31)));
        Assert.Equal(96_200, figures.Find("hud.ami", Hampden, _day, _day).Figure!.Value);
    }

    [Fact]
    public async Task ASuccessor_AnswersForTheAreaWhosePlaceItTook()
    {
        Assert.True((await Name(new AreaLine("us:county:09001", "Fairfield", "us:county:09110",
            new DateOnly(2025, 4, 1)))).IsDone);
        var figures = await For("ami of home_area", ["us:county:09001"]);
        Assert.Equal(129_200, figures.Find("hud.ami", "us:county:09001", _day, _day).Figure!.Value);
        var limits = await _host.Ask((IIncomeLimits book) => book.Of("us:county:09001"));
        Assert.Equal([2024, 2025, 2026], limits.Select(l => l.FiscalYear));
        Assert.Equal([147_700, 126_600, 129_200], limits.Select(l => l.Median.Amount));
    }

    [Fact]
    public async Task Limits_HoldEveryPublishedFigure_AndTheYearsGuideline()
    {
        var limits = await _host.Ask((IIncomeLimits book) => book.Of(Hampden));
        var latest = limits[^1];
        Assert.Equal((2026, new DateOnly(2026, 5, 1)), (latest.FiscalYear, latest.EffectiveFrom));
        Assert.Equal(27_650, latest.Find(PublishedLevel.ExtremelyLow, 1)!.Value.Amount);
        Assert.Equal(138_900, latest.Find(PublishedLevel.Low, 8)!.Value.Amount);
        Assert.Equal(15_960, latest.Guideline!.Value.FirstPerson.Amount);
        Assert.Empty(await _host.Ask((IIncomeLimits book) => book.Of("us:county:99999")));
        Assert.Null((await _host.Ask((IIncomeLimits book) => book.Of("us:county:72001")))[0].Guideline);
        Assert.Equal(18_360,
            (await _host.Ask((IIncomeLimits book) =>
                book.Of("us:county:15003")))[0].Guideline!.Value.FirstPerson.Amount);
    }

    [Fact]
    public async Task NamingAreas_RefusesInOrder()
    {
        var read = await Name(AreaFile.Read(ReaderFixture.Text("area,name", "nowhere,=x", "us:x,A", "us:x,B")));
        Assert.All(read.Refusals, r => Assert.Equal(NameAreasRefusal.AreasNotRead, r.Code));
        Assert.Equal(3, read.Refusals.Count);
        Assert.Equal(NameAreasRefusal.HalfASuccession,
            (await Name(new AreaLine("us:a", "A", "us:b", null))).Refusals[0].Code);
        Assert.Equal(NameAreasRefusal.FollowsItself, (await Name(
            new AreaLine("us:a", "A", "us:b", _day), new AreaLine("us:b", "B", "us:a", _day))).Refusals[0].Code);
        await using var db = _host.Trust.NewDb();
        Assert.False(await db.Set<PublishedArea>().AnyAsync());
    }

    [Fact]
    public async Task NamingAreasAgain_ChangesOnlyWhatDiffers()
    {
        var file = () => AreaFile.Read(ReaderFixture.Text(
            "area,name,successor,effective", "us:county:09001,Fairfield County,us:county:09120,2025-04-01",
                "us:x,X,,"));
        Assert.Equal(2, (await Name(file())).Value.Changed);
        Assert.Equal(0, (await Name(file())).Value.Changed);
    }

    private Task<Outcome<NamedAreas>> Name(params AreaLine[] lines) => Name(new NameAreasInput { Lines = [.. lines] });

    private Task<Outcome<NamedAreas>> Name(NameAreasInput input) => _host.Run(
        _host.Trust, Intent.ActorWith(Role.Steward), s => s.GetRequiredService<NameAreas>(), input);

    private Task<IFigures> For(string lookUp, string[] areas) =>
        _host.Ask((IFigureBook book) => book.For(Rule(lookUp), _day, areas));

    private static RuleDocument Rule(string lookUp) => RuleDocument.Parse($"""
        # A rule
        ```rule
        language 1
        currency USD
        given home_area area
        series ami of area money as "hud.ami" "HUD"
        maximum_price = round({lookUp} on as_of, down to 1)
        ```
        """, "rule.md").Document!;
}
