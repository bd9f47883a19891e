using System.Globalization;
using Commonstead.Core;
using Commonstead.Pricing;
using Commonstead.Series;

namespace Commonstead.Tests.Pricing;

/// <summary>Formulas read as sentences, whatever the rule language calls its functions.</summary>
public sealed class FormulaWordsTests
{
    private static readonly FormulaWords _words = new([
        ("base", "price paid at purchase"), ("purchase_date", "day of purchase"), ("sale_date", "day of sale"),
        ("works", "improvements, as credited"),
    ]);

    [Theory]
    [InlineData("base * 25%", "price paid at purchase × 25%")]
    [InlineData("min(base, other_name)", "the lesser of (price paid at purchase, other name)")]
    [InlineData("earnings on add_years(purchase_date, -1)", "earnings on 1 year before day of purchase")]
    [InlineData("cpi on add_months(sale_date, 3)", "cpi on 3 months after day of sale")]
    [InlineData("cpi on add_months(sale_date, -lag)", "cpi on as many months before day of sale as “lag” says")]
    [InlineData("whole_years(2016-04-09, 2025-05-27)", "whole years from April 9, 2016 to May 27, 2025")]
    [InlineData("since not (no): 142,750.00", "the answer being no, 142,750.00")]
    [InlineData("floor = \"price_paid\"", "floor = price paid")]
    [InlineData("sum y in years(purchase_date, sale_date): base * 1%",
        "sum, for each of the years from day of purchase to day of sale, of price paid at purchase × 1%")]
    [InlineData("carry peak = base over y in years(purchase_date, sale_date): max(peak, 2)",
        "peak, at first price paid at purchase, then for each of the years from day of purchase to day of sale "
        + "the greater of (peak, 2)")]
    [InlineData("base on add_years(2026-06-15, −5)", "price paid at purchase on 5 years before June 15, 2026")]
    [InlineData("carry(5.00 → 6.00)", "carried from one to the next (5.00 → 6.00)")]
    [InlineData("1,000.00 + -5,000.00", "1,000.00 − 5,000.00")]
    [InlineData("1,000.00 + −5,000.00 × 2", "1,000.00 − 5,000.00 × 2")]
    [InlineData("1,000.00 − -5%", "1,000.00 + 5%")]
    [InlineData("1,000.00 + -5 ^ 2", "1,000.00 + −5 ^ 2")]
    [InlineData("1,000.00 × -0.3%", "1,000.00 × −0.3%")]
    public void AFormula_ReadsAsWords(string formula, string words) => Assert.Equal(words, _words.Of(formula));

    [Theory]
    [InlineData("round(base + rise, down to 1)", "price paid at purchase + rise, rounded down to whole dollars")]
    [InlineData("round(base + works, down to 1)",
        "(price paid at purchase + improvements, as credited), rounded down to whole dollars")]
    [InlineData("round(5,000.00, up to 0.01)", "5,000.00, rounded up to whole cents")]
    [InlineData("round(5, nearest to 1)", "5, rounded to the nearest dollar, halves away from zero")]
    [InlineData("round(5, nearest to 100)", "5, rounded to the nearest $100, halves away from zero")]
    [InlineData("round(5, even to 0.01)", "5, rounded to the nearest cent, halves to the even one")]
    [InlineData("round(base, down to 1_000)", "price paid at purchase, rounded down to a multiple of $1,000")]
    [InlineData("round(base, down to 1,000)", "price paid at purchase, rounded down to a multiple of $1,000")]
    [InlineData("round(base,up to 5)", "price paid at purchase, rounded up to a multiple of $5")]
    [InlineData("round(min(base, 7), down to 1)",
        "the lesser of (price paid at purchase, 7), rounded down to whole dollars")]
    [InlineData("round(if base > 0 then base else 1, down to 1)",
        "(if price paid at purchase > 0 then price paid at purchase else 1), rounded down to whole dollars")]
    [InlineData("round(since not (0.00 > 0.00): 255,946.41, down to 1)",
        "since 0.00 ≤ 0.00: 255,946.41, rounded down to whole dollars")]
    [InlineData("2 * round(base / 3, up)", "2 × (price paid at purchase ÷ 3, rounded up to a whole number)")]
    [InlineData("max(round(base, nearest to 0.05), 2)", "the greater of ((price paid at purchase, rounded to the "
        + "nearest multiple of 0.05, halves away from zero), 2)")]
    public void WhatIsRounded_SaysHow(string formula, string words) =>
        Assert.Equal(words, _words.Of(formula, Currency.Usd));

