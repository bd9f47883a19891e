using System.Globalization;
using Commonstead.Core;

namespace Commonstead.Lab;

/// <summary>Writes studies as plain tables for the command line, with everything a reader must know beside
/// them.</summary>
internal static class LabText
{
    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    /// <summary>What the past would have done, for a home bought in the first year.</summary>
    public static void Write(BacktestResult result, TextWriter output)
    {
        var bought = result.Years[0].Year;
        Write(result.Caption, output);
        Name(result.Rules, output);
        output.WriteLine();
        output.WriteLine($"Bought in {bought}, maximum price in {result.Caption.Currency} by year of resale:");
        output.WriteLine(Row("year", "market", "50 %", "80 %", "100 %",
            result.Rules.Select((_, at) => $"rule {Letter(at)}")));
        foreach (var year in result.Years.Skip(1))
        {
            var prices = result.Rules.Select((_, at) => result.Sales.First(sale =>
                sale.Rule == at && sale.Bought == bought && sale.Sold == year.Year).MaximumPrice);
            output.WriteLine(Row(
                $"{year.Year}", Whole(year.MarketValue), Whole(year.Affordable[0]), Whole(year.Affordable[1]),
                Whole(year.Affordable[2]), prices.Select(Whole)));
        }

        output.WriteLine();
        output.WriteLine("Over every year of purchase and of resale: a seller's yearly return (the least, the "
            + "middle, the most), sellers who lose, subsidy retained (the middle)");
        for (var at = 0; at < result.Rules.Count; at++)
        {
            var sales = result.Sales.Where(sale => sale.Rule == at && sale.Proceeds is not null).ToList();
            if (sales.Count == 0) continue;
            var returns = sales.Select(sale => sale.YearlyReturn ?? 0).Order().ToList();
            var losing = sales.Count(sale => sale.Proceeds < sale.PaidIn) / (decimal)sales.Count;
            var retained = sales.Select(sale => sale.SubsidyRetained ?? 0).Order().ElementAt(sales.Count / 2);
            output.WriteLine($"  rule {Letter(at)}  {Percent(returns[0])}  {Percent(returns[returns.Count / 2])}  "
                + $"{Percent(returns[^1])}  {Percent(losing)} lose  {Whole(retained)} retained");
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
            others.Prepend(fifth).Prepend(fourth).Prepend(third).Prepend(second).Select(cell => cell.PadLeft(Width)));
    }

    private static char Letter(int at) => (char)('A' + at);

    private static string Whole(decimal? amount) => amount?.ToString("N0", _plain) ?? "–";

    private static string Percent(decimal? share) => share is { } one ? one.ToString("P1", _plain) : "–";
}
