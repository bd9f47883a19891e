using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

/// <summary>Rounding, powers, roots, present values and balances.</summary>
public class RuleMathTests
{
    [Theory]
    [InlineData("2.5", "nearest", "1", "3")]
    [InlineData("-2.5", "nearest", "1", "-3")]
    [InlineData("2.5", "even", "1", "2")]
    [InlineData("3.5", "even", "1", "4")]
    [InlineData("-2.5", "even", "1", "-2")]
    [InlineData("2.1", "up", "1", "3")]
    [InlineData("-2.1", "up", "1", "-2")]
    [InlineData("2.9", "down", "1", "2")]
    [InlineData("-2.1", "down", "1", "-3")]
    [InlineData("1.005", "nearest", "0.01", "1.01")]
    [InlineData("61351", "up", "50", "61400")]
    [InlineData("61350", "up", "50", "61350")]
    [InlineData("10", "down", "3", "9")]
    [InlineData("2.9999999999999", "down", "1", "3")]
    [InlineData("2.999999999999", "down", "1", "2")]
    public void Round_FollowsItsMode(string value, string mode, string unit, string expected) =>
        Assert.Equal(Number(expected), RuleMath.Round(
            Number(value), Enum.Parse<RuleRounding>(mode, ignoreCase: true), Number(unit)));

    [Fact]
    public void Round_SettlesAThirdOf39000() =>
        Assert.Equal(13000m, RuleTest.Price("round(1 / 3 * money(39000), down to 1)"));

    [Fact]
    public void Round_NeverMovesAsMuchAsAUnit()
    {
        var values = Gen.Choose(-1_000_000_000, 1_000_000_000).Select(n => n / 1000m).ToArbitrary();
        Prop.ForAll(values, value => Enum.GetValues<RuleRounding>().All(mode =>
        {
            var rounded = RuleMath.Round(value, mode, 50);
            return rounded % 50 == 0 && Math.Abs(rounded - value) < 50
                && RuleMath.Round(value, RuleRounding.Down, 50) <= value
                && RuleMath.Round(value, RuleRounding.Up, 50) >= value;
        })).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("4", 2, "2")]
    [InlineData("1.0201", 2, "1.01")]
    [InlineData("0.125", 3, "0.5")]
    [InlineData("0", 5, "0")]
    [InlineData("1000000000000", 12, "10")]
    public void Root_IsExactWhereItCanBe(string value, int degree, string expected) =>
        Assert.Equal(Number(expected), RuleMath.Root(Number(value), degree));

    [Fact]
    public void Root_OfLargeNumbersAndDegrees_Ends()
    {
        Assert.InRange(RuleMath.Root(decimal.MaxValue, 2), 281_474_976_710_655m, 281_474_976_710_656m);
        Assert.InRange(RuleMath.Root(decimal.MaxValue, 1200), 1.05m, 1.06m);
        Assert.InRange(RuleMath.Root(0.0000000000000000000000000001m, 1200), 0.94m, 0.95m);
    }

    [Fact]
    public void Power_UndoesRoot()
    {
        var cases =
            from rate in Gen.Choose(1, 9999)
            from degree in Gen.Choose(2, 24)
            select (1 + rate / 10000m, degree);
        Prop.ForAll(cases.ToArbitrary(), pair =>
            Math.Abs(RuleMath.Power(RuleMath.Root(pair.Item1, pair.degree), pair.degree) - pair.Item1) < 1e-20m)
            .QuickCheckThrowOnFailure();
    }

    // A 339,500 dollar loan at 5 % over 30 years after 84 payments, as published with the fixed-rate example.
    [Fact]
    public void Balance_AgreesWithAPublishedLoan() =>
        Assert.Equal(298573.33m, decimal.Round(RuleMath.Balance(339_500, 0.05m / 12, 360, 84), 2));

    [Fact]
    public void PresentValue_OfNoInterest_IsTheSumOfPayments()
    {
        Assert.Equal(1200m, RuleMath.PresentValue(100, 0, 12));
        Assert.Equal(0m, RuleMath.PresentValue(100, 0.01m, 0));
    }

    [Fact]
    public void Balance_BeginsAtTheLoanAndEndsAtNothing()
    {
        Assert.Equal(1000m, RuleMath.Balance(1000, 0.005m, 60, 0));
        Assert.Equal(0m, RuleMath.Balance(1000, 0.005m, 60, 60));
        Assert.Equal(500m, RuleMath.Balance(1000, 0, 60, 30));
    }

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