    [Fact]
    public void WhatIsRounded_IsInTheRulesCurrency()
    {
        Assert.Equal("5, rounded down to whole pounds", _words.Of("round(5, down to 1)", Currency.Gbp));
        Assert.Equal("5, rounded down to whole pence", _words.Of("round(5, down to 0.01)", Currency.Gbp));
        Assert.Equal("5, rounded down to a multiple of ¥100",
            _words.Of("round(5, down to 100)", Currency.Parse("JPY")));
        Assert.Equal("5, rounded down to a multiple of 0.01", _words.Of("round(5, down to 0.01)"));
    }

    [Theory]
    [InlineData("since not (none = highest_so_far): since not (none = price_paid): 39,953.00",
        "since none is neither highest so far nor price paid: 39,953.00")]
    [InlineData("since not (none = price_paid): 5.00", "since none is not price paid: 5.00")]
    [InlineData("since not (price_paid = highest_so_far): since price_paid = price_paid: 5.00",
        "the answer being price paid, 5.00")]
    [InlineData("since base = base: 5.00", "the answer being base, 5.00")]
    [InlineData("since yes: 5.00", "the answer being yes, 5.00")]
    [InlineData("since not no: 5.00", "the answer being no, 5.00")]
    [InlineData("since 3 > 2: 5.00", "since 3 > 2: 5.00")]
    [InlineData("since not (3 ≥ 5): since not (no): 5.00", "since 3 < 5: the answer being no, 5.00")]
    [InlineData("since not (3 > 5): since not (3 = 5): 5.00", "since 3 ≤ 5 and 3 ≠ 5: 5.00")]
    [InlineData("since not (3 > 2 and 1 > 2): 5.00", "since it is not so that (3 > 2 and 1 > 2): 5.00")]
    [InlineData("since not ((333.02 ÷ 247.867 − 1) > 5%): 5.00", "since (333.02 ÷ 247.867 − 1) ≤ 5%: 5.00")]
    [InlineData("since whole_years(2016-04-09, 2025-05-27) ≥ 3: 5.00",
        "since whole years from April 9, 2016 to May 27, 2025 ≥ 3: 5.00")]
    [InlineData("7.00 + (since yes: 5.00)", "7.00 + (the answer being yes, 5.00)")]
    [InlineData("max(since yes: 5.00, 7.00)", "the greater of ((the answer being yes, 5.00), 7.00)")]
    public void ACaseThatApplies_SaysWhy(string formula, string words) => Assert.Equal(words, _words.Of(formula));

    [Theory]
    [InlineData("whole_years(purchase_date, sale_date): 0..1 => 0%; 2..4 => 10%; 10.. => 25%",
        "by whole years from day of purchase to day of sale (0 to 1: 0%; 2 to 4: 10%; from 10: 25%)")]
    [InlineData("bedrooms: ..0=>1.0; 1 => 1.4;2..=>1.8", "by bedrooms (up to 0: 1.0; 1: 1.4; from 2: 1.8)")]
    [InlineData("base: ..<5 => 1; 5..<9.5 => 2; 9.5.. => base / 2", "by price paid at purchase (below 5: 1; from 5 to "
        + "below 9.5: 2; from 9.5: price paid at purchase ÷ 2)")]
    [InlineData("policy: price_paid => 1; none => 2", "by policy (price paid: 1; none: 2)")]
    [InlineData("2 => 1.4", "for 2: 1.4")]
    [InlineData("whole_years(2018-03-12, 2026-06-15) => 15%",
        "for whole years from March 12, 2018 to June 15, 2026: 15%")]
    public void ATable_ReadsRowByRow(string formula, string words) => Assert.Equal(words, _words.Of(formula));

