using Commonstead.Platform.Data;

namespace Commonstead.Land;

/// <summary>Names how a parcel came to the trust.</summary>
public readonly record struct AcquisitionId(Guid Value) : IRecordId<AcquisitionId>
{
    /// <inheritdoc/>
    public static AcquisitionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an encumbrance.</summary>
public readonly record struct EncumbranceId(Guid Value) : IRecordId<EncumbranceId>
{
    /// <inheritdoc/>
    public static EncumbranceId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out EncumbranceId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a parcel's outline.</summary>
public readonly record struct OutlineId(Guid Value) : IRecordId<OutlineId>
{
    /// <inheritdoc/>
    public static OutlineId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a correction of the register.</summary>
public readonly record struct LandCorrectionId(Guid Value) : IRecordId<LandCorrectionId>
{
    /// <inheritdoc/>
    public static LandCorrectionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
