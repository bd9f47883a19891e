using Commonstead.Core;
using Commonstead.Pricing;
using Commonstead.Tests.Tidy;

namespace Commonstead.Tests.Pricing;

/// <summary>A price of the golden set: its rule and currency, and the facts it was made from.</summary>
/// <param name="Rule">The shipped rule's path under rules/.</param>
/// <param name="Currency">The currency it was computed in.</param>
/// <param name="Facts">Facts as the rule language reads them.</param>
internal sealed record GoldenCase(string Rule, Currency Currency, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>The name of its file under tests/fixtures/determinations/.</summary>
    public string FileName =>
        Rule.Replace('/', '-')[..^".md".Length] + "." + Currency.Code.ToLowerInvariant() + ".json";

    /// <summary>
    /// The rule's text in its currency. The rule that names an index of the deed's choice is frozen with consumer
    /// prices for all urban consumers, whose published figures the project holds.
    /// </summary>
    public string Text => File.ReadAllText(RuleFiles.Find(Rule[..^".md".Length]))
        .Replace("currency USD", "currency " + Currency.Code, StringComparison.Ordinal)
        .Replace("us.cpi-w", "us.cpi-u", StringComparison.Ordinal);
}

/// <summary>
/// One price for every shipped rule and currency; where a rule looks figures up, they are those that HUD, the Bureau of
/// Labor Statistics and the Office for National Statistics published. Homes and prices are made up.
/// </summary>
internal static class GoldenCases
{
    /// <summary>
    /// The day the prices in a currency are computed for and their figures are known by: the last ones published then.
    /// </summary>
    public static DateOnly DayOf(Currency currency) =>
        currency == Currency.Gbp ? new DateOnly(2025, 6, 16) : new DateOnly(2026, 6, 15);

    /// <summary>Where the file of this name is committed.</summary>
    public static string PathOf(string file) =>
        Path.Combine(SourceTree.Top, "tests", "fixtures", "determinations", file);

    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        Usd("us/appraisal-share.md", Appraised, ("improvements_value", "7350.50")),
        Usd("us/fixed-simple-years.md", Paid, ("growth", "1.5%"), ("added_space", "4200")),
        Usd("us/fixed-simple-months.md", Paid, ("growth", "3%"), ("improvements", "1999.99"), ("addition", "2%")),
        Usd("us/fixed-compound-years.md", Paid, ("growth", "1.5%"), ("systems_credit", "3100"),
            ("reserve_used", "450")),
        Usd("us/fixed-compound-months.md", Paid, ("growth", "2%"), ("reading", "nominal")),
        Usd("us/cpi-index.md", Paid, ("improvements", "5000")),
        Usd("us/lesser-of-rate-and-cpi.md", Paid, ("growth", "3%")),
        Usd("us/ami-index.md", PaidLately, ("home_area", "us:county:25013")),
        Usd("us/lesser-of-cpi-and-ami-with-collar.md", PaidLately, ("home_area", "us:county:25013"),
            ("solution_grant", "18000"), ("improvements", "2650.75"), ("damage", "900"), ("commission", "2.5%")),
        Usd("us/itemised-fair-return.md", Paid, ("market_value", "312000"), ("land_value", "96000"),
            ("subsidy", "40000"), ("payoff", "121345.67"), ("principal_paid", "18654.33"),
            ("purchase_closing", "3800"), ("sale_closing", "4100"),
            ("improvements", "[{cost: 6000, done: 2023-05-01}, {cost: 2500, done: 2024-02-10}]")),
        Usd("us/ratio-by-tenure.md", Paid, ("appraisal_at_purchase", "221000"), ("appraisal_at_sale", "298500"),
            ("added_space", "1250")),
        Usd("us/lesser-of-market-and-formula.md", Appraised, ("improvements", "6100")),
        Usd("us/affordable-housing-cost.md", [], ("home_area", "us:county:25013"), ("bedrooms", "3"),
            ("mortgage_rate", "6.375%"), ("taxes", "285"), ("insurance", "94"), ("lease_fee", "40")),
        Usd("any/appraisal-share.md", Appraised, ("owner_share", "35%")),
        Gbp("any/appraisal-share.md", Appraised, ("floor_at_purchase_price", "yes")),
        Gbp("gb/earnings-index.md", [("purchase_price", "182500"), ("purchase_date", "2019-09-02"),
            ("sale_date", "2025-06-16")], ("home_area", "gb:E09000030"), ("floor_policy", "highest_so_far")),
        Gbp("gb/median-income-capitalised.md", [], ("home_area", "gb:E09000030"), ("bedrooms", "2"),
            ("mortgage_rate", "5.25%")),
        Gbp("gb/percent-of-market.md", [], ("market_value", "517250")),
    ];

    private static (string Name, string Text)[] Paid =>
        [("purchase_price", "164250"), ("purchase_date", "2018-03-12"), ("sale_date", "2026-06-15")];

    // HUD's figures in the project reach back to fiscal year 2024.
    private static (string Name, string Text)[] PaidLately =>
        [("purchase_price", "171900"), ("purchase_date", "2024-05-14"), ("sale_date", "2026-06-15")];

    private static (string Name, string Text)[] Appraised => [("purchase_price", "158900"),
        ("appraisal_at_purchase", "214000"), ("appraisal_at_sale", "267300")];

    private static GoldenCase Usd(string rule, (string, string)[] facts, params (string, string)[] more) =>
        Of(rule, Currency.Usd, facts, more);

    private static GoldenCase Gbp(string rule, (string, string)[] facts, params (string, string)[] more) =>
        Of(rule, Currency.Gbp, facts, more);

    private static GoldenCase Of(
        string rule, Currency currency, (string Name, string Text)[] facts, (string Name, string Text)[] more) =>
        new(rule, currency, facts.Concat(more).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal));
}
