using Commonstead.Platform.Data;

namespace Commonstead.Members;

/// <summary>Names an application for membership.</summary>
public readonly record struct MembershipApplicationId(Guid Value) : IRecordId<MembershipApplicationId>
{
    /// <inheritdoc/>
    public static MembershipApplicationId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out MembershipApplicationId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
