using Commonstead.Core;

namespace Commonstead.Pricing;

/// <summary>What other capabilities may ask of the rules that are being written, as far as the actor may see them.
/// </summary>
public interface IRuleDrafts
{
    /// <summary>Those without an error whose text is not in the book, the latest first.</summary>
    Task<IReadOnlyList<RuleTitle>> Sound();

    /// <summary>The rule of a draft by the SHA-256 of its text as it stands; null for none or errors.</summary>
    Task<RuleDocument?> Document(string hash);
}
