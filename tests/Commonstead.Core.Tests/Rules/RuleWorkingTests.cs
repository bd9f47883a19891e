using System.Text.Json;

namespace Commonstead.Core.Tests;

/// <summary>
/// What a result carries: steps with their numbers, items, figures with their releases, and its way through JSON.
/// </summary>
public class RuleWorkingTests
{
    private const string Rule =
        """
        given price money "price paid"
        given bought date
        given sold date
        given home area
        given works list of { cost money, done date } = []
        given share rate = 50%
        series cpi number as "us.cpi" "the index"
        series ami of area money as "us.ami" "the median"
        credit "yearly credit" = sum y in years(bought, sold):
            price * clamp(min(change(cpi, y.start, y.end), change(ami of home, y.start, y.end)), 1%, 3.5%) # of price
        recent = sum w in works where w.done >= add_years(sold, -5): share * w.cost
        again  = ami of home on sold
        maximum_price = round(price + credit - (recent - 0.5 * recent), down to 1)
        """;

    [Fact]
    public void AStep_ShowsItsWordsItsFormulaAndItsNumbers()
    {
        var step = Result().Steps[0];
        Assert.Equal(("credit", "yearly credit"), (step.Name, step.Label));
        Assert.Equal(
            "sum y in years(bought, sold): price * clamp(min(change(cpi, y.start, y.end), change(ami of home, "
            + "y.start, y.end)), 1%, 3.5%)",
            step.FormulaText);
        Assert.Equal("2,000.00 + 7,000.00", step.Substituted);
        Assert.Equal(RuleValue.OfMoney(9000), step.Value);
    }

    [Fact]
    public void EachYear_IsAnItemWithItsNumbersAndFigures()
    {
        var items = Result().Steps[0].Items;
        Assert.Equal(["2020-06-15 – 2021-06-15", "2021-06-15 – 2022-06-15"], items.Select(item => item.Label));
        Assert.Equal(
            "200,000.00 × clamp(min((101 ÷ 100 − 1), (110.00 ÷ 100.00 − 1)), 1%, 3.5%)", items[0].Substituted);
        Assert.Equal(4, items[0].Figures.Count);
        Assert.Equal(RuleValue.OfMoney(7000), items[1].Value);
    }

    [Fact]
    public void ARowLeftOut_SaysWhy()
    {
        var items = Result().Steps[1].Items;
        Assert.Equal([true, false], items.Select(item => item.IsCounted));
        Assert.Equal("cost 4000, done 2020-01-01", items[0].Label);
        Assert.Equal("50% × 4,000.00", items[0].Substituted);
        Assert.Equal("not (2016-06-01 ≥ add_years(2022-09-01, -5))", items[1].Substituted);
    }

    [Fact]
    public void Brackets_StandWhereTheyAreNeeded() =>
        Assert.Equal(
            "round(200,000.00 + 9,000.00 − (2,000.00 − 0.5 × 2,000.00), down to 1)", Result().Steps[^1].Substituted);

    [Fact]
    public void Figures_AreListedOnceWithTheirReleases()
    {
        var result = Result();
        Assert.Equal(7, result.Figures.Count);
        Assert.Equal(6, result.Steps[0].Figures.Count);
        var used = Assert.Single(result.Steps[2].Figures);
        Assert.Equal(("ami", "us:here", new DateOnly(2022, 9, 1)), (used.Series, used.Area, used.DateAsked));
        Assert.Equal(
            ("us.ami", "2022", "publisher"), (used.Figure.SeriesId, used.Figure.ReleaseId, used.Figure.Publisher));
        Assert.Equal(new DateOnly(2022, 4, 1), used.Figure.Published);
    }

    [Fact]
    public void Givens_CarryTheirSources()
    {
        var givens = Result().Givens;
        Assert.Equal(new GivenUsed("price", "price paid", RuleValue.OfMoney(200000), "lease"), givens[0]);
        Assert.Equal("default of the rule", givens.Single(given =>
            string.Equals(given.Name, "share", StringComparison.Ordinal)).Source);
    }

    [Fact]
    public void AResult_GoesThroughJsonUnchanged()
    {
        var result = Result();
        var json = JsonSerializer.Serialize(result);
        var back = JsonSerializer.Deserialize<RuleResult>(json)!;
        Assert.Equal(json, JsonSerializer.Serialize(back));
        Assert.Equal(result.MaximumPrice, back.MaximumPrice);
        Assert.Equal(result.Steps[0].Value, back.Steps[0].Value);
        Assert.Equal(result.Givens, back.Givens);
        Assert.Equal(result.Figures, back.Figures);
    }

