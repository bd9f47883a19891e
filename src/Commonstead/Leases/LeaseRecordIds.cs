using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>Names one person's holding of a lease.</summary>
public readonly record struct HoldingId(Guid Value) : IRecordId<HoldingId>
{
    /// <inheritdoc/>
    public static HoldingId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a fact of a lease.</summary>
public readonly record struct LeaseFactId(Guid Value) : IRecordId<LeaseFactId>
{
    /// <inheritdoc/>
    public static LeaseFactId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out LeaseFactId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a correction of a lease.</summary>
public readonly record struct CorrectionId(Guid Value) : IRecordId<CorrectionId>
{
    /// <inheritdoc/>
    public static CorrectionId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out CorrectionId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a version of a lease fee.</summary>
public readonly record struct LeaseFeeId(Guid Value) : IRecordId<LeaseFeeId>
{
    /// <inheritdoc/>
    public static LeaseFeeId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a renewal of a lease.</summary>
public readonly record struct RenewalId(Guid Value) : IRecordId<RenewalId>
{
    /// <inheritdoc/>
    public static RenewalId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a permitted mortgage.</summary>
public readonly record struct MortgageId(Guid Value) : IRecordId<MortgageId>
{
    /// <inheritdoc/>
    public static MortgageId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out MortgageId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an improvement of a home.</summary>
public readonly record struct ImprovementId(Guid Value) : IRecordId<ImprovementId>
{
    /// <inheritdoc/>
    public static ImprovementId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ImprovementId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a notice sent or received under a lease.</summary>
public readonly record struct LeaseNoticeId(Guid Value) : IRecordId<LeaseNoticeId>
{
    /// <inheritdoc/>
    public static LeaseNoticeId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a deadline that a lease or the trust sets for itself.</summary>
public readonly record struct LeaseDeadlineId(Guid Value) : IRecordId<LeaseDeadlineId>
{
    /// <inheritdoc/>
    public static LeaseDeadlineId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a subsidy in a home.</summary>
public readonly record struct SubsidyId(Guid Value) : IRecordId<SubsidyId>
{
    /// <inheritdoc/>
    public static SubsidyId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out SubsidyId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a notice of default.</summary>
public readonly record struct DefaultNoticeId(Guid Value) : IRecordId<DefaultNoticeId>
{
    /// <inheritdoc/>
    public static DefaultNoticeId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out DefaultNoticeId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names the trust's deadlines under its leases.</summary>
public readonly record struct LeaseSettingsId(Guid Value) : IRecordId<LeaseSettingsId>
{
    /// <inheritdoc/>
    public static LeaseSettingsId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a transfer without a sale.</summary>
public readonly record struct TransferId(Guid Value) : IRecordId<TransferId>
{
    /// <inheritdoc/>
    public static TransferId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out TransferId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a step of a transfer.</summary>
public readonly record struct TransferStepId(Guid Value) : IRecordId<TransferStepId>
{
    /// <inheritdoc/>
    public static TransferStepId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a statement of how a home was paid for.</summary>
public readonly record struct PurchaseId(Guid Value) : IRecordId<PurchaseId>
{
    /// <inheritdoc/>
    public static PurchaseId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a source of a purchase.</summary>
public readonly record struct PurchaseSourceId(Guid Value) : IRecordId<PurchaseSourceId>
{
    /// <inheritdoc/>
    public static PurchaseSourceId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
