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
