namespace Commonstead.Platform.Data;

/// <summary>
/// Declares that a stored text is personal: why it is held and how long. Exports and erasure are made from this.
/// </summary>
/// <param name="purpose">Why the trust holds it, in words a data subject understands.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class PersonalAttribute(string purpose) : Attribute
{
    /// <summary>Why the trust holds it.</summary>
    public string Purpose { get; } = purpose;

    /// <summary>How long it is kept after the person's last tie to the trust has ended.</summary>
    public string Kept { get; init; } = "6 years after the last tie ends";

    /// <summary>
    /// Years after the last tie ends in which a claim may still be brought, so that erasure on request leaves the text;
    /// 0 for what is erased at once.
    /// </summary>
    public int YearsByLaw { get; init; }

    /// <summary>How long a claim on a deed may be brought: twelve years (Limitation Act 1980, s 8).</summary>
    public const int YearsOfADeed = 12;
}

/// <summary>Declares that a stored text, or every text of a record, says nothing about a person.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotPersonalAttribute : Attribute;
