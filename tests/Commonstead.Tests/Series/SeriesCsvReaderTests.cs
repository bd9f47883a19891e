using Commonstead.Core;
using Commonstead.Series;
using static Commonstead.Tests.Series.ReaderFixture;

namespace Commonstead.Tests.Series;

public class SeriesCsvReaderTests
{
    private static readonly SeriesCsvOptions _long = new();

    [Fact]
    public void Long_TakesOneFigureARow()
    {
        var file = SeriesCsvReader.Read(
            Text(
                "series,area,area_name,period,value,unit",
                "cpi,,,2026-05,335.123,number",
                "ami,us:metro:boston,Boston,2026,\"164,600\",USD",
                "ami,us:metro:boston,Boston,2025-Q3,,USD",
                "rate,,,2026-05-04,-0.25,"),
            _long);
        Assert.Equal(335.123m, file.Figure("cpi", null, "2026-05"));
        Assert.Equal(164_600, file.Figure("ami", "us:metro:boston", "2026"));
        Assert.Equal(-0.25m, file.Figure("rate", null, "2026-05-04"));
        Assert.Equal(1, file.MissingCount);
        Assert.Equal("Boston", Assert.Single(file.Areas).Name);
        Assert.Equal([null, Currency.Usd, null], file.Series.Select(series => series.Currency));
    }

    [Fact]
    public void Long_NeedsThreeColumnsOnlyInAnyOrder() =>
        Assert.Equal(7, SeriesCsvReader.Read(Text("value,series,period", "7,x,2026"), _long).Figure("x", null, "2026"));

    [Theory]
    [InlineData("CPI,2026,1,,",
        "row 2, column 1: “CPI” is not a series code (small letters, digits, dots, hyphens).")]
    [InlineData("=cmd,2026,1,,",
        "row 2, column 1: “=cmd” is not a series code (small letters, digits, dots, hyphens).")]
    [InlineData("x,2025-02-30,1,,",
        "row 2, column 2: “2025-02-30” is not a date, month, quarter or year that exists.")]
    [InlineData("x,2025-13,1,,", "row 2, column 2: “2025-13” is not a date, month, quarter or year that exists.")]
    [InlineData("x,2025-Q5,1,,", "row 2, column 2: “2025-Q5” is not a date, month, quarter or year that exists.")]
    [InlineData("x,2026,1e5,,", "row 2, column 3: “1e5” is not a number.")]
    [InlineData("x,2026,$5,,", "row 2, column 3: “$5” is not a number.")]
    [InlineData("x,2026,+5,,", "row 2, column 3: “+5” is a formula, not text or a number.")]
    [InlineData("x,2026,1,boston,", "row 2, column 4: “boston” is not an area code.")]
    [InlineData("x,2026,1,,usd",
        "row 2, column 5: “usd” is neither a currency code nor “number”, or changes within the series.")]
    public void Long_NamesRowAndColumnOfWhatIsWrong(string row, string expected) =>
        Assert.Equal(
            expected,
            SeriesCsvReader.Read(Text("series,period,value,area,unit", row), _long).OnlyError().ToString());

    [Fact]
    public void Long_RefusesAUnitThatChangesAndAFigureTwice()
    {
        var file = SeriesCsvReader.Read(
            Text("series,period,value,unit", "x,2025,1,USD", "x,2026,1,GBP", "x,2025,2,USD"), _long);
        Assert.Equal(
            [SeriesFileErrorKind.NotAUnit, SeriesFileErrorKind.RepeatedFigure],
            file.Errors.Select(error => error.Kind));
        Assert.Equal([3, 4], file.Errors.Select(error => error.Row));
    }

    [Fact]
    public void Long_NamesColumnsThatAreMissingOrUnknown()
    {
        var file = SeriesCsvReader.Read(Text("series,value,note"), _long);
        Assert.Equal(
            ["row 1, column 3: The column “note” is not known.", "row 1: The column “period” is missing."],
            file.Errors.Select(error => error.ToString()));
    }

    // U.S. Bureau of Labor Statistics, consumer prices, all items; October 2025 was never published.
    [Fact]
    public void Wide_TakesMonthsFromDates()
    {
        var file = SeriesCsvReader.Read(
            Text("Date,Index,Inflation", "2025-11-01,324.122,-0.21", "2026-05-01,335.123,0.63"),
            Wide("Date", PeriodKind.Month, "Index=us.cpi-u"));
        Assert.Equal(335.123m, file.Figure("us.cpi-u", null, "2026-05"));
        Assert.Equal(2, file.Figures.Count);
    }

