using Commonstead.Pricing;

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
    [InlineData("floor = \"price_paid\"", "floor = price paid")]
    [InlineData("sum y in years(purchase_date, sale_date): base * 1%",
        "sum, for each of the years from day of purchase to day of sale, of price paid at purchase × 1%")]
    [InlineData("carry peak = base over y in years(purchase_date, sale_date): max(peak, 2)",
        "peak, at first price paid at purchase, then for each of the years from day of purchase to day of sale "
        + "the greater of (peak, 2)")]
    public void AFormula_ReadsAsWords(string formula, string words) => Assert.Equal(words, _words.Of(formula));
}
