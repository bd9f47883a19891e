using Commonstead.Platform.Data;

namespace Commonstead.Land;

/// <summary>Names a parcel.</summary>
public readonly record struct ParcelId(Guid Value) : IRecordId<ParcelId>
{
    /// <inheritdoc/>
    public static ParcelId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ParcelId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a home.</summary>
public readonly record struct HomeId(Guid Value) : IRecordId<HomeId>
{
    /// <inheritdoc/>
    public static HomeId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out HomeId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
