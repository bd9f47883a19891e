using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Hours;

/// <summary>Does what the hour brings in a trust; whoever does something at a set hour registers one.</summary>
public interface IKeepsHours
{
    /// <summary>Does what has become due since it last looked.</summary>
    /// <returns>How much was done.</returns>
    Task<int> Look(OpenTrust trust);
}