    [Fact]
    public void TheSameInputs_GiveTheSameResult()
    {
        var once = JsonSerializer.Serialize(Result());
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(once, JsonSerializer.Serialize(Result())));
    }

    [Fact]
    public void ADocument_IsEvaluatedFromManyThreads()
    {
        var document = RuleTest.Read(Rule);
        var expected = JsonSerializer.Serialize(document.Evaluate(Inputs()).Result);
        var results = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 200, _ => results.Add(JsonSerializer.Serialize(document.Evaluate(Inputs()).Result)));
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void OnlyTheBranchTaken_LooksUpItsFigures()
    {
        var outcome = RuleTest.Run(
            """
            series cpi number "never published"
            x = if 1 < 2 then 5 else cpi on as_of
            maximum_price = round(money(x), down to 1)
            """);
        Assert.Equal("since 1 < 2: 5", RuleTest.Answer(outcome).Steps[0].Substituted);
    }

    [Fact]
    public void CasesNotTaken_AreToldWithTheirConditionAndItsNumbers()
    {
        var result = RuleTest.Answer(RuleTest.Run(
            """
            given owned whole
            given kept yesno = no
            series cpi number "never published"
            x = (if owned < 5 then 1 else if owned < 10 then 2 else cpi on as_of) + (if kept then 3 else 4)
            maximum_price = round(money(x), down to 1)
            """, null, ("owned", RuleValue.OfWhole(7))));
        Assert.Equal(
        [
            new CaseNotTaken("1", "owned < 5", "7 < 5", Held: false),
            new CaseNotTaken("cpi on as_of", "owned < 10", "7 < 10", Held: true),
            new CaseNotTaken("3", "kept", "no", Held: false),
        ], result.CasesNotTaken("x"));
        Assert.Empty(result.CasesNotTaken("maximum_price"));
        Assert.Empty(result.CasesNotTaken("no such step"));
    }

    [Fact]
    public void CasesBehindTheOneThatApplies_WereNeverAsked()
    {
        var result = RuleTest.Answer(RuleTest.Run(
            """
            series cpi number "never published"
            x = if 1 < 2 then 5 else if cpi on as_of > 1 then 6 else 7
            maximum_price = round(money(x), down to 1)
            """));
        Assert.Equal(
            [new CaseNotTaken("6", "cpi on as_of > 1", null, Held: false), new CaseNotTaken("7", null, null, false)],
            result.CasesNotTaken("x"));
        var written = JsonSerializer.Deserialize<RuleResult>(JsonSerializer.Serialize(result))!;
        Assert.Empty(written.CasesNotTaken("x"));
    }

    [Fact]
    public void MoreThanADozenItems_AreShownAsTheirTotal()
    {
        var result = RuleTest.Answer(RuleTest.Run(
            """
            x = 1 + (sum m in months(2024-01-01, 2026-01-01): 2)
            maximum_price = round(money(x), down to 1)
            """));
        Assert.Equal("1 + 48", result.Steps[0].Substituted);
        Assert.Equal(24, result.Steps[0].Items.Count);
    }

    [Fact]
    public void ARatchet_ShowsItsWay()
    {
        var result = RuleTest.Answer(RuleTest.Run(
            """
            x = carry best = money(1) over y in years(2023-01-01, 2026-01-01): max(best, money(4) - best)
            maximum_price = round(x, down to 1)
            """));
        Assert.Equal("carry(1.00 → 3.00 → 3.00 → 3.00)", result.Steps[0].Substituted);
        Assert.Equal("max(3.00, money(4) − 3.00)", result.Steps[0].Items[1].Substituted);
    }

    [Fact]
    public void Text_FollowsTheCultureItIsShownIn()
    {
        var german = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
        Assert.Equal("1.234,50", RuleText.Show(RuleValue.OfMoney(1234.5m), Currency.Usd, german));
        Assert.Equal("1,234", RuleText.Show(RuleValue.OfMoney(1234m), Currency.Parse("JPY")));
        Assert.Equal("2.5%", RuleText.Show(RuleValue.OfRate(0.025m), Currency.Usd));
    }

    private static RuleResult Result() => RuleTest.Answer(RuleTest.Read(Rule).Evaluate(Inputs()));

    private static RuleInputs Inputs() => RuleTest.Inputs(
        new FigureSet([.. Enumerable.Range(2020, 3).SelectMany(Year)]),
        ("price", RuleValue.OfMoney(200000)), ("bought", RuleValue.OfDate(new DateOnly(2020, 6, 15))),
        ("sold", RuleValue.OfDate(new DateOnly(2022, 9, 1))), ("home", RuleValue.OfArea("us:here")),
        ("works", RuleValue.OfRows(new RuleRows(["cost", "done"],
        [
            [RuleValue.OfMoney(4000), RuleValue.OfDate(new DateOnly(2020, 1, 1))],
            [RuleValue.OfMoney(9000), RuleValue.OfDate(new DateOnly(2016, 6, 1))],
        ]))));

    private static IEnumerable<SeriesRelease> Year(int year) =>
    [
        Release("us.cpi", year, FigureSpan.Month, new SeriesFigure(
            null, new DateOnly(year, 6, 1), year switch { 2020 => 100, 2021 => 101, _ => 110 })),
        Release("us.ami", year, FigureSpan.InForce, new SeriesFigure("us:here", default, 100 + 10 * (year - 2020))),
    ];

    private static SeriesRelease Release(string series, int year, FigureSpan span, SeriesFigure figure) => new()
    {
        SeriesId = series,
        ReleaseId = $"{year}",
        Published = new DateOnly(year, 4, 1),
        Effective = new DateOnly(year, 5, 1),
        Span = span,
        Publisher = "publisher",
        Source = "typed for this test",
        Figures = [figure],
    };
}
