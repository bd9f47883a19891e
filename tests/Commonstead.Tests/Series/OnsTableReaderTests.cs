using Commonstead.Core;
using Commonstead.Series;
using static Commonstead.Tests.Series.ReaderFixture;

namespace Commonstead.Tests.Series;

public class OnsTableReaderTests
{
    private const string Header =
        "Country/Region code,Country/Region name,Local authority code,Local authority name,2023,2024";

    [Fact]
    public void Read_TakesEarningsFromTable5b()
    {
        using var stream = Open("earnings", "ons-5b.csv");
        var file = OnsTableReader.Read(stream);
        // Earnings in Tower Hamlets fell from 2019 to 2022.
        Assert.Equal(42_608, file.Figure("ons.earnings.residence.median", "gb:E09000030", "2019"));
        Assert.Equal(39_953, file.Figure("ons.earnings.residence.median", "gb:E09000030", "2022"));
        Assert.Equal(31_479, file.Figure("ons.earnings.residence.median", "gb:E06000001", "2022"));
        Assert.Equal(Currency.Gbp, Assert.Single(file.Series).Currency);
        Assert.Contains(file.Areas, area => area is { Code: "gb:E06000010", Name: "Kingston upon Hull, City of" });
    }

    [Fact]
    public void Read_CountsWhatIsMarkedMissingAndMakesNothingOfIt()
    {
        using var stream = Open("earnings", "ons-5b.csv");
        var file = OnsTableReader.Read(stream);
        Assert.Equal(6 * 23, file.Figures.Count + file.MissingCount);
        var cheshireEast = file.Areas.ToList().FindIndex(area => area.Code == "gb:E06000049");
        Assert.DoesNotContain(
            file.Figures, figure => figure.Area == cheshireEast && figure.Period.ToString() == "2002");
    }

    [Fact]
    public void Read_TakesRatiosFromTable5cWithoutItsAverage()
    {
        using var stream = Open("earnings", "ons-5c.csv");
        var file = OnsTableReader.Read(stream);
        Assert.Equal(2.86m, file.Figure("ons.price-to-earnings", "gb:E06000001", "2002"));
        Assert.Equal(4.51m, file.Figure("ons.price-to-earnings", "gb:E06000001", "2024"));
        Assert.Equal(6 * 23, file.Figures.Count + file.MissingCount);
        Assert.Null(Assert.Single(file.Series).Currency);
    }

    [Theory]
    [InlineData("E1,x,E06000001,Here,\"1,00\",2", "row 3, column 5: “1,00” is not a number.")]
    [InlineData("E1,x,E06000001,Here,[y],2", "row 3, column 5: “[y]” is not a number.")]
    [InlineData("E1,x,E06000001,Here,,2", "row 3, column 5: The figure is missing.")]
    [InlineData("E1,x,E0600001,Here,1,2", "row 3, column 3: “E0600001” is not an area code.")]
    [InlineData("E1,x,E06000001,=cmd|' /C calc'!A0,1,2",
        "row 3, column 4: “=cmd|' /C calc'!A0” is a formula, not text or a number.")]
    [InlineData("E1,x,E06000001,Here,1", "row 3: The row has 5 fields, not as many as the header.")]
    public void Read_NamesRowAndColumnOfWhatIsWrong(string row, string expected) =>
        Assert.Equal(
            expected, OnsTableReader.Read(Text("Table 5b - Earnings,,,,,", Header, row)).Errors[0].ToString());

    [Fact]
    public void Read_PassesOverBlankRows()
    {
        var file = OnsTableReader.Read(
            Text("Table 5b - Earnings,,,,,", Header, "", "E1,x,E06000001,Here,1,\"2,345.5\"", ",,,,,"));
        Assert.Equal(2_345.5m, file.Figure("ons.earnings.residence.median", "gb:E06000001", "2024"));
    }

    [Fact]
    public void Read_RefusesAnotherTable()
    {
        var error = OnsTableReader.Read(Text("Table 6a - Something else,,,,,", Header)).OnlyError();
        Assert.Equal("row 1, column 1: This is not the table expected: “Table 6a - Something else”.", error.ToString());
    }

    [Fact]
    public void Read_RefusesColumnsItDoesNotKnowAndYearsTwice()
    {
        var file = OnsTableReader.Read(Text("Table 5b,,,,,,", Header + ",2024"));
        Assert.Equal(SeriesFileErrorKind.RepeatedColumn, file.OnlyError().Kind);
        file = OnsTableReader.Read(Text("Table 5b,,,,,,", Header + ",Notes"));
        Assert.Equal("row 2, column 7: The column “Notes” is not known.", file.OnlyError().ToString());
    }
}
