namespace Commonstead.Core.Tests;

/// <summary>
/// Which facts of each shipped rule are answered at the sale, and which are stated of the lease. The table is reviewed:
/// a fact on the wrong side makes a wrong price.
/// </summary>
public class AtSaleTests
{
    // What stands in the lease or comes from the purchase, then what is known at the sale only.
    public static TheoryData<string, string, string> Reviewed => new()
    {
        {
            "any/appraisal-share", "purchase_price appraisal_at_purchase owner_share floor_at_purchase_price",
            "appraisal_at_sale improvements_value"
        },
        { "gb/earnings-index", "purchase_price purchase_date home_area floor_policy", "sale_date improvements" },
        {
            "gb/median-income-capitalised", "home_area bedrooms income_parts mortgage_rate mortgage_years deposit "
            + "compounding deposit_of first_price first_earnings", ""
        },
        { "gb/percent-of-market", "percentage", "market_value" },
        {
            "us/affordable-housing-cost",
            "home_area bedrooms target ratio loan_months down_payment cost_share commission",
            "mortgage_rate taxes insurance dues lease_fee market_value"
        },
        {
            "us/ami-index", "purchase_price purchase_date home_area floor_at_purchase_price", "sale_date improvements"
        },
        {
            "us/appraisal-share", "purchase_price appraisal_at_purchase owner_share floor_at_purchase_price",
            "appraisal_at_sale improvements_value"
        },
        {
            "us/cpi-index", "purchase_price purchase_date months_back floor_at_purchase_price",
            "sale_date improvements"
        },
        { "us/fixed-compound-months", "purchase_price purchase_date growth reading", "sale_date improvements" },
        {
            "us/fixed-compound-years", "purchase_price purchase_date growth",
            "sale_date reserve_used systems_credit improvements_credit"
        },
        {
            "us/fixed-simple-months", "purchase_price purchase_date growth most_addition",
            "sale_date improvements addition"
        },
        { "us/fixed-simple-years", "purchase_price purchase_date growth", "sale_date added_space" },
        {
            "us/itemised-fair-return", "purchase_price purchase_date subsidy purchase_closing yearly_return "
            + "credited_share least_cost years_back",
            "sale_date market_value land_value payoff principal_paid sale_closing improvements"
        },
        {
            "us/lesser-of-cpi-and-ami-with-collar",
            "purchase_price solution_grant purchase_date home_area least_credit most_credit",
            "sale_date improvements damage commission closing_costs"
        },
        {
            "us/lesser-of-market-and-formula", "purchase_price appraisal_at_purchase owner_share",
            "appraisal_at_sale improvements"
        },
        {
            "us/lesser-of-rate-and-cpi", "purchase_price purchase_date growth months_back", "sale_date improvements"
        },
        {
            "us/ratio-by-tenure", "purchase_price appraisal_at_purchase purchase_date",
            "appraisal_at_sale sale_date added_space"
        },
    };

    [Theory]
    [MemberData(nameof(Reviewed))]
    public void EveryFact_StandsOnItsSide(string rule, string ofLease, string atSale)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "rules", rule + ".md");
        var givens = RuleDocument.Parse(File.ReadAllText(path), rule).Document!.Givens;
        Assert.Equal(ofLease, string.Join(' ', givens.Where(g => !g.AtSale).Select(g => g.Name)));
        Assert.Equal(atSale, string.Join(' ', givens.Where(g => g.AtSale).Select(g => g.Name)));
    }

    [Fact]
    public void EveryShippedRule_IsInTheTable()
    {
        var reviewed = Reviewed.Select(row => row.Data.Item1 + ".md");
        Assert.Empty(RuleBookTests.Documents.Select(row => row.Data.Replace('\\', '/')).Except(reviewed));
    }

    [Fact]
    public void AWordThatIsNot_Sale_IsRefused()
    {
        const string text = "# T\n\n```rule\nlanguage 1\ncurrency USD\ngiven value money at noon\n"
            + "maximum_price = round(value, down to 1)\n```\n";
        var error = Assert.Single(RuleDocument.Parse(text, "t").Errors);
        Assert.Equal((RuleErrorCode.UnexpectedToken, 6, 22), (error.Code, error.Line, error.Column));
    }
}
