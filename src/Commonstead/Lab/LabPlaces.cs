using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>Reads the place of a study from its question.</summary>
internal static class LabPlaces
{
    private const string BeforeArea = " of ";

    /// <summary>The place with its series and their proxies, or what is missing.</summary>
    public static Outcome<LabPlace> Of(LabQuestion question)
    {
        var (market, incomes, prices, mortgage) = (
            Series(question.Market, question.MarketProxy), Series(question.Incomes, question.IncomesProxy),
            Series(Prices(question), question.PricesProxy), Series(question.Mortgage, question.MortgageProxy));
        foreach (var proxy in (string?[])
            [question.MarketProxy, question.IncomesProxy, question.PricesProxy, question.MortgageProxy])
        {
            if (!string.IsNullOrWhiteSpace(proxy) && LabProxy.Parse(proxy.Trim()) is null)
                return new Refusal(StudyRefusal.ProxyNotUnderstood, proxy);
        }

        if (market is null) return Missing("market prices", "us.case-shiller of us:metro:boston");
        if (incomes is null) return Missing("incomes", "hud.ami of us:county:25013");
        if (mortgage is null) return Missing("mortgage rates", "us.mortgage");
        var area = question.Area?.Trim() is { Length: > 0 } named ? named : incomes.Area ?? market.Area;
        if (area is null) return StudyRefusal.AreaMissing;
        return new LabPlace
        {
            Area = area,
            Market = market,
            Incomes = incomes,
            Cpi = prices,
            MortgageRate = mortgage,
            HomeValue = question.HomeValue,
            HomeValueYear = question.HomeValueYear,
        };
    }

    // Consumer prices are asked for how they move: a proxy says that without the name of a series.
    private static string? Prices(LabQuestion question) =>
        string.IsNullOrWhiteSpace(question.Prices) && !string.IsNullOrWhiteSpace(question.PricesProxy)
            ? "cpi" : question.Prices;

    private static LabSeries? Series(string? text, string? proxy)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var parts = text.Split(BeforeArea, 2, StringSplitOptions.TrimEntries);
        return new LabSeries(
            parts[0], parts.Length == 2 ? parts[1] : null,
            string.IsNullOrWhiteSpace(proxy) ? null : LabProxy.Parse(proxy.Trim()));
    }

    // The example is a sentence of its own: each country has its series and its codes.
    private static Refusal Missing(string what, string example) =>
        new(StudyRefusal.SeriesMissing, new Sentence(what), new Sentence(example));
}
