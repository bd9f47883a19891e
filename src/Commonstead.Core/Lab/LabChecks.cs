namespace Commonstead.Core;

/// <summary>What backtests and futures look at before they compute.</summary>
internal static class LabChecks
{
    /// <summary>Refuses settings outside their ranges, too many rules, and rules of different currencies.</summary>
    public static void Settings(
        IReadOnlyList<RuleDocument> rules, LabPlace place, HouseholdSetting household, SellerSetting seller)
    {
        if (rules.Count is 0 or > LabBounds.MostRules)
        {
            throw new LabException(LabRefusal.RuleCount,
                $"A study compares 1 to {LabBounds.MostRules} rules, not {rules.Count}.");
        }

        if (rules.Select(rule => rule.Currency).Distinct().Count() > 1)
        {
            throw new LabException(LabRefusal.MixedCurrencies, "The rules compute in different currencies: "
                + string.Join(", ", rules.Select(rule => $"{rule.Title} in {rule.Currency}")) + ".");
        }

        foreach (var fault in Faults(place).Concat(household.Faults()).Concat(seller.Faults()))
            throw new LabException(LabRefusal.SettingOutOfRange, fault);
    }

    /// <summary>The rules with every given answered.</summary>
    public static IReadOnlyList<LabRule> Rules(
        IReadOnlyList<RuleDocument> rules, IReadOnlyDictionary<string, RuleValue> givens)
    {
        var unknown = givens.Keys.Order(StringComparer.Ordinal)
            .FirstOrDefault(name => !rules.Any(rule => rule.Givens.Any(given => given.Name == name)));
        return unknown is null
            ? [.. rules.Select(rule => LabRule.Of(rule, givens))]
            : throw new LabException(LabRefusal.FactNotAnswered, $"No rule of the study asks for {unknown}.");
    }

    /// <summary>The rules as the result names them.</summary>
    public static IReadOnlyList<LabRuleUsed> Used(IReadOnlyList<LabRule> rules) =>
        [.. rules.Select(rule => new LabRuleUsed(
            rule.Document.Title, rule.Document.FileName, rule.Document.Hash, rule.StatesItsOwnPrice,
            [.. rule.Answers.Select(answer => new LabAnswerUsed(
                answer.Given.Name, answer.Fact is null ? answer.Value.ToString() : null, answer.Source))]))];

    /// <summary>Refuses prices and incomes in another currency than the rules, where their releases say it.</summary>
    public static void Currencies(IReadOnlyList<RuleDocument> rules, LabPlace place, IFigures figures)
    {
        var currency = rules[0].Currency.Code;
        foreach (var series in new[] { place.Market, place.Incomes })
        {
            if (figures.Releases(series.SeriesId).Select(release => release.Currency)
                .FirstOrDefault(of => of is not null && of != currency) is not { } other) continue;
            throw new LabException(LabRefusal.OtherCurrency,
                $"The figures of {series.Name} are in {other}, and {rules[0].Title} computes in {currency}. Name a "
                + $"series in {currency}, or rules in {other}.");
        }
    }

    /// <summary>The caption of a study.</summary>
    public static LabCaption Caption(
        IReadOnlyList<RuleDocument> rules, LabPlace place, HouseholdSetting household, SellerSetting seller,
        IReadOnlyDictionary<string, RuleValue> givens, IReadOnlyList<string> notes, LabMovements? movements = null)
    {
        var rate = place.MortgageRate.Proxy is { Base: ProxyBase.None, Level: null } steady
            ? $"mortgage rate {steady.Words} (declared)"
            : $"mortgage rate of {place.MortgageRate.Name}";
        if (movements is not null)
            rate += $" in the first year, then {LabProxy.Percent(movements.Growth[^1])} in the mean";
        notes = [.. notes, .. Stated(givens), .. rules.Select(rule => Kept(rule, givens)).OfType<string>()];
        if (household.LeaseFee > 0)
        {
            notes = [.. notes, place.Cpi is null && movements is null
                ? "What is paid for the land stays the same in every year: the study has no consumer prices."
                : "What is paid for the land is in money of the first year, and moves with consumer prices."];
        }

        return new LabCaption(
            rules[0].Currency.Code, place.Area,
            [.. place.Series.Select(one => $"{Role(one.Role)}: {one.Series.Name}"
                + (one.Series.Proxy is { } proxy ? $" (proxy: {proxy.Words})" : "")), .. OwnSeries(rules, place)],
            place.Proxies, $"{rate}, {household.Words}", seller.Words, notes);
    }

    // What a rule looks up beside the place's series is as published, whatever stands in for another.
    private static IEnumerable<string> OwnSeries(IReadOnlyList<RuleDocument> rules, LabPlace place) => rules
        .SelectMany(rule => rule.Series.Select(series => series.SeriesId)).Distinct(StringComparer.Ordinal)
        .Where(code => place.Series.All(one => one.Series.SeriesId != code))
        .Select(code => $"looked up by rules: {code}");

    private static IEnumerable<string> Stated(IReadOnlyDictionary<string, RuleValue> givens) => givens.Count == 0 ? []
        : ["Facts stated for this study: " + string.Join(", ", givens.OrderBy(
            given => given.Key, StringComparer.Ordinal).Select(given => $"{given.Key} = {given.Value}")) + "."];

    // A default may switch a part of a rule off, such as a cap on a price that nobody states.
    private static string? Kept(RuleDocument rule, IReadOnlyDictionary<string, RuleValue> givens)
    {
        var kept = rule.Givens.Where(given => given.Default is not null && LabFacts.Of(given) is null
            && !givens.ContainsKey(given.Name)).Select(given => $"{given.Name} = {given.Default}").ToList();
        return kept.Count == 0 ? null : $"{rule.Title} keeps its defaults: {string.Join(", ", kept)}.";
    }

    private static string Role(ProxyBase role) => role switch
    {
        ProxyBase.Market => "market prices",
        ProxyBase.Incomes => "incomes",
        ProxyBase.Cpi => "consumer prices",
        _ => "mortgage rate",
    };

    private static IEnumerable<string> Faults(LabPlace place)
    {
        if (place.Month is < 1 or > 12) yield return "The month of sales is from 1 to 12.";
        if (place.LandShare is < 0 or > 1) yield return "The land’s share is from 0 % to 100 % of the market value.";
        if (place.HomeValue is <= 0 or > 1_000_000_000)
            yield return "The home’s market value is above 0 and at most 1,000,000,000.";
        if (place.HomeValueYear is < LabBounds.FirstYear or > LabBounds.LastYear)
            yield return $"The year of the home’s market value is from {LabBounds.FirstYear} to {LabBounds.LastYear}.";
        if (place.HomeValue is not null != place.HomeValueYear is not null)
            yield return "The home’s market value comes with the year it is of.";
    }
}
