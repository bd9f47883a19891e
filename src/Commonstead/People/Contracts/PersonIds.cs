using Commonstead.Platform.Data;

namespace Commonstead.People;

/// <summary>Names a person.</summary>
public readonly record struct PersonId(Guid Value) : IRecordId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out PersonId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a way to reach a person.</summary>
public readonly record struct ContactPointId(Guid Value) : IRecordId<ContactPointId>
{
    /// <inheritdoc/>
    public static ContactPointId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ContactPointId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a household.</summary>
public readonly record struct HouseholdId(Guid Value) : IRecordId<HouseholdId>
{
    /// <inheritdoc/>
    public static HouseholdId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out HouseholdId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an organisation.</summary>
public readonly record struct OrganisationId(Guid Value) : IRecordId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out OrganisationId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
