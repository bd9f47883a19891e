using Commonstead.Platform.Data;

namespace Commonstead.Ballots;

/// <summary>Names a ballot.</summary>
public readonly record struct BallotId(Guid Value) : IRecordId<BallotId>
{
    /// <inheritdoc/>
    public static BallotId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out BallotId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a choice on a ballot paper.</summary>
public readonly record struct BallotChoiceId(Guid Value) : IRecordId<BallotChoiceId>
{
    /// <inheritdoc/>
    public static BallotChoiceId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a returning officer's part in a ballot.</summary>
public readonly record struct KeyHolderId(Guid Value) : IRecordId<KeyHolderId>
{
    /// <inheritdoc/>
    public static KeyHolderId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names an entry on a ballot's roll.</summary>
public readonly record struct RollEntryId(Guid Value) : IRecordId<RollEntryId>
{
    /// <inheritdoc/>
    public static RollEntryId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out RollEntryId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a count of a ballot.</summary>
public readonly record struct BallotCountId(Guid Value) : IRecordId<BallotCountId>
{
    /// <inheritdoc/>
    public static BallotCountId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
