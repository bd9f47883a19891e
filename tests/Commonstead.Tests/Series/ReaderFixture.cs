using System.Text;
using Commonstead.Series;

namespace Commonstead.Tests.Series;

/// <summary>What the tests of the readers share: files as text or bytes, and figures found by name.</summary>
internal static class ReaderFixture
{
    public static string HudHeader { get; } =
        "county_fips,year,ami," + string.Join(',', Enumerable.Range(1, 8).Select(size =>
            $"extremely_low_income_{size},very_low_income_{size},low_income_{size}"));

    public static Stream Open(params string[] path) =>
        File.OpenRead(Path.Combine([AppContext.BaseDirectory, "fixtures", .. path]));

    public static Stream Text(params string[] lines) => Bytes(Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n'));

    public static Stream Bytes(params byte[] bytes) => new MemoryStream(bytes);

    public static decimal Figure(this SeriesFile file, string series, string? area, string period)
    {
        Assert.Empty(file.Errors);
        return file.Figures.Single(figure => file.Series[figure.Series].Code == series
            && (figure.Area < 0 ? null : file.Areas[figure.Area].Code) == area
            && figure.Period.ToString() == period).Value;
    }

    /// <summary>One row of HUD's table with the same figure in every cell.</summary>
    public static string HudRow(string county, string year, string figure) =>
        $"{county},{year}," + string.Join(',', Enumerable.Repeat(figure, 25));

    public static SeriesFileError OnlyError(this SeriesFile file)
    {
        Assert.Empty(file.Figures);
        Assert.False(file.IsRead);
        return Assert.Single(file.Errors);
    }
}
