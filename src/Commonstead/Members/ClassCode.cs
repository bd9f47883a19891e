namespace Commonstead.Members;

/// <summary>The code of a class, made once of its first name.</summary>
internal static class ClassCode
{
    /// <summary>The longest code.</summary>
    public const int Longest = 30;
}
