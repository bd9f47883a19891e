namespace Commonstead.Core;

/// <summary>A fact a rule asks for.</summary>
/// <param name="Name">Its name in the rule.</param>
/// <param name="Type">The type its value must have.</param>
/// <param name="Label">What it means, in words; may be empty.</param>
/// <param name="Default">The value used when it is not given; null when it must be given.</param>
public sealed record RuleGiven(string Name, RuleType Type, string Label, RuleValue? Default)
{
    /// <summary>Whether the rule has a default for it.</summary>
    public bool Optional => Default is not null;

    /// <summary>
    /// Whether nobody can know it before the home is sold, so that no lease states it: the rule says <c>at sale</c>, or
    /// says it by the name.
    /// </summary>
    public bool AtSale => SaysAtSale || Name == SaleDate || Name.EndsWith("_at_sale", StringComparison.Ordinal);

    /// <summary>The usual name for the day of sale, which is the day the price is computed for.</summary>
    public const string SaleDate = "sale_date";

    internal bool SaysAtSale { get; init; }

    internal SourcePosition At { get; init; }
}

/// <summary>A series of published figures a rule looks up.</summary>
/// <param name="Name">Its name in the rule.</param>
/// <param name="SeriesId">The identifier under which its figures are kept; the name itself unless the rule says <c>as
/// "…"</c>.</param>
/// <param name="ByArea">Whether its figures are by area.</param>
/// <param name="Type">The type of its figures.</param>
/// <param name="Source">Who publishes it and which variant is meant, in the rule's words.</param>
public sealed record RuleSeries(string Name, string SeriesId, bool ByArea, RuleType Type, string Source);

/// <summary>What must hold for a rule to name a price.</summary>
/// <param name="ConditionText">The condition as the rule writes it, on one line and without comments.</param>
/// <param name="Reason">Why there is no price where it does not hold, in the rule's words.</param>
public sealed record RuleRequirement(string ConditionText, string Reason);

/// <summary>A step as its rule defines it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it is, in words; may be empty.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="FormulaText">Its formula as the rule writes it, on one line and without comments.</param>
public sealed record RuleStepDefinition(string Name, string Label, RuleType Type, string FormulaText);
