namespace Commonstead.Core;

/// <summary>Prices of homes under a study's rules by the exact evaluator, each given answered from the study.</summary>
/// <param name="place">The place.</param>
/// <param name="household">What households can pay.</param>
/// <param name="seller">How the first price is set.</param>
/// <param name="figures">The study's figures.</param>
/// <param name="knownBy">Only figures published by this day are used.</param>
internal sealed class LabPricing(
    LabPlace place, HouseholdSetting household, SellerSetting seller, LabFigures figures, DateOnly knownBy)
{
    private const int MoneyDecimals = 2;

    public LabFigures Figures => figures;

    /// <summary>An amount to the cent, halves away from zero.</summary>
    public static decimal Cents(decimal amount) =>
        decimal.Round(amount, MoneyDecimals, MidpointRounding.AwayFromZero);

    /// <summary>What the first buyer pays in a year, or why the rule names no price of its own.</summary>
    public (decimal? Price, string? Refusal) FirstPrice(LabRule rule, LabYear bought)
    {
        if (rule.StatedPrice is { } stated) return (stated, null);
        if (!rule.StatesItsOwnPrice)
        {
            var first = Start(bought);
            return first <= 0 ? (null, $"the household it is meant for can pay nothing for a home in {bought.Year}")
                : first > bought.MarketValue ? (null, $"nobody pays more than the home’s market value of {bought.Year}")
                : (first, null);
        }

        var outcome = Price(rule, new LabLoan(0, bought, bought, household), 0);
        return outcome.Error is { } error
            ? (null, error.Message) : (Math.Min(outcome.Result!.MaximumPrice.Amount, bought.MarketValue), null);
    }

    /// <summary>What a rule allows for a home bought and sold in the years of a loan.</summary>
    /// <exception cref="LabException">A figure is missing.</exception>
    public RuleOutcome Price(LabRule rule, LabLoan loan, decimal paid)
    {
        var outcome = rule.Document.Evaluate(new RuleInputs
        {
            Givens = rule.Answers.ToDictionary(
                answer => answer.Given.Name,
                answer => new GivenValue(answer.Fact is { } fact
                    ? Value(fact, answer.Given.Type.Kind, loan, paid) : answer.Value, answer.Source),
                StringComparer.Ordinal),
            Figures = figures,
            AsOf = place.Day(loan.Sold.Year),
            KnownBy = knownBy,
        });
        var isMissing = outcome.Error?.Code is RuleErrorCode.MissingFigure or RuleErrorCode.AmbiguousFigure
            or RuleErrorCode.MixedBase;
        if (isMissing)
        {
            throw new LabException(LabRefusal.MissingSeries,
                $"{rule.Document.Title} needs a figure that is not there for a home bought in {loan.Bought.Year} and "
                    + "sold "
                + $"in {loan.Sold.Year}: {outcome.Error!.Message}. Import the series for the area, declare a proxy, "
                + "or choose years that it has."
                + string.Concat(rule.Document.Series.Select(one => place.OtherAreaOf(one.SeriesId)).Distinct()));
        }

        return outcome;
    }

    private decimal Start(LabYear year) => seller.Start switch
    {
        StartingPrice.Amount => Cents(seller.StartValue),
        StartingPrice.MarketShare => decimal.Floor(seller.StartValue * year.MarketValue),
        _ => Math.Min(year.AffordableToTarget, decimal.Floor(year.MarketValue)),
    };

    private RuleValue Value(LabFact fact, RuleKind kind, LabLoan loan, decimal paid) => fact switch
    {
        LabFact.PurchaseDate => RuleValue.OfDate(place.Day(loan.Bought.Year)),
        LabFact.SaleDate => RuleValue.OfDate(place.Day(loan.Sold.Year)),
        LabFact.Area => RuleValue.OfArea(place.Area),
        _ => RuleValue.OfNumeric(kind, Amount(fact, loan, paid)),
    };

    private decimal Amount(LabFact fact, LabLoan loan, decimal paid) => fact switch
    {
        LabFact.PricePaid => paid,
        LabFact.MarketAtPurchase => loan.Bought.MarketValue,
        LabFact.MarketAtSale => loan.Sold.MarketValue,
        LabFact.LandAtSale => Cents(loan.Sold.MarketValue * place.LandShare),
        LabFact.Subsidy => Cents(Math.Max(0, loan.Bought.MarketValue * (1 - place.LandShare) - paid)),
        LabFact.LoanBalance => Cents(loan.Balance),
        LabFact.PrincipalPaid => Cents(loan.PrincipalPaid),
        _ => loan.Sold.MortgageRate,
    };
}
