using Commonstead.Core;
using Commonstead.Series;
using static Commonstead.Tests.Series.ReaderFixture;

namespace Commonstead.Tests.Series;

public class HudIncomeLimitReaderTests
{
    [Fact]
    public void Read_KeepsMedianAndLimitsApart()
    {
        using var stream = Open("income-limits", "hud-counties.csv");
        var file = HudIncomeLimitReader.Read(stream);
        const string hampden = "us:county:25013";
        Assert.Equal(97_000, file.Figure("hud.ami", hampden, "2024"));
        Assert.Equal(96_700, file.Figure("hud.ami", hampden, "2026"));
        Assert.Equal(87_600, file.Figure("hud.low-4", hampden, "2024"));
        Assert.Equal(105_200, file.Figure("hud.low-4", hampden, "2026"));
        Assert.Equal(27_650, file.Figure("hud.extremely-low-1", hampden, "2026"));
        Assert.Equal(86_800, file.Figure("hud.very-low-8", hampden, "2026"));
        Assert.Equal(83_300, file.Figure("hud.very-low-4", "us:county:06037", "2026"));
    }

    [Fact]
    public void Read_GivesEveryFigureOnceInDollars()
    {
        using var stream = Open("income-limits", "hud-counties.csv");
        var file = HudIncomeLimitReader.Read(stream);
        Assert.Equal(25, file.Series.Count);
        Assert.Equal(22 * 25, file.Figures.Count);
        Assert.Equal([2024, 2025, 2026], file.Years);
        Assert.All(file.Series, series => Assert.Equal(Currency.Usd, series.Currency));
        Assert.Contains(file.Series, series => series.Title == "HUD very low income limit, household of 3");
    }

    [Fact]
    public void FiguresOf_MakesAReleaseOfOneYear()
    {
        using var stream = Open("income-limits", "hud-counties.csv");
        var file = HudIncomeLimitReader.Read(stream);
        var release = new SeriesRelease
        {
            SeriesId = HudIncomeLimitReader.MedianSeries,
            ReleaseId = "2026",
            Published = new DateOnly(2026, 5, 1),
            Effective = new DateOnly(2026, 5, 1),
            Span = FigureSpan.InForce,
            Publisher = "HUD",
            Source = "HUD User, income limits",
            Figures = [.. file.FiguresOf(0, 2026)],
        };
        Assert.Equal(14, release.Figures.Count);
        Assert.Contains(new SeriesFigure("us:county:25013", new DateOnly(2026, 1, 1), 96_700), release.Figures);
        Assert.Equal(22, file.FiguresOf(0).Count());
    }

    [Theory]
    [InlineData("2501", "2026", "9", "row 2, column 1: “2501” is not an area code.")]
    [InlineData("2501x", "2026", "9", "row 2, column 1: “2501x” is not an area code.")]
    [InlineData("25013", "20x6", "9", "row 2, column 2: “20x6” is not a date, month, quarter or year that exists.")]
    [InlineData(
        "25013", "2026-05", "9", "row 2, column 2: “2026-05” is not a date, month, quarter or year that exists.")]
    [InlineData("25013", "2026", "nine", "row 2, column 3: “nine” is not a number.")]
    [InlineData("25013", "2026", "", "row 2, column 3: The figure is missing.")]
    [InlineData("25013", "2026", "-5", "row 2, column 3: “-5” is below zero.")]
    [InlineData("25013", "2026", "=1+1", "row 2, column 3: “=1+1” is a formula, not text or a number.")]
    public void Read_NamesRowAndColumnOfWhatIsWrong(string county, string year, string figure, string expected)
    {
        var file = HudIncomeLimitReader.Read(Text(HudHeader, HudRow(county, year, figure)));
        Assert.Equal(expected, file.Errors[0].ToString());
        Assert.Empty(file.Figures);
    }

    [Fact]
    public void Read_RefusesACountyAndYearTwice()
    {
        var row = HudRow("25013", "2026", "9");
        var file = HudIncomeLimitReader.Read(Text(HudHeader, row, row));
        Assert.Equal(25, file.Errors.Count);
        Assert.Equal(
            "row 3, column 3: There is already a figure for hud.ami us:county:25013 2026.",
            file.Errors[0].ToString());
    }

    [Fact]
    public void Read_RefusesARowThatIsTooShort()
    {
        var error = HudIncomeLimitReader.Read(Text(HudHeader, "25013,2026,96700")).OnlyError();
        Assert.Equal("row 2: The row has 3 fields, not as many as the header.", error.ToString());
    }

    [Fact]
    public void Read_NamesColumnsThatAreMissingUnknownOrRepeated()
    {
        var file = HudIncomeLimitReader.Read(Text(HudHeader.Replace("low_income_8", "low_income_7")));
        Assert.Contains(file.Errors, error => error.Kind == SeriesFileErrorKind.RepeatedColumn);
        Assert.Contains(
            file.Errors, error => error is { Kind: SeriesFileErrorKind.MissingColumn, Detail: "very_low_income_8" });
        file = HudIncomeLimitReader.Read(Text(HudHeader + ",state"));
        Assert.Equal("row 1, column 28: The column “state” is not known.", file.OnlyError().ToString());
    }

    [Fact]
    public void Read_TakesColumnsInAnyOrder()
    {
        var names = HudHeader.Split(',').Reverse();
        var cells = HudRow("25013", "2026", "9").Split(',').Reverse();
        var file = HudIncomeLimitReader.Read(Text(string.Join(',', names), string.Join(',', cells)));
        Assert.Equal(9, file.Figure("hud.low-8", "us:county:25013", "2026"));
    }

    [Fact]
    public void Read_RefusesAHeaderAlone() =>
        Assert.Equal(SeriesFileErrorKind.Empty, HudIncomeLimitReader.Read(Text(HudHeader)).OnlyError().Kind);
}
