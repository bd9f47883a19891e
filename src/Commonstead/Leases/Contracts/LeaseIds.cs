using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>Names a lease.</summary>
public readonly record struct LeaseId(Guid Value) : IRecordId<LeaseId>
{
    /// <inheritdoc/>
    public static LeaseId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out LeaseId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
