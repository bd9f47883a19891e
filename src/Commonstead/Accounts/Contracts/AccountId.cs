using Commonstead.Platform.Data;

namespace Commonstead.Accounts;

/// <summary>Names an account.</summary>
public readonly record struct AccountId(Guid Value) : IRecordId<AccountId>
{
    /// <inheritdoc/>
    public static AccountId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out AccountId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