    // Nationwide Building Society, UK house prices by quarter: a quarter is dated by its middle month.
    [Fact]
    public void Wide_TakesQuartersFromDatesAndHeadersAsTheyAre()
    {
        var options = Wide(
            "Date", PeriodKind.Quarter, "Price (All)=uk.nationwide", "Change (All)=uk.nationwide-change");
        var file = SeriesCsvReader.Read(
            Text("Date,Price (All),Change (All)", "1953-02-01,1891.0,", "2024-11-01,268518.0,3.6"),
            options with { Currency = Currency.Gbp });
        Assert.Equal(1_891, file.Figure("uk.nationwide", null, "1953-Q1"));
        Assert.Equal(268_518, file.Figure("uk.nationwide", null, "2024-Q4"));
        Assert.Equal(1, file.MissingCount);
    }

    // S&P Case-Shiller, not seasonally adjusted: cities start at different times, blank before.
    [Fact]
    public void Wide_TakesColumnsAsAreasOfOneSeries()
    {
        var file = SeriesCsvReader.Read(
            Text("Date,AZ-Phoenix,MA-Boston", "1987-01-01,,70.042", "2024-07-01,329.539,339.679"),
            Wide("Date", PeriodKind.Month, "AZ-Phoenix=cs@us:metro:phoenix", "MA-Boston=cs@us:metro:boston"));
        Assert.Equal(339.679m, file.Figure("cs", "us:metro:boston", "2024-07"));
        Assert.Equal(3, file.Figures.Count);
        Assert.Equal("cs", Assert.Single(file.Series).Code);
    }

    [Theory]
    [InlineData("2025-02-29,1", "row 2, column 1: “2025-02-29” is not a date, month, quarter or year that exists.")]
    [InlineData("01/02/2025,1", "row 2, column 1: “01/02/2025” is not a date, month, quarter or year that exists.")]
    [InlineData("2025-Q1,1", "row 2, column 1: “2025-Q1” is not a date, month, quarter or year that exists.")]
    [InlineData("2025-01-01,n/a", "row 2, column 2: “n/a” is not a number.")]
    [InlineData("2025-01-01", "row 2: The row has 1 fields, not as many as the header.")]
    public void Wide_NamesRowAndColumnOfWhatIsWrong(string row, string expected) =>
        Assert.Equal(
            expected,
            SeriesCsvReader.Read(Text("date,v", row), Wide("date", PeriodKind.Month, "v=x")).OnlyError().ToString());

    [Fact]
    public void Wide_RefusesAColumnThatIsNotThere() =>
        Assert.Equal(
            "row 1: The column “Index” is missing.",
            SeriesCsvReader.Read(Text("Date,Value"), Wide("Date", null, "Index=x")).OnlyError().ToString());

    [Fact]
    public void Wide_RefusesTwoDatesOfOneMonth() =>
        Assert.Equal(
            SeriesFileErrorKind.RepeatedFigure,
            SeriesCsvReader.Read(
                Text("date,v", "2025-01-01,1", "2025-01-31,2"), Wide("date", PeriodKind.Month, "v=x"))
                .OnlyError().Kind);

    [Theory]
    [InlineData("Index=us.cpi-u", "Index", "us.cpi-u", null)]
    [InlineData("a=b=x@us:metro:boston", "a=b", "x", "us:metro:boston")]
    public void Column_IsReadFromItsWrittenForm(string text, string header, string series, string? area)
    {
        Assert.True(SeriesCsvColumn.TryParse(text, out var column));
        Assert.Equal(new SeriesCsvColumn(header, series, area), column);
    }

    [Theory]
    [InlineData("Index")]
    [InlineData("=x")]
    [InlineData("Index=")]
    [InlineData("Index=US CPI")]
    [InlineData("Index=x@boston")]
    [InlineData("Index=x@us:a@us:b")]
    public void Column_RefusesAnythingElse(string text) => Assert.False(SeriesCsvColumn.TryParse(text, out _));

    private static SeriesCsvOptions Wide(string period, PeriodKind? every, params string[] columns) => new()
    {
        PeriodColumn = period,
        Every = every,
        Columns = [.. columns.Select(text => SeriesCsvColumn.TryParse(text, out var column) ? column! : throw new
            ArgumentException(text, nameof(columns)))],
    };
}
