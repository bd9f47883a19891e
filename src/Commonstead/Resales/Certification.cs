using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Resales;

/// <summary>
/// That a buyer's household was checked against the income limit, on a day, with every figure that was used.
/// </summary>
[Personal("shows that a buyer qualified for the home", Kept = "6 years after the closing, then only that it was done")]
public sealed class Certification : Record<CertificationId>, IAppendOnly
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>Persons in the household.</summary>
    public int HouseholdSize { get; init; }

    /// <summary>What the household earns in a year.</summary>
    public Money Income { get; init; }

    /// <summary>The day of certification; the limits in force on it count.</summary>
    public DateOnly CertifiedOn { get; init; }

    /// <summary>The last day it holds.</summary>
    public DateOnly ExpiresOn { get; init; }

    /// <summary>The limit, or null when the lease sets none.</summary>
    public Money? Limit { get; init; }

    /// <summary>How the limit came about: area, level, release, and whether it was published or computed.</summary>
    public string LimitSource { get; init; } = "";

    /// <summary>The board's recorded reason for a household over the limit; empty when it is within.</summary>
    public string BoardReason { get; init; } = "";

    /// <summary>The account that certified.</summary>
    [NotPersonal]
    public string By { get; init; } = "";
}
