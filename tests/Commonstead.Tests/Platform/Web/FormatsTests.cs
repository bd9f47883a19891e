using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Tests.Platform;

/// <summary>How readers see money and dates, and how what they type is read.</summary>
public sealed class FormatsTests
{
    private static readonly CultureInfo _us = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo _gb = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void Dates_NameTheMonth()
    {
        Assert.Equal("March 4, 2026", new DateOnly(2026, 3, 4).ToReader(_us));
        Assert.Equal("4 March 2026", new DateOnly(2026, 3, 4).ToReader(_gb));
    }

    [Fact]
    public void Instants_AreShownWhereTheTrustIs()
    {
        var springfield = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var shown = new DateTime(2026, 6, 2, 3, 30, 0, DateTimeKind.Utc).ToReader(springfield, _gb);
        Assert.Equal("1 June 2026, 23:30", shown);
    }

    [Fact]
    public void Money_CarriesItsSign()
    {
        Assert.Equal("$175,000.00", Money.Of(175_000, Currency.Usd).ToReader(_us));
        Assert.Equal("−£12.50", Money.Of(-12.5m, Currency.Gbp).ToReader(_gb));
        Assert.Equal("CHF\u00a05.00", Money.Of(5, Currency.Parse("CHF")).ToReader(_us));
    }

    [Theory]
    [InlineData(1, "1 byte")]
    [InlineData(812, "812 bytes")]
    [InlineData(3_482, "3.4 KB")]
    [InlineData(50 * 1024 * 1024, "50 MB")]
    [InlineData(4L * 1024 * 1024 * 1024, "4,096 MB")]
    public void Sizes_AreOnesAPersonReads(long bytes, string expected) =>
        Assert.Equal(expected, FileSize.ToReader(bytes, _us).Replace('\u00a0', ' '));

    [Theory]
    [InlineData("$160,000", 160_000_00)]
    [InlineData(" 160000.50 ", 160_000_50)]
    [InlineData("USD 7", 7_00)]
    [InlineData("-3", -3_00)]
    public void Money_IsReadAsPeopleTypeIt(string typed, long minor)
    {
        Assert.True(Formats.TryReadMoney(typed, Currency.Usd, _us, out var money));
        Assert.Equal(new Money(minor, Currency.Usd), money);
    }

    [Theory]
    [InlineData("about 5")]
    [InlineData("")]
    [InlineData("1.005")]
    [InlineData("£5")]
    [InlineData("1000000000000000")]
    [InlineData("99999999999999999999999999999999")]
    public void Money_ThatIsNotAnAmount_IsNotRead(string typed) =>
        Assert.False(Formats.TryReadMoney(typed, Currency.Usd, _us, out _));
}
