using System.Text;
using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Tests.Platform;

/// <summary>What stands in a downloaded file, and that no cell of it runs.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1 413 555 0100", "'+1 413 555 0100")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("Orchard Row", "Orchard Row")]
    [InlineData("", "")]
    public void Text_ThatASpreadsheetWouldRun_IsDisarmed(string text, string written) =>
        Assert.Equal(written, Csv.Text(text));

    [Fact]
    public void Values_AreWrittenForPrograms()
    {
        Assert.Equal("175000.00", Csv.Text(Money.Of(175_000, Currency.Usd)));
        Assert.Equal("2026-06-01", Csv.Text(new DateOnly(2026, 6, 1)));
        Assert.Equal("2026-06-01T14:05:00Z", Csv.Text(new DateTime(2026, 6, 1, 14, 5, 0, DateTimeKind.Utc)));
        Assert.Equal("0.5", Csv.Text(0.5m));
        Assert.Equal("no", Csv.Text(false));
        Assert.Equal("", Csv.Text(null));
    }

    [Fact]
    public async Task Writer_QuotesWhatNeedsIt_AndMarksTheEncoding()
    {
        using var stream = new MemoryStream();
        await using (var writer = Csv.Writer(stream)) await writer.WriteRecordAsync(["a,b", "c\"d", "é"]);
        Assert.Equal("\ufeff\"a,b\",\"c\"\"d\",é\r\n", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
