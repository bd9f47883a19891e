using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>
/// What a leaseholder pays for the use of the land from a day on, until a later version takes its place.
/// </summary>
[NotPersonal]
public sealed class LeaseFee : Record<LeaseFeeId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The first day it is due for.</summary>
    public DateOnly From { get; init; }

    /// <summary>The amount per period; zero for a peppercorn.</summary>
    public Money Amount { get; init; }

    /// <summary>How often.</summary>
    public FeeFrequency Frequency { get; init; }

    /// <summary>What it comes to a month, to the cent.</summary>
    internal Money AMonth => Money.Rounded(
        Amount.Amount / Months, Amount.Currency, MidpointRounding.AwayFromZero);

    private int Months => Frequency switch
    {
        FeeFrequency.Monthly => 1,
        FeeFrequency.Quarterly => 3,
        FeeFrequency.HalfYearly => 6,
        _ => 12,
    };

    /// <summary>The day of the month on which it is due; in shorter months their last day.</summary>
    public int DueDay { get; init; }

    /// <summary>Days after the due day before it counts as late.</summary>
    public int GraceDays { get; init; }

    /// <summary>What is added when it is late; null when nothing.</summary>
    public Money? LateFee { get; init; }

    /// <summary>Where it stands: the lease's article, the letter that raised it.</summary>
    public string Source { get; init; } = "";
}

/// <summary>How often a fee is due.</summary>
public enum FeeFrequency
{
    /// <summary>Each month.</summary>
    [Display(Name = "a month")] Monthly,

    /// <summary>Every three months.</summary>
    [Display(Name = "a quarter")] Quarterly,

    /// <summary>Twice a year.</summary>
    [Display(Name = "half-yearly")] HalfYearly,

    /// <summary>Once a year.</summary>
    [Display(Name = "a year")] Yearly,
}
