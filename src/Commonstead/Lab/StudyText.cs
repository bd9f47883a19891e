using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>Writes a study's figures for readers.</summary>
internal static class StudyText
{
    /// <summary>What moves in a study, in the order of <see cref="LabMovements"/>.</summary>
    public static IReadOnlyList<string> Movers { get; } =
        ["Market prices", "Incomes", "Consumer prices", "Mortgage rate"];

    /// <summary>An amount in whole units: a study knows no pennies.</summary>
    public static string Whole(decimal amount, Currency currency) => (amount < 0 ? "\u2212" : "") + currency.Symbol()
        + Math.Abs(decimal.Round(amount)).ToString("#,0", CultureInfo.CurrentCulture);

    /// <summary>A share with one decimal, as studies are captioned: <c>6.5 %</c>.</summary>
    public static string Percent(decimal share) =>
        (share < 0 ? "\u2212" : "") + string.Create(CultureInfo.CurrentCulture, $"{Math.Abs(share * 100):0.0}\u00a0%");

    /// <summary>A percentage as the study states it, without empty decimals: <c>80 %</c>.</summary>
    public static string Stated(decimal percent) =>
        string.Create(CultureInfo.CurrentCulture, $"{percent:0.##}\u00a0%");

    /// <summary>Where a rule of a study is read: its own page, or further down the same one.</summary>
    public static string AddressOf(LabRuleUsed rule, bool isPublic) =>
        isPublic ? $"#rule-{rule.Hash[..12]}" : $"/rules/{rule.Hash}";

    /// <summary>Years in order, those one after another as <c>1988 to 2024</c>.</summary>
    public static string Years(IReadOnlyList<int> years)
    {
        // Years in a row have the same distance from their places.
        var runs = years.Select((year, at) => (year, at)).GroupBy(one => one.year - one.at, one => one.year);
        return string.Join(", ", runs.Select(run => run.Count() > 2
            ? $"{run.First()} to {run.Last()}" : string.Join(", ", run)));
    }

    /// <summary>A value for a chart; empty for none.</summary>
    public static string Plain(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    /// <summary>
    /// That the past is too short for so many years ahead, for every chart; null when it is long enough, or not drawn
    /// from.
    /// </summary>
    public static Sentence? ShortPast(int? changes, int years) => changes < years
        ? new Sentence(
            "Beyond year {0} these futures repeat the {0} years of the past in other orders, and say less the further "
            + "they go.", changes.Value)
        : null;

    /// <summary>What stands in for figures nobody has, for every chart and table; null when nothing does.</summary>
    public static Sentence? Proxies(IReadOnlyList<string> proxies) => proxies.Count == 0 ? null
        : new Sentence("Rests on proxies: {0}.", string.Join("; ", proxies));
}
