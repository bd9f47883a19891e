using Commonstead.Platform.Data;

namespace Commonstead.Resales;

/// <summary>Names a step of a resale.</summary>
public readonly record struct ResaleStepId(Guid Value) : IRecordId<ResaleStepId>
{
    /// <inheritdoc/>
    public static ResaleStepId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ResaleStepId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names somebody's buying in a resale.</summary>
public readonly record struct ResaleBuyerId(Guid Value) : IRecordId<ResaleBuyerId>
{
    /// <inheritdoc/>
    public static ResaleBuyerId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an appraisal.</summary>
public readonly record struct AppraisalId(Guid Value) : IRecordId<AppraisalId>
{
    /// <inheritdoc/>
    public static AppraisalId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a buyer's certification.</summary>
public readonly record struct CertificationId(Guid Value) : IRecordId<CertificationId>
{
    /// <inheritdoc/>
    public static CertificationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a closing.</summary>
public readonly record struct ClosingId(Guid Value) : IRecordId<ClosingId>
{
    /// <inheritdoc/>
    public static ClosingId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ClosingId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a decision on a closing.</summary>
public readonly record struct ClosingDecisionId(Guid Value) : IRecordId<ClosingDecisionId>
{
    /// <inheritdoc/>
    public static ClosingDecisionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an event in a resale's history.</summary>
public readonly record struct ResaleEventId(Guid Value) : IRecordId<ResaleEventId>
{
    /// <inheritdoc/>
    public static ResaleEventId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names the trust's resale settings.</summary>
public readonly record struct ResaleSettingsId(Guid Value) : IRecordId<ResaleSettingsId>
{
    /// <inheritdoc/>
    public static ResaleSettingsId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a declared interest in a resale.</summary>
public readonly record struct DeclaredInterestId(Guid Value) : IRecordId<DeclaredInterestId>
{
    /// <inheritdoc/>
    public static DeclaredInterestId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out DeclaredInterestId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a payoff of a closing.</summary>
public readonly record struct ClosingPayoffId(Guid Value) : IRecordId<ClosingPayoffId>
{
    /// <inheritdoc/>
    public static ClosingPayoffId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names what a lease states of its resales.</summary>
public readonly record struct LeaseResaleTermsId(Guid Value) : IRecordId<LeaseResaleTermsId>
{
    /// <inheritdoc/>
    public static LeaseResaleTermsId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a dispute about an appraisal.</summary>
public readonly record struct AppraisalDisputeId(Guid Value) : IRecordId<AppraisalDisputeId>
{
    /// <inheritdoc/>
    public static AppraisalDisputeId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
