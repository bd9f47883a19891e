using Commonstead.Core;

namespace Commonstead.Leases;

/// <summary>Holds the text of a fact to the type its rule gives it.</summary>
internal static class FactText
{
    /// <summary>
    /// Why the text is not what the rule asks of a lease, or null when it is, is unknown or is not asked for.
    /// </summary>
    public static string? Misread(RuleDocument? rule, string name, string? text)
    {
        if (rule is null || string.IsNullOrWhiteSpace(text)) return null;
        if (rule.Givens.FirstOrDefault(g => g.Name == name) is not { } given) return null;
        if (given.AtSale) return "the rule asks for it when the home is sold, so it is not stated of the lease";
        return GivenValue.ParseText(given.Type, text.Trim(), "", rule.Currency).Error;
    }
}
