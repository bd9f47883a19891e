using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>A backtest as its page shows it.</summary>
public sealed class BacktestView
{
    /// <summary>Prepares a result for its page.</summary>
    /// <param name="result">The result.</param>
    /// <param name="bought">The year of purchase to draw; null for the first.</param>
    /// <param name="isPublic">True on a page that carries the rules' texts itself.</param>
    public BacktestView(BacktestResult result, int? bought, bool isPublic = false)
    {
        IsPublic = isPublic;
        Result = result;
        var purchases = result.Sales.Where(s => s.PricePaid is not null).Select(s => s.Bought).ToHashSet();
        Bought = result.Sales.Any(s => s.Bought == bought) ? bought!.Value
            : purchases.Count > 0 ? purchases.Min() : result.Years[0].Year;
        NotBought = bought == Bought ? null : bought;
        Drawn = [.. result.Years.Where(y => y.Year > Bought).Select(Row)];
        Rules = [.. result.Rules.Select((rule, index) => RuleOfPast.Of(result, rule, index))];
    }

    /// <summary>The result.</summary>
    public BacktestResult Result { get; }

    /// <summary>True on a page that carries the rules' texts itself.</summary>
    public bool IsPublic { get; }

    /// <summary>The year of purchase that is drawn.</summary>
    public int Bought { get; }

    /// <summary>The year of purchase that was asked for, where the study has none then.</summary>
    public int? NotBought { get; }

    /// <summary>Each year of resale with the price and the return under each rule.</summary>
    public IReadOnlyList<(LabYear Year, IReadOnlyList<BacktestSale> Sales)> Drawn { get; }

    /// <summary>What the buyer of the year drawn paid under a rule; null when it named no price.</summary>
    public decimal? FirstPriceOf(LabRuleUsed rule)
    {
        var index = Result.Rules.TakeWhile(r => r.Hash != rule.Hash).Count();
        return Drawn.SelectMany(d => d.Sales).FirstOrDefault(s => s.Rule == index)?.PricePaid;
    }

    /// <summary>Why a rule named no price for a resale drawn, with the years in which that was why.</summary>
    public IReadOnlyList<(string Rule, string Years, string Why)> Refusals =>
        [.. Drawn.SelectMany(d => d.Sales).Where(s => s.Refusal is not null)
            .GroupBy(s => (s.Rule, s.Refusal))
            .Select(g => (Result.Rules[g.Key.Rule].Title, StudyText.Years([.. g.Select(s => s.Sold)]),
                g.Key.Refusal!.TrimEnd('.')))];

    /// <summary>The currency's sign.</summary>
    public string Sign => Currency.Symbol();

    /// <summary>What each rule did over all purchases and resales.</summary>
    public IReadOnlyList<RuleOfPast> Rules { get; }

    /// <summary>What came out, in sentences made from the figures.</summary>
    public IEnumerable<Sentence> Findings => BacktestFindings.Of(this);

    /// <summary>An amount for readers, in whole units.</summary>
    public string Whole(decimal amount) => StudyText.Whole(amount, Currency);

    private Currency Currency => Currency.Parse(Result.Caption.Currency);

    private (LabYear, IReadOnlyList<BacktestSale>) Row(LabYear year) =>
        (year, [.. Result.Sales.Where(s => s.Bought == Bought && s.Sold == year.Year).OrderBy(s => s.Rule)]);
}

/// <summary>What one rule did over all purchases and resales of a backtest.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Resales">How many resales it named a price for.</param>
/// <param name="Refused">How many it named none for.</param>
/// <param name="Losses">In how many the seller got back less than she had paid in.</param>
/// <param name="PricedOut">In how many the price was above what the household could pay that it is meant for.</param>
/// <param name="UsualReturn">The median of the sellers' yearly returns; null without a resale.</param>
/// <param name="Retained">The median share of the subsidy at the resale in the market value; null without one.</param>
/// <param name="Dearest">The resale furthest above what that household could pay; null when none was above.</param>
public sealed record RuleOfPast(
    LabRuleUsed Rule, int Resales, int Refused, int Losses, int PricedOut, decimal? UsualReturn, decimal? Retained,
    (BacktestSale Sale, decimal Affordable)? Dearest)
{
    /// <summary>Adds a rule's resales up.</summary>
    internal static RuleOfPast Of(BacktestResult result, LabRuleUsed rule, int index)
    {
        var affordable = result.Years.ToDictionary(y => y.Year, y => y.AffordableToTarget);
        var all = result.Sales.Where(s => s.Rule == index).ToList();
        var sold = all.Where(s => s.SalePrice is not null).ToList();
        var above = sold.Where(s => s.SalePrice > affordable[s.Sold]).ToList();
        var dearest = above.Where(s => affordable[s.Sold] > 0).MaxBy(s => s.SalePrice / affordable[s.Sold]);
        return new RuleOfPast(
            rule, sold.Count, all.Count - sold.Count, sold.Count(s => s.Proceeds < s.PaidIn), above.Count,
            Median(sold.Select(s => s.YearlyReturn).OfType<decimal>()),
            Median(sold.Where(s => s.MarketValue > 0).Select(s => s.SubsidyRetained!.Value / s.MarketValue)),
            dearest is null ? null : (dearest, affordable[dearest.Sold]));
    }

    // The lower of the two in the middle of an even number: a figure that occurred.
    private static decimal? Median(IEnumerable<decimal> figures)
    {
        var ordered = figures.Order().ToList();
        return ordered.Count == 0 ? null : ordered[(ordered.Count - 1) / 2];
    }
}
