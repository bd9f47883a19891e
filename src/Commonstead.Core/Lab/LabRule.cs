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

/// <summary>How one given of a rule is answered: by a fact of each case, or by one value for the whole study.</summary>
/// <param name="Given">The given.</param>
/// <param name="Fact">The fact; null when <paramref name="Value"/> answers.</param>
/// <param name="Value">The study's value, or the rule's default.</param>
/// <param name="Source">Where the answer comes from, in words.</param>
internal sealed record LabAnswer(RuleGiven Given, LabFact? Fact, RuleValue Value, string Source);

/// <summary>A rule as a study uses it: its document with every given answered.</summary>
internal sealed record LabRule(RuleDocument Document, IReadOnlyList<LabAnswer> Answers)
{
    private const string PricePaid = "purchase_price";

    // The names that the rule book and the reference use for these facts.
    private static readonly Dictionary<string, LabFact> _facts = new(StringComparer.Ordinal)
    {
        [PricePaid] = LabFact.PricePaid,
        ["purchase_date"] = LabFact.PurchaseDate,
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

    /// <summary>Whether the rule states a price of its own and needs none to grow from.</summary>
    public bool StatesItsOwnPrice => Answers.All(answer => answer.Given.Name != PricePaid);

    /// <summary>What the owner paid, where the study states it: of a real home, or of every owner; else null.</summary>
    public decimal? StatedPrice => Answers.Where(answer => answer.Given.Name == PricePaid && answer.Fact is null)
        .Select(answer => (decimal?)answer.Value.Number).FirstOrDefault();

    /// <summary>
    /// Answers a rule's givens: first by what the study says, then by the lab's facts where the rule has no default,
    /// then by the rule's defaults.
    /// </summary>
    /// <exception cref="LabException">A given stays unanswered, or the study's answer is of another type.</exception>
    public static LabRule Of(RuleDocument rule, IReadOnlyDictionary<string, RuleValue> stated) =>
        new(rule, [.. rule.Givens.Select(given => Answer(rule, given, stated))]);

    private static LabAnswer Answer(RuleDocument rule, RuleGiven given, IReadOnlyDictionary<string, RuleValue> stated)
    {
        if (stated.TryGetValue(given.Name, out var value))
        {
            try
            {
                return new LabAnswer(given, null, RuleGivenCheck.Fit(given, value), "stated for this study");
            }
            catch (RuleFault fault)
            {
                throw new LabException(LabRefusal.FactNotAnswered, $"{rule.Title}: {fault.Message}.");
            }
        }

        var isDate = given.Type.Kind == RuleKind.Date;
        if ((given.Default is null || isDate || given.Name == "subsidy") && _facts.TryGetValue(given.Name, out var fact)
            && Fits(fact, given.Type.Kind))
            return new LabAnswer(given, fact, default, "the lab’s " + Words(fact));
        return given.Default is { } fallback
            ? new LabAnswer(given, null, fallback, "default of the rule")
            : throw new LabException(LabRefusal.FactNotAnswered,
                $"{rule.Title} asks for {given.Name}{(given.Label.Length > 0 ? $" ({given.Label})" : "")}, which the "
                + $"lab does not know. State it for the study as {given.Name} = …, {given.Type.Expectation}.");
    }

    private static bool Fits(LabFact fact, RuleKind kind) => fact switch
    {
        LabFact.PurchaseDate or LabFact.SaleDate => kind == RuleKind.Date,
        LabFact.Area => kind == RuleKind.Area,
        LabFact.MortgageRate => kind is RuleKind.Rate or RuleKind.Number,
        _ => kind is RuleKind.Money or RuleKind.Number,
    };

    private static string Words(LabFact fact) => fact switch
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
