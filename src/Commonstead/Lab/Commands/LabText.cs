using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Lab;

/// <summary>Writes studies as plain tables for the command line, with everything a reader must know beside
/// them.</summary>
internal static class LabText
{
    private static readonly int[] _yearsOwned = [1, 5, 10, 20, 30];
    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    /// <summary>What the past would have done, for a home bought in the first year.</summary>
    public static void Write(BacktestResult result, TextWriter output)
    {
        var view = new BacktestView(result, null);
        Write(result.Caption, output);
        Name(result.Rules, output);
        output.WriteLine();
        output.WriteLine($"Bought in {view.Bought}, maximum price in {result.Caption.Currency} by year of resale:");
        output.WriteLine(Row("year", "market", "50 %", "80 %", "100 %",
            result.Rules.Select((_, at) => $"rule {Letter(at)}")));
        foreach (var (year, sales) in view.Drawn)
        {
            output.WriteLine(Row(
                $"{year.Year}", Whole(year.MarketValue), Whole(year.Affordable[0]), Whole(year.Affordable[1]),
                Whole(year.Affordable[2]), sales.Select(sale => Whole(sale.MaximumPrice))));
        }

        for (var at = 0; at < result.Rules.Count; at++) Sales(view, at, output);
        foreach (var (rule, years, why) in view.Refusals)
            output.WriteLine($"  “{rule}” names no price in {years}: {why}.");
        output.WriteLine();
        output.WriteLine("Over every year of purchase and of resale: a seller's yearly return (the least, the "
            + "middle, the most), sellers who lose, the subsidy's share of the market value at the resale (the "
            + "middle), resales without a price");
        for (var at = 0; at < view.Rules.Count; at++) Write(view.Rules[at], at, result, output);
    }

    // What sellers take home after some years; every year of purchase and resale stands in the study's file.
    private static void Sales(BacktestView view, int rule, TextWriter output)
    {
        var last = view.Drawn[^1].Year.Year;
        var sales = view.Drawn.SelectMany(drawn => drawn.Sales)
            .Where(sale => sale.Rule == rule && sale.Proceeds is not null)
            .Where(sale => _yearsOwned.Contains(sale.Sold - sale.Bought) || sale.Sold == last).ToList();
        if (sales.Count == 0) return;
        output.WriteLine();
        output.WriteLine(
            $"Rule {Letter(rule)}: paid {Whole(sales[0].PricePaid)} in {view.Bought}; what a seller takes home:");
        output.WriteLine(Row("sold", "price", "principal", "paid in", "proceeds", ["a year", "subsidy"]));
        foreach (var sale in sales)
        {
            output.WriteLine(Row($"{sale.Sold}", Whole(sale.SalePrice), Whole(sale.PrincipalPaid), Whole(sale.PaidIn),
                Whole(sale.Proceeds), [Percent(sale.YearlyReturn), Whole(sale.SubsidyRetained)]));
        }
    }

    /// <summary>What the futures come to.</summary>
    public static void Write(FuturesResult result, TextWriter output)
    {
        Write(result.Caption, output);
        Name([.. result.Rules.Select(rule => rule.Rule)], output);
        foreach (var (rule, at) in result.Rules.Select((rule, at) => (rule, at)))
        {
            output.WriteLine();
            output.WriteLine($"Rule {Letter(at)}, first price {Whole(rule.FirstPrice)}, maximum price in "
                + $"{result.Caption.Currency}:");
            output.WriteLine(Row("year", "5 %", "25 %", "50 %", "75 %",
                ["95 %", "affordable", "so far", "no price", "subsidy"]));
            var shown = new[] { 5, 10, 20, 30, result.Years }.Distinct().Order().Select(rule.At).OfType<RuleYear>();
            foreach (var year in shown)
            {
                var fan = year.MaximumPrice;
                output.WriteLine(Row($"{year.Year}", Whole(fan.P5), Whole(fan.P25), Whole(fan.P50), Whole(fan.P75),
                    [
                        Whole(fan.P95), Percent(year.Affordable), Percent(year.AffordableSoFar),
                        Percent(year.WithoutPrice), Whole(year.SubsidyNeeded),
                    ]));
            }

            var sellers = rule.Sellers;
            output.WriteLine($"  {sellers.Sales.ToString("N0", _plain)} sales; yearly return 5 to 95 %: "
                + $"{Percent(sellers.YearlyReturn.P5)}, {Percent(sellers.YearlyReturn.P25)}, "
                + $"{Percent(sellers.YearlyReturn.P50)}, {Percent(sellers.YearlyReturn.P75)}, "
                + $"{Percent(sellers.YearlyReturn.P95)}; {Percent(sellers.Losing)} lose; a sale needs "
                + $"{Whole(sellers.SubsidyNeeded)} of subsidy to stay affordable");
        }
    }

    private static void Write(RuleOfPast rule, int at, BacktestResult result, TextWriter output)
    {
        var returns = result.Sales.Where(sale => sale.Rule == at).Select(sale => sale.YearlyReturn).ToList();
        output.WriteLine(rule.Resales == 0
            ? $"  rule {Letter(at)}  names no price"
            : $"  rule {Letter(at)}  {Percent(returns.Min())}  {Percent(rule.UsualReturn)}  {Percent(returns.Max())}  "
                + $"{Percent((decimal)rule.Losses / rule.Resales)} lose  {Percent(rule.Retained)} retained  "
                + $"{rule.Refused} without a price");
    }

    private static void Write(LabCaption caption, TextWriter output)
    {
        output.WriteLine($"Area {caption.Area}, amounts in {caption.Currency}");
        foreach (var series in caption.Series) output.WriteLine("  " + series);
        output.WriteLine($"Affordable: {caption.Affordability}");
        output.WriteLine($"Selling: {caption.Selling}");
        foreach (var note in caption.Notes) output.WriteLine("Note: " + note);
    }

    private static void Name(IReadOnlyList<LabRuleUsed> rules, TextWriter output)
    {
        for (var at = 0; at < rules.Count; at++)
        {
            output.WriteLine($"Rule {Letter(at)}: {rules[at].Title} ({rules[at].FileName})"
                + (rules[at].StatesItsOwnPrice ? ", which states its own first price" : ""));
        }
    }

    private static string Row(
        string first, string second, string third, string fourth, string fifth, IEnumerable<string> others)
    {
        const int FirstWidth = 6;
        const int Width = 12;
        return first.PadLeft(FirstWidth) + string.Concat(
            others.Prepend(fifth).Prepend(fourth).Prepend(third).Prepend(second)
                .Select(cell => ' ' + cell.PadLeft(Width - 1)));
    }

    private static char Letter(int at) => (char)('A' + at);

    private static string Whole(decimal? amount) => amount?.ToString("N0", _plain) ?? "–";

    private static string Percent(decimal? share) => share is { } one ? one.ToString("P1", _plain) : "–";
}
