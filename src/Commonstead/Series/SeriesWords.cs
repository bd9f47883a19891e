using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Web;

namespace Commonstead.Series;

/// <summary>Puts what belongs to series into words for readers; each text is the key of its translation.</summary>
internal static class SeriesWords
{
    private const string County = "us:county:";

    // Connecticut, Maine, Massachusetts, New Hampshire, Rhode Island, Vermont: the codes of the states (FIPS).
    private static readonly HashSet<string> _newEngland = ["09", "23", "25", "33", "44", "50"];

    /// <summary>How figures are dated.</summary>
    public static string ToWords(this FigureSpan span) => span switch
    {
        FigureSpan.Month => "month",
        FigureSpan.Quarter => "quarter",
        FigureSpan.Year => "year",
        _ => "the day it comes into force",
    };

    /// <summary>
    /// What to know of an area's figures, or null: HUD sets income limits in New England by town and not by county, so
    /// that a county's figure in its tables is the median over the county's towns.
    /// </summary>
    public static string? AboutArea(string area) =>
        area.StartsWith(County, StringComparison.Ordinal) && area.Length > County.Length + 2
            && _newEngland.Contains(area[County.Length..(County.Length + 2)])
            ? "HUD sets income limits in New England by town. The county’s figure is the median over its towns; a "
                + "town’s own may differ."
            : null;

    /// <summary>A figure in its series' unit: money, or a number.</summary>
    public static object Shown(this PublishedSeries series, decimal value) =>
        series.CurrencyCode is { } code && Currency.Parse(code) is var currency
            && decimal.Round(value, currency.Decimals) == value && decimal.Abs(value) < 1_000_000_000_000m
                ? Money.Of(value, currency)
                : value;

    /// <summary>One step of an income limit's working, with places for its figures.</summary>
    public static (string Text, object[] Figures) Described(this LimitStep step, Currency currency) => step.Kind switch
    {
        LimitStepKind.Median => ("Area median income", []),
        LimitStepKind.ExtremelyLow => ("Published extremely low limit, household of {0}", [step.Operand]),
        LimitStepKind.VeryLow => ("Published very low limit, household of {0}", [step.Operand]),
        LimitStepKind.Low => ("Published low limit, household of {0}", [step.Operand]),
        LimitStepKind.Override => ("Set by hand", []),
        LimitStepKind.TimesPercent => ("times {0}", [(step.Operand / 100).ToPercent()]),
        LimitStepKind.TimesSizeFactor => ("times {0}%, the factor of the household's size", [step.Operand]),
        LimitStepKind.RoundedToNearest => ("rounded to the nearest {0}", [step.Operand]),
        LimitStepKind.RoundedUp => ("rounded up to {0}", [step.Operand]),
        LimitStepKind.RoundedDown => ("rounded down to {0}", [step.Operand]),
        LimitStepKind.AtLeastGuideline =>
            ("at least the federal poverty guideline, {0}", [Money.Of(step.Operand, currency).ToReader()]),
        _ => ("at most the very low limit, {0}", [Money.Of(step.Operand, currency).ToReader()]),
    };
}
