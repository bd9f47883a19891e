namespace Commonstead.Governance;

/// <summary>The code of an act.</summary>
internal static class ActCode
{
    /// <summary>The longest code.</summary>
    public const int Longest = 40;
}
