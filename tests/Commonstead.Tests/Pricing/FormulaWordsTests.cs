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
    public void AFormula_ReadsAsWords(string formula, string words) => Assert.Equal(words, _words.Of(formula));

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
