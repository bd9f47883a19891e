namespace Commonstead.Core.Tests;

public class MoneyTests
{
    [Theory]
    [InlineData("USD", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    public void Currency_KnowsItsIsoExponent(string code, int decimals) =>
        Assert.Equal(decimals, Currency.Parse(code).Decimals);

    [Theory]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("")]
    [InlineData(null)]
    public void Currency_RefusesAnythingButThreeCapitals(string? code) =>
        Assert.False(Currency.TryParse(code, out _));

    [Fact]
    public void Of_RefusesMoreDecimalsThanTheCurrencyHas() =>
        Assert.Throws<ArgumentException>(() => Money.Of(1.005m, Currency.Usd));

    [Fact]
    public void Addition_RefusesTwoCurrencies() =>
        Assert.Throws<MixedCurrencyException>(() => Money.Of(1, Currency.Usd) + Money.Of(1, Currency.Gbp));

    [Fact]
    public void Addition_IsChecked() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Currency.Usd) + new Money(1, Currency.Usd));

    [Fact]
    public void Rounded_NamesItsMode()
    {
        Assert.Equal(101, Money.Rounded(1.005m, Currency.Usd, MidpointRounding.AwayFromZero).Minor);
        Assert.Equal(100, Money.Rounded(1.005m, Currency.Usd, MidpointRounding.ToEven).Minor);
    }

    [Fact]
    public void ToInvariant_KeepsAllDecimals() =>
        Assert.Equal("175000.00", Money.Of(175000, Currency.Usd).ToInvariant());

    [Fact]
    public void CurrenciesInUse_AreThoseOfTheStandard_EachOnce()
    {
        Assert.Equal(Currency.InUse.Count, Currency.InUse.Distinct().Count());
        Assert.Equal(155, Currency.InUse.Count);
        Assert.All((string[])["USD", "GBP", "EUR", "XCG", "ZWG"], c =>
            Assert.Contains(Currency.Parse(c), Currency.InUse));
        Assert.All((string[])["DOL", "XXX", "DEM", "HRK", "XAU"], c =>
            Assert.DoesNotContain(Currency.Parse(c), Currency.InUse));
    }
}
