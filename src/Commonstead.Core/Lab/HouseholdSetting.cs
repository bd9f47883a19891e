using System.Globalization;

namespace Commonstead.Core;

/// <summary>
/// What a household can pay for a home: the lab's affordability setting. Every part of it stands in <see
/// cref="Words"/>, which goes with every affordability figure.
/// </summary>
public sealed record HouseholdSetting
{
    /// <summary>HUD's factors for household size, of the four-person figure, one to eight persons.</summary>
    private static readonly decimal[] _sizeFactors = [0.70m, 0.80m, 0.90m, 1.00m, 1.08m, 1.16m, 1.24m, 1.32m];

    /// <summary>The shares of the median income whose price is shown.</summary>
    public static IReadOnlyList<decimal> Shares { get; } = [0.50m, 0.80m, 1.00m];

    /// <summary>The share of income that goes to housing, above 0 to 1.</summary>
    public decimal IncomeShare { get; init; } = 0.30m;

    /// <summary>The term of the loan in whole years, 5 to 40.</summary>
    public int TermYears { get; init; } = 30;

    /// <summary>The deposit as a share of the price, 0 to below 1.</summary>
    public decimal Deposit { get; init; } = 0.05m;

    /// <summary>Property taxes of a year as a share of the price, 0 to 0.2.</summary>
    public decimal TaxRate { get; init; } = 0.012m;

    /// <summary>Insurance of a year as a share of the price, 0 to 0.2.</summary>
    public decimal InsuranceRate { get; init; } = 0.004m;

    /// <summary>
    /// The lease fee or ground rent a month in money of the study's first year; it moves with consumer prices.
    /// </summary>
    public decimal LeaseFee { get; init; } = 50;

    /// <summary>How many persons the household has, 1 to 8.</summary>
    public int Persons { get; init; } = 4;

    /// <summary>
    /// The household's median as a multiple of the income series. Null takes HUD's factor for the size, which is meant
    /// for four-person medians; where the series is one person's earnings, name the earners' multiple instead.
    /// </summary>
    public decimal? IncomeFactor { get; init; }

    /// <summary>The share of the median that the home is meant for, 0.1 to 3.</summary>
    public decimal Target { get; init; } = 0.80m;

    /// <summary>The multiple of the income series in use.</summary>
    public decimal Factor => IncomeFactor ?? _sizeFactors[Math.Clamp(Persons, 1, _sizeFactors.Length) - 1];

    /// <summary>The setting in words, without the mortgage rate.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture,
        $"{TermYears}-year loan, {LabProxy.Percent(Deposit)} deposit, {LabProxy.Percent(IncomeShare)} of income ")
        + $"for housing, taxes {LabProxy.Percent(TaxRate)} and insurance {LabProxy.Percent(InsuranceRate)} of the "
        + string.Create(CultureInfo.InvariantCulture,
            $"price a year, {LeaseFee.WithoutEmptyDecimals()} a month for the land, ")
        + string.Create(CultureInfo.InvariantCulture,
            $"household of {Persons}, income {LabProxy.Percent(Factor)} of the median, ")
        + $"home meant for {LabProxy.Percent(Target)} of that";

    /// <summary>
    /// The price a household can carry, rounded down to whole units and never below zero: with deposit d, the loan's
    /// annuity a and monthly taxes and insurance c, (income × share ÷ 12 − fee) ÷ ((1 − d) ÷ a + c).
    /// </summary>
    /// <param name="income">The household's yearly income.</param>
    /// <param name="mortgageRate">The yearly interest as a fraction, 0 or more.</param>
    /// <param name="leaseFee">The lease fee a month, in money of that day.</param>
    public decimal Price(decimal income, decimal mortgageRate, decimal leaseFee)
    {
        var left = income * IncomeShare / 12 - leaseFee;
        if (left <= 0) return 0;
        var annuity = RuleMath.PresentValue(1, mortgageRate / 12, TermYears * 12);
        return decimal.Floor(left / ((1 - Deposit) / annuity + (TaxRate + InsuranceRate) / 12));
    }

    /// <summary>What is outside its range, a sentence each.</summary>
    public IEnumerable<string> Faults()
    {
        if (IncomeShare is <= 0 or > 1) yield return "The share of income for housing is above 0 % and at most 100 %.";
        if (TermYears is < 5 or > 40) yield return "The loan's term is from 5 to 40 years.";
        if (Deposit is < 0 or >= 1) yield return "The deposit is at least 0 % and below 100 % of the price.";
        if (TaxRate is < 0 or > 0.2m) yield return "Taxes are from 0 % to 20 % of the price a year.";
        if (InsuranceRate is < 0 or > 0.2m) yield return "Insurance is from 0 % to 20 % of the price a year.";
        if (LeaseFee is < 0 or > 100_000) yield return "The lease fee is from 0 to 100,000 a month.";
        if (Persons is < 1 or > 8) yield return "A household has from 1 to 8 persons.";
        if (IncomeFactor is <= 0 or > 10) yield return "The income factor is above 0 % and at most 1,000 %.";
        if (Target is < 0.1m or > 3) yield return "The share of the median that the home is meant for is from 10 % "
            + "to 300 %.";
    }
}
