using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>What other capabilities may ask about published income limits.</summary>
public interface IIncomeLimits
{
    /// <summary>
    /// Every release of an area's median and income limits, with the dates it was published and takes effect.
    /// </summary>
    Task<IReadOnlyList<PublishedLimits>> Of(string area);
}
