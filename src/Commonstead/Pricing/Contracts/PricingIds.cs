using Commonstead.Platform.Data;

namespace Commonstead.Pricing;

/// <summary>Names a determination.</summary>
public readonly record struct DeterminationId(Guid Value) : IRecordId<DeterminationId>
{
    /// <inheritdoc/>
    public static DeterminationId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out DeterminationId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a rule in the trust's rule book.</summary>
public readonly record struct RuleEntryId(Guid Value) : IRecordId<RuleEntryId>
{
    /// <inheritdoc/>
    public static RuleEntryId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a rule document that is being written.</summary>
public readonly record struct RuleDraftId(Guid Value) : IRecordId<RuleDraftId>
{
    /// <inheritdoc/>
    public static RuleDraftId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out RuleDraftId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a decision on a determination.</summary>
public readonly record struct DeterminationDecisionId(Guid Value) : IRecordId<DeterminationDecisionId>
{
    /// <inheritdoc/>
    public static DeterminationDecisionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a price certificate.</summary>
public readonly record struct CertificateId(Guid Value) : IRecordId<CertificateId>
{
    /// <inheritdoc/>
    public static CertificateId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out CertificateId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
