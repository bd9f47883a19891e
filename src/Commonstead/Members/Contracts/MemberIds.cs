using Commonstead.Platform.Data;

namespace Commonstead.Members;

/// <summary>Names a membership: somebody's entry in the register of members.</summary>
public readonly record struct MemberId(Guid Value) : IRecordId<MemberId>
{
    /// <inheritdoc/>
    public static MemberId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out MemberId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

/// <summary>Names a version of the terms of membership.</summary>
public readonly record struct MembershipTermsId(Guid Value) : IRecordId<MembershipTermsId>
{
    /// <inheritdoc/>
    public static MembershipTermsId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out MembershipTermsId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}
