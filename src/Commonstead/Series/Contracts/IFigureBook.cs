using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>What other capabilities may ask the trust's published figures.</summary>
public interface IFigureBook
{
    /// <summary>The figures a rule can look up: every release of its series published by a day.</summary>
    Task<IFigures> For(RuleDocument rule, DateOnly knownBy);
}
