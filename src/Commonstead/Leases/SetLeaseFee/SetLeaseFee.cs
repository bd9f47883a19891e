using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>What is paid for the land from a day on.</summary>
public sealed class SetLeaseFeeInput : FeeInput, ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the first day.")]
    [Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <inheritdoc/>
    [Required(ErrorMessage = "Enter the amount; zero for a peppercorn.")]
    [Display(Name = "Lease fee")]
    public override Money? Amount { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where it stands, such as the lease's article or a letter.")]
    [StringLength(300, ErrorMessage = "The source is longer than 300 characters.")]
    [Display(Name = "Where it stands")]
    public string Source { get; set; } = "";
}

/// <summary>Why a fee is not set.</summary>
public enum SetLeaseFeeRefusal
{
    /// <summary>Fees go forward; what was billed stays.</summary>
    [Says("A fee from {0} is recorded. A new one begins later.", Field = nameof(SetLeaseFeeInput.From))]
    NotAfterLatest,

    /// <summary>Nothing is due outside the term.</summary>
    [Says("The lease runs from {0} to {1}; enter a day within it.", Field = nameof(SetLeaseFeeInput.From))]
    OutsideTerm,

    /// <summary>A fee is in the trust's currency, and not below zero.</summary>
    [Says("Enter amounts in {0}, not below zero.", Field = nameof(SetLeaseFeeInput.Amount))]
    NotInCurrency,
}

/// <summary>Sets the lease fee from a day on; earlier versions stay as they were.</summary>
[Needs(LeasePermission.Edit)]
[Does("Lease fee set")]
public sealed class SetLeaseFee(TrustDb db, Acting acting) : IOperation<SetLeaseFeeInput, LeaseFeeId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseFeeId>> Run(SetLeaseFeeInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<LeaseFeeId>.Refused(found.Refusals);
        var (lease, from) = (found.Value, input.From!.Value);
        var latest = await db.Set<LeaseFee>().Where(f => f.Lease == lease.Id)
            .OrderByDescending(f => f.From).Select(f => (DateOnly?)f.From).FirstOrDefaultAsync();
        if (from <= latest) return new Refusal(SetLeaseFeeRefusal.NotAfterLatest, latest.Value);
        if (from < lease.StartsOn || from > lease.EndsOn)
            return new Refusal(SetLeaseFeeRefusal.OutsideTerm, lease.StartsOn, lease.EndsOn);
        var currency = acting.Profile.Currency;
        if (input.IsAmiss(currency)) return new Refusal(SetLeaseFeeRefusal.NotInCurrency, currency.Code);
        var fee = input.For(lease.Id, from, input.Source.Trim());
        db.Add(fee);
        return fee.Id;
    }
}
