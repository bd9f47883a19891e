namespace Commonstead.Core.Tests;

/// <summary>Which published figure answers a look-up, and which look-ups are refused.</summary>
public class FigureSetTests
{
    private static readonly DateOnly _later = new(2030, 1, 1);

    [Fact]
    public void Month_IsAnsweredByExactlyItsMonth()
    {
        var figures = new FigureSet([Cpi("r1", "2025-12-18", ("2025-09-01", 324.8m), ("2025-11-01", 324.122m))]);
        AssertFound(324.8m, figures, "cpi", null, "2025-09-30");
        Assert.Equal("2025-09", figures.Find("cpi", null, Day("2025-09-30"), _later).Figure!.Period);
        AssertRefused(FigureRefusal.Missing, figures, "cpi", null, "2025-10-15");
    }

    [Fact]
    public void Year_IsAnsweredByExactlyItsYear()
    {
        var figures = new FigureSet([Release("earnings", "2024", FigureSpan.Year, "2024-10-29", "2002-01-01", null,
            ("gb:E09000030", "2022-01-01", 39953m), ("gb:E09000030", "2024-01-01", 46544m))]);
        AssertFound(39953m, figures, "earnings", "gb:E09000030", "2022-12-31");
        AssertRefused(FigureRefusal.Missing, figures, "earnings", "gb:E09000030", "2023-01-01");
        AssertRefused(FigureRefusal.Missing, figures, "earnings", "gb:E09000001", "2022-01-01");
    }

    [Theory]
    [InlineData("2026-03-31", "2025-Q4", false)]
    [InlineData("2026-04-01", "2026-Q2", true)]
    public void Quarter_IsAnsweredByExactlyItsQuarter(string date, string period, bool found)
    {
        var figures = new FigureSet([Release("prices", "r", FigureSpan.Quarter, "2026-07-01", "2026-01-01", null,
            (null, "2026-05-20", 270m))]);
        var figure = figures.Find("prices", null, Day(date), _later).Figure;
        Assert.Equal(found ? period : null, figure?.Period);
    }

    [Fact]
    public void FiguresInForce_HoldUntilTheNextReleaseTakesEffect()
    {
        var figures = Limits();
        AssertFound(86100m, figures, "limit", "us:county:25013", "2026-04-30");
        AssertFound(105200m, figures, "limit", "us:county:25013", "2026-05-01");
        AssertRefused(FigureRefusal.Missing, figures, "limit", "us:county:25013", "2024-01-01");
    }

    [Fact]
    public void FiguresInForce_AreNotTakenFromAnOlderRelease_WhenTheNewestLeavesTheAreaOut()
    {
        var figures = Limits();
        AssertFound(50000m, figures, "limit", "us:county:09001", "2026-04-30");
        AssertRefused(FigureRefusal.Missing, figures, "limit", "us:county:09001", "2026-05-01");
    }

