namespace Commonstead.Core;

/// <summary>What a backtest is asked: which rules, where, since when, and for whom.</summary>
public sealed record BacktestStudy
{
    /// <summary>The rules, one to <see cref="LabBounds.MostRules"/>, all in one currency.</summary>
    public required IReadOnlyList<RuleDocument> Rules { get; init; }

    /// <summary>The place with its series.</summary>
    public required LabPlace Place { get; init; }

    /// <summary>What households can pay.</summary>
    public HouseholdSetting Household { get; init; } = new();

    /// <summary>What buying and selling costs, and the first price.</summary>
    public SellerSetting Seller { get; init; } = new();

    /// <summary>The first year of purchase; null for the first year that all series have.</summary>
    public int? FirstYear { get; init; }

    /// <summary>The last year of resale; null for the last year that all series have.</summary>
    public int? LastYear { get; init; }

    /// <summary>Values for givens of the rules by name, which every rule that asks for them takes.</summary>
    public IReadOnlyDictionary<string, RuleValue> Givens { get; init; } =
        new Dictionary<string, RuleValue>(StringComparer.Ordinal);

    /// <summary>Only figures published by this day are used, whatever was known at the time of a sale.</summary>
    public required DateOnly KnownBy { get; init; }
}

/// <summary>A rule as a result names it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="FileName">Its file name.</param>
/// <param name="Hash">The hash of its text.</param>
/// <param name="StatesItsOwnPrice">Whether it states a first price of its own.</param>
/// <param name="Answers">How each of its givens was answered.</param>
public sealed record LabRuleUsed(
    string Title, string FileName, string Hash, bool StatesItsOwnPrice, IReadOnlyList<LabAnswerUsed> Answers);

/// <summary>How a given of a rule was answered.</summary>
/// <param name="Given">Its name.</param>
/// <param name="Value">The value; null for one that differs by purchase and sale.</param>
/// <param name="Source">Where it comes from, in words.</param>
public sealed record LabAnswerUsed(string Given, string? Value, string Source);

/// <summary>What every output of a study prints: settings, proxies, places, in words.</summary>
/// <param name="Currency">The currency of every amount.</param>
/// <param name="Area">The area.</param>
/// <param name="Series">Every series with its identifier and what it is for.</param>
/// <param name="Proxies">Every declared proxy; figures that rest on one are no published figures.</param>
/// <param name="Affordability">The affordability setting.</param>
/// <param name="Selling">What buying and selling costs and how the first price is set.</param>
/// <param name="Notes">What a reader must know to read the figures rightly.</param>
public sealed record LabCaption(
    string Currency, string Area, IReadOnlyList<string> Series, IReadOnlyList<string> Proxies, string Affordability,
    string Selling, IReadOnlyList<string> Notes);

/// <summary>What the past would have done under each rule.</summary>
/// <param name="Caption">What every table, chart and file of it prints.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Years">The years, with the market, incomes and what households could pay.</param>
/// <param name="Sales">Every pair of a year of purchase and a later year of resale, by rule.</param>
public sealed record BacktestResult(
    LabCaption Caption, IReadOnlyList<LabRuleUsed> Rules, IReadOnlyList<LabYear> Years,
    IReadOnlyList<BacktestSale> Sales);

/// <summary>One home bought in one year and resold in another under one rule. Amounts are in units of the
/// currency.</summary>
/// <param name="Rule">The rule's place in the study, from 0.</param>
/// <param name="Bought">The year of purchase.</param>
/// <param name="Sold">The year of resale.</param>
/// <param name="PricePaid">What the owner paid; null when the rule names no first price.</param>
/// <param name="MaximumPrice">The most the rule allows; null when it refuses.</param>
/// <param name="Refusal">Why the rule names no price; null when it does.</param>
/// <param name="MarketValue">What the home is worth on the market in the year of resale.</param>
/// <param name="SalePrice">The lower of maximum price and market value.</param>
/// <param name="PrincipalPaid">What the owner paid off the loan.</param>
/// <param name="Proceeds">The seller's equity: the sale price less the loan's rest and the costs of selling.</param>
/// <param name="PaidIn">Deposit, costs of buying, and principal paid.</param>
/// <param name="YearlyReturn">(proceeds ÷ paid in)^(1 ÷ years) − 1; −1 when nothing is left; null when nothing was paid
/// in.</param>
/// <param name="SubsidyAtPurchase">The market value at the purchase less the price paid.</param>
/// <param name="SubsidyRetained">The market value at the resale less the sale price.</param>
public sealed record BacktestSale(
    int Rule, int Bought, int Sold, decimal? PricePaid, decimal? MaximumPrice, string? Refusal, decimal MarketValue,
    decimal? SalePrice, decimal? PrincipalPaid, decimal? Proceeds, decimal? PaidIn, decimal? YearlyReturn,
    decimal? SubsidyAtPurchase, decimal? SubsidyRetained);
