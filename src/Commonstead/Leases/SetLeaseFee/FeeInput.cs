using System.ComponentModel.DataAnnotations;
using Commonstead.Core;

namespace Commonstead.Leases;

/// <summary>What is paid for the land, as a form or a file states it.</summary>
public class FeeInput
{
    /// <summary>The amount per period; zero for a peppercorn.</summary>
    [Display(Name = "Lease fee")]
    public virtual Money? Amount { get; set; }

    /// <summary>How often.</summary>
    [Display(Name = "Lease fee due")]
    [EnumDataType(typeof(FeeFrequency), ErrorMessage = "Choose how often the fee is due.")]
    public FeeFrequency Frequency { get; set; }

    /// <summary>The day of the month.</summary>
    [Range(1, 31, ErrorMessage = "Enter a day of the month from 1 to 31.")]
    [Display(Name = "Due day of the month")]
    public int DueDay { get; set; } = 1;

    /// <summary>Days of grace.</summary>
    [Range(0, 366, ErrorMessage = "Enter 0 to 366 days.")]
    [Display(Name = "Days of grace")]
    public int GraceDays { get; set; } = 15;

    /// <summary>The late fee.</summary>
    [Display(Name = "Late fee")]
    public Money? LateFee { get; set; }

    /// <summary>True when an amount is in another currency, or below zero.</summary>
    internal bool IsAmiss(Currency currency) => new[] { Amount, LateFee }
        .Any(amount => amount is { } money && (money.Currency != currency || money.Minor < 0));

    /// <summary>The fee of a lease from a day on; there is an amount.</summary>
    internal LeaseFee For(LeaseId lease, DateOnly from, string source) => new()
    {
        Lease = lease,
        From = from,
        Amount = Amount!.Value,
        Frequency = Frequency,
        DueDay = DueDay,
        GraceDays = GraceDays,
        LateFee = LateFee,
        Source = source,
    };
}