    [Fact]
    public void FiguresInForce_AreRefusedAfterTheirLastDay()
    {
        var release = Release("limit", "2026", FigureSpan.InForce, "2026-04-01", "2026-05-01", null,
            ("a", "2026-05-01", 1m));
        var figures = new FigureSet([release with { Until = Day("2027-12-31") }]);
        Assert.NotNull(figures.Find("limit", "a", Day("2027-12-31"), _later).Figure);
        var refused = figures.Find("limit", "a", Day("2028-01-01"), _later);
        Assert.Contains("only until", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyReleasesPublishedByTheKnownByDate_Count()
    {
        var figures = new FigureSet([
            Release("earnings", "2023", FigureSpan.Year, "2023-11-01", "2002-01-01", null,
                ("gb:E06000001", "2022-01-01", 31553m)),
            Release("earnings", "2024", FigureSpan.Year, "2024-10-29", "2002-01-01", null,
                ("gb:E06000001", "2022-01-01", 31479m))]);
        AssertFound(31479m, figures, "earnings", "gb:E06000001", "2022-06-01", Day("2024-10-29"));
        AssertFound(31553m, figures, "earnings", "gb:E06000001", "2022-06-01", Day("2024-10-28"));
        AssertRefused(FigureRefusal.Missing, figures, "earnings", "gb:E06000001", "2022-06-01", Day("2023-10-31"));
    }

    [Fact]
    public void ACorrection_IsTheReleasePublishedLater()
    {
        var figures = new FigureSet([
            Release("limit", "2026", FigureSpan.InForce, "2026-04-01", "2026-05-01", null,
                ("a", "2026-05-01", 1m), ("b", "2026-05-01", 5m)),
            Release("limit", "2026b", FigureSpan.InForce, "2026-06-01", "2026-05-01", null,
                ("a", "2026-05-01", 2m))]);
        AssertFound(2m, figures, "limit", "a", "2026-05-15");
        AssertFound(1m, figures, "limit", "a", "2026-05-15", Day("2026-05-31"));
        AssertFound(5m, figures, "limit", "b", "2026-05-15");
    }

    [Fact]
    public void AnEqualClaim_IsRefused_EvenWithEqualFigures()
    {
        var figures = new FigureSet([
            Cpi("one", "2026-01-15", ("2025-12-01", 324m)), Cpi("two", "2026-01-15", ("2025-12-01", 324m))]);
        var found = figures.Find("cpi", null, Day("2025-12-31"), _later);
        Assert.Equal(FigureRefusal.Ambiguous, found.Refusal);
        Assert.Contains("one", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ReleasesDatedInDifferentWays_AreRefused()
    {
        var figures = new FigureSet([
            Cpi("one", "2026-01-15", ("2025-12-01", 324m)),
            Release("cpi", "two", FigureSpan.Year, "2026-01-15", "2000-01-01", null, (null, "2025-01-01", 320m))]);
        AssertRefused(FigureRefusal.Ambiguous, figures, "cpi", null, "2025-12-31");
    }

    [Fact]
    public void AnUnknownSeries_IsRefused() =>
        AssertRefused(FigureRefusal.UnknownSeries, new FigureSet([]), "cpi", null, "2025-12-31");

    [Fact]
    public void ASuccessor_AnswersFromItsFirstDay()
    {
        var figures = new FigureSet(
            [Release("limit", "2025", FigureSpan.InForce, "2025-04-01", "2025-04-01", null, ("new", "2025-04-01", 7m))],
            [
                new AreaSuccession("old", "middle", Day("2024-01-01")),
                new AreaSuccession("middle", "new", Day("2025-06-01")),
            ]);
        AssertRefused(FigureRefusal.Missing, figures, "limit", "old", "2025-05-31");
        var found = figures.Find("limit", "old", Day("2025-06-01"), _later).Figure!;
        Assert.Equal((7m, "new"), (found.Value, found.Area));
    }

    [Fact]
    public void ADividedArea_IsRefused_AndACircleEnds()
    {
        var release = Release("limit", "2025", FigureSpan.InForce, "2025-04-01", "2025-04-01", null,
            ("north", "2025-04-01", 7m));
        var divided = new FigureSet([release],
            [
                new AreaSuccession("whole", "north", Day("2025-01-01")),
                new AreaSuccession("whole", "south", Day("2025-01-01")),
            ]);
        AssertRefused(FigureRefusal.Ambiguous, divided, "limit", "whole", "2025-06-01");
        var circle = new FigureSet([release],
            [new AreaSuccession("a", "b", Day("2025-01-01")), new AreaSuccession("b", "a", Day("2025-01-01"))]);
        AssertRefused(FigureRefusal.Missing, circle, "limit", "a", "2025-06-01");
    }

    [Fact]
    public void ABase_CanBeAskedFor()
    {
        var figures = new FigureSet([
            Release("cpi", "old", FigureSpan.Month, "2019-01-01", "1913-01-01", "1982-84=100",
                (null, "2015-06-01", 238.638m)),
            Release("cpi", "new", FigureSpan.Month, "2026-01-01", "1913-01-01", "2020=100",
                (null, "2015-06-01", 92.2m))]);
        AssertFound(92.2m, figures, "cpi", null, "2015-06-15");
        Assert.Equal(238.638m, figures.Find("cpi", null, Day("2015-06-15"), _later, "1982-84=100").Figure!.Value);
        Assert.Equal(FigureRefusal.Missing, figures.Find("cpi", null, Day("2015-06-15"), _later, "1967=100").Refusal);
    }

    [Fact]
    public void APin_AnswersItsOwnMonthWhateverWasPublishedSince()
    {
        var first = new FigureSet([Cpi("r1", "2020-07-14", ("2020-06-01", 257.797m))]);
        var pin = new PinnedFigure(first.Find("cpi", null, Day("2020-06-15"), _later).Figure!);
        var revised = new FigureSet([Cpi("r2", "2021-07-14", ("2020-06-01", 258m), ("2021-06-01", 271.696m))]);
        var pinned = new PinnedFigures(revised, [pin]);
        Assert.Equal("r1", pinned.Find("cpi", null, Day("2020-06-30"), _later).Figure!.ReleaseId);
        Assert.Equal("r2", pinned.Find("cpi", null, Day("2021-06-30"), _later).Figure!.ReleaseId);
        Assert.Equal(FigureRefusal.Missing, pinned.Find("cpi", null, Day("2020-06-30"), _later, "1967=100").Refusal);
    }

    [Fact]
    public void APinInForce_AnswersFromItsDayToItsLast()
    {
        var figure = Limits().Find("limit", "us:county:25013", Day("2025-04-01"), _later).Figure!;
        var pinned = new PinnedFigures(new FigureSet([]), [new PinnedFigure(figure, Day("2025-09-30"))]);
        Assert.NotNull(pinned.Find("limit", "us:county:25013", Day("2025-09-30"), _later).Figure);
        Assert.Null(pinned.Find("limit", "us:county:25013", Day("2025-10-01"), _later).Figure);
        Assert.Null(pinned.Find("limit", "us:county:25015", Day("2025-09-30"), _later).Figure);
    }

    private static void AssertFound(
        decimal value, IFigures figures, string series, string? area, string date, DateOnly? knownBy = null) =>
        Assert.Equal(value, figures.Find(series, area, Day(date), knownBy ?? _later).Figure!.Value);

    private static void AssertRefused(
        FigureRefusal refusal, IFigures figures, string series, string? area, string date, DateOnly? knownBy = null) =>
        Assert.Equal(refusal, figures.Find(series, area, Day(date), knownBy ?? _later).Refusal);

    private static FigureSet Limits() => new([
        Release("limit", "2025", FigureSpan.InForce, "2025-04-01", "2025-04-01", null,
            ("us:county:25013", "2025-04-01", 86100m), ("us:county:09001", "2025-04-01", 50000m)),
        Release("limit", "2026", FigureSpan.InForce, "2026-04-15", "2026-05-01", null,
            ("us:county:25013", "2026-05-01", 105200m))]);

    private static SeriesRelease Cpi(string id, string published, params (string Date, decimal Value)[] figures) =>
        Release("cpi", id, FigureSpan.Month, published, "1913-01-01", "1982-84=100",
            [.. figures.Select(figure => ((string?)null, figure.Date, figure.Value))]);

    private static SeriesRelease Release(
        string series, string id, FigureSpan span, string published, string effective, string? indexBase,
        params (string? Area, string Date, decimal Value)[] figures) => new()
        {
            SeriesId = series,
            ReleaseId = id,
            Published = Day(published),
            Effective = Day(effective),
            Span = span,
            Base = indexBase,
            Publisher = "publisher",
            Source = "typed for this test",
            Figures = [.. figures.Select(figure => new SeriesFigure(figure.Area, Day(figure.Date), figure.Value))],
        };

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
