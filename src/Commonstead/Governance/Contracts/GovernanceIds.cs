using Commonstead.Platform.Data;

namespace Commonstead.Governance;

/// <summary>Names a version of the bylaws.</summary>
public readonly record struct BylawsId(Guid Value) : IRecordId<BylawsId>
{
    /// <inheritdoc/>
    public static BylawsId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out BylawsId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a resolution.</summary>
public readonly record struct ResolutionId(Guid Value) : IRecordId<ResolutionId>
{
    /// <inheritdoc/>
    public static ResolutionId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ResolutionId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a body's decision on a resolution.</summary>
public readonly record struct DecisionId(Guid Value) : IRecordId<DecisionId>
{
    /// <inheritdoc/>
    public static DecisionId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out DecisionId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a consent to a resolution.</summary>
public readonly record struct ConsentId(Guid Value) : IRecordId<ConsentId>
{
    /// <inheritdoc/>
    public static ConsentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a director's term on the board.</summary>
public readonly record struct DirectorshipId(Guid Value) : IRecordId<DirectorshipId>
{
    /// <inheritdoc/>
    public static DirectorshipId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out DirectorshipId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a meeting.</summary>
public readonly record struct MeetingId(Guid Value) : IRecordId<MeetingId>
{
    /// <inheritdoc/>
    public static MeetingId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out MeetingId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an item of a meeting's agenda.</summary>
public readonly record struct AgendaItemId(Guid Value) : IRecordId<AgendaItemId>
{
    /// <inheritdoc/>
    public static AgendaItemId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out AgendaItemId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a vote's attendance at a meeting.</summary>
public readonly record struct AttendanceId(Guid Value) : IRecordId<AttendanceId>
{
    /// <inheritdoc/>
    public static AttendanceId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out AttendanceId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an election to the board.</summary>
public readonly record struct ElectionId(Guid Value) : IRecordId<ElectionId>
{
    /// <inheritdoc/>
    public static ElectionId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out ElectionId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names somebody's nomination in an election.</summary>
public readonly record struct NominationId(Guid Value) : IRecordId<NominationId>
{
    /// <inheritdoc/>
    public static NominationId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out NominationId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an amendment.</summary>
public readonly record struct AmendmentId(Guid Value) : IRecordId<AmendmentId>
{
    /// <inheritdoc/>
    public static AmendmentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names the filling of a seat by an election's papers.</summary>
public readonly record struct CountedBackId(Guid Value) : IRecordId<CountedBackId>
{
    /// <inheritdoc/>
    public static CountedBackId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
