using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;

namespace Commonstead.Resales;

/// <summary>An appraiser's valuation of a home at its sale. A second one in a dispute is another record.</summary>
public sealed class Appraisal : Record<AppraisalId>
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>The appraiser's name.</summary>
    [Personal("says who valued a home", Kept = "as long as the determination that uses it")]
    public string Appraiser { get; init; } = "";

    /// <summary>The appraiser's licence.</summary>
    [Personal("says who valued a home", Kept = "as long as the determination that uses it")]
    public string Licence { get; init; } = "";

    /// <summary>Who ordered it.</summary>
    [NotPersonal]
    public string OrderedBy { get; init; } = "";

    /// <summary>Who paid for it.</summary>
    [NotPersonal]
    public string PaidBy { get; init; } = "";

    /// <summary>The day the home was inspected.</summary>
    public DateOnly InspectedOn { get; init; }

    /// <summary>The day the value is stated for.</summary>
    public DateOnly EffectiveOn { get; init; }

    /// <summary>The day the trust received it.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>The last day it may be used.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>What it values.</summary>
    public AppraisalBasis Basis { get; init; }

    /// <summary>The value.</summary>
    public Money Value { get; init; }

    /// <summary>The land's part of it, or null when not stated apart.</summary>
    public Money? LandValue { get; init; }

    /// <summary>The value that the owner's improvements added, or null when not stated apart.</summary>
    public Money? ValueAdded { get; init; }

    /// <summary>The document's reference.</summary>
    [NotPersonal]
    public string Reference { get; init; } = "";

    /// <summary>How a rule's working cites it.</summary>
    public string Citation => $"appraisal {Reference}, effective {EffectiveOn:yyyy-MM-dd}";
}
