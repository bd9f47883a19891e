namespace Commonstead.Core;

/// <summary>What the lab knows of a home, its owner and its market, and can tell a rule.</summary>
internal enum LabFact
{
    PricePaid,
    PurchaseDate,
    SaleDate,
    Area,
    MarketAtPurchase,
    MarketAtSale,
    LandAtSale,
    Subsidy,
    LoanBalance,
    PrincipalPaid,
    MortgageRate,
}

/// <summary>Tells which of a rule's givens the lab answers by itself, each purchase and sale anew.</summary>
public static class LabFacts
{
    internal const string PricePaid = "purchase_price";

    /// <summary>The name that rules use for the day of purchase.</summary>
    public const string PurchaseDate = "purchase_date";

    // The names that the rule book and the reference use for these facts.
    private static readonly Dictionary<string, LabFact> _facts = new(StringComparer.Ordinal)
    {
        [PricePaid] = LabFact.PricePaid,
        [PurchaseDate] = LabFact.PurchaseDate,
        ["sale_date"] = LabFact.SaleDate,
        ["home_area"] = LabFact.Area,
        ["appraisal_at_purchase"] = LabFact.MarketAtPurchase,
        ["appraisal_at_sale"] = LabFact.MarketAtSale,
        ["market_value"] = LabFact.MarketAtSale,
        ["land_value"] = LabFact.LandAtSale,
        ["subsidy"] = LabFact.Subsidy,
        ["payoff"] = LabFact.LoanBalance,
        ["principal_paid"] = LabFact.PrincipalPaid,
        ["mortgage_rate"] = LabFact.MortgageRate,
    };

    /// <summary>Whether the lab answers it, so that a study of an area must not state it.</summary>
    public static bool Knows(RuleGiven given) => Of(given) is not null;

    /// <summary>Whether its answer rests on what the home is worth on the market.</summary>
    public static bool IsOfMarket(RuleGiven given) =>
        Of(given) is LabFact.MarketAtPurchase or LabFact.MarketAtSale or LabFact.LandAtSale or LabFact.Subsidy;

    /// <summary>
    /// The fact that answers a given; null for what the lab does not know, and for what has a default, but for dates
    /// and the subsidy: no sale is without them.
    /// </summary>
    internal static LabFact? Of(RuleGiven given) =>
        (given.Default is null || given.Type.Kind == RuleKind.Date || given.Name == "subsidy")
            && _facts.TryGetValue(given.Name, out var fact) && Fits(fact, given.Type.Kind) ? fact : null;

    private static bool Fits(LabFact fact, RuleKind kind) => fact switch
    {
        LabFact.PurchaseDate or LabFact.SaleDate => kind == RuleKind.Date,
        LabFact.Area => kind == RuleKind.Area,
        LabFact.MortgageRate => kind is RuleKind.Rate or RuleKind.Number,
        _ => kind is RuleKind.Money or RuleKind.Number,
    };

    /// <summary>The fact in words.</summary>
    internal static string Words(LabFact fact) => fact switch
    {
        LabFact.PricePaid => "price paid",
        LabFact.PurchaseDate => "day of purchase",
        LabFact.SaleDate => "day of sale",
        LabFact.Area => "area",
        LabFact.MarketAtPurchase => "market value at the purchase",
        LabFact.MarketAtSale => "market value at the sale",
        LabFact.LandAtSale => "land’s part of the market value at the sale",
        LabFact.Subsidy => "market value at the purchase less the land and the price paid",
        LabFact.LoanBalance => "what is left of the purchase loan",
        LabFact.PrincipalPaid => "principal paid off",
        _ => "mortgage rate of the year of sale",
    };
}