    [Fact]
    public void EveryShippedRule_IsWithoutItsCode()
    {
        foreach (var one in GoldenCases.All)
        {
            var file = Golden(one.FileName);
            var words = new FormulaWords(file);
            var said = file.Steps.SelectMany(step =>
            {
                var (formula, numbers) = words.Of(step, one.Currency);
                return new[] { formula, numbers };
            }).Concat(file.Steps.SelectMany(s => s.Items).Select(i => words.Of(i.Substituted)));
            Assert.All(said, text => Assert.DoesNotMatch(
                @"=>|\.\.|round\(|rounded \(|since not|since it is|down to [0-9]|_|[+−] [-−]\d", text));
        }
    }

    [Fact]
    public void ADayMovedByANamedNumber_IsSaidWithTheNumber()
    {
        var file = Golden("us-cpi-index.usd.json");
        var step = file.Steps.First(s => s.FormulaText.Contains("-months_back", StringComparison.Ordinal));
        var words = new FormulaWords(file).Of(step.FormulaText);
        Assert.Contains("2 months before ", words, StringComparison.Ordinal);
        Assert.DoesNotContain("add months", words, StringComparison.Ordinal);
    }

    [Fact]
    public void AnArea_IsCalledByItsName()
    {
        var file = Golden("us-ami-index.usd.json");
        var areas = new AreaNames(new Dictionary<string, string> { ["us:county:25013"] = "Hampden County" });
        const string formula = "change(ami of us:county:25013, purchase_date, sale_date)";
        const string quoted = "ami of \"us:county:25013\" on sale_date";
        Assert.Contains(
            "ami of Hampden County on", new FormulaWords(file, areas).Of(quoted), StringComparison.Ordinal);
        Assert.Contains("ami of Hampden County", new FormulaWords(file, areas).Of(formula), StringComparison.Ordinal);
        Assert.Contains("ami of us:county:25013", new FormulaWords(file).Of(formula), StringComparison.Ordinal);
    }

    [Fact]
    public void CasesThatDidNotApply_AreToldFromAFrozenFile_ThatStaysAsItWas()
    {
        var file = Golden("us-cpi-index.usd.json");
        var before = file.ToJson();
        var words = new FormulaWords(file);
        var (step, cases) = Assert.Single(file.CasesNotTaken());
        Assert.Equal("floored", step);
        var told = words.NotTaken(Assert.Single(cases));
        Assert.Equal(
            "Not used: the greater of (price moved by the index, price the owner paid). It is for when the answer "
            + "to “the lease promises at least the price paid” is yes; it is no.", told.InEnglish());
        Assert.Equal(before, file.ToJson());
        Assert.Empty((file with { RuleHash = "another" }).CasesNotTaken());
    }

    [Theory]
    [InlineData("base > 5", "3 > 5", false,
        "Not used: 7. It is for when price paid at purchase > 5; here 3 > 5 does not hold.")]
    [InlineData("base > 5", "6 > 5", true,
        "Not used: 7. It is for when price paid at purchase > 5 does not hold; here 6 > 5 does.")]
    [InlineData("base", "yes", true,
        "Not used: 7. It is for when the answer to “price paid at purchase” is no; it is yes.")]
    [InlineData("floor = \"none\"", "price_paid = none", false,
        "Not used: 7. It is for when floor = none; here it is price paid.")]
    [InlineData("floor = \"none\"", "none = none", true,
        "Not used: 7. It is for any other answer than floor = none.")]
    [InlineData("base > 5", null, false,
        "Not used: 7. It is for when price paid at purchase > 5, but a case before it applies.")]
    [InlineData(null, null, false, "Not used: 7. It is for when no case before it applies.")]
    public void ACaseThatDidNotApply_SaysWhy(string? condition, string? numbers, bool held, string words) =>
        Assert.Equal(words, _words.NotTaken(new CaseNotTaken("7", condition, numbers, held)).InEnglish());

    [Fact]
    public void AnAmountBetweenTwoSteps_IsShownAsAboutSoMuch()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            Assert.Equal("≈\u00a0$178,272.58", RuleValue.OfMoney(178_272.58219m).ToReader(Currency.Usd));
            Assert.Equal("$178,272.58", RuleValue.OfMoney(178_272.58m).ToReader(Currency.Usd));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static DeterminationFile Golden(string name) =>
        SignedDetermination.Check(File.ReadAllText(GoldenCases.PathOf(name))).File!;
}
