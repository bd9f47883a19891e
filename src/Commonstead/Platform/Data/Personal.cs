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
}

/// <summary>Declares that a stored text, or every text of a record, says nothing about a person.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotPersonalAttribute : Attribute;
