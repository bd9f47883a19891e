using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>A loan that the trust is asked to permit.</summary>
public sealed class PermitMortgageInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>Who lends.</summary>
    [Required(ErrorMessage = "Enter the lender's name.")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    [Display(Name = "Lender")]
    public string Lender { get; set; } = "";

    /// <summary>How much.</summary>
    [Required(ErrorMessage = "Enter the amount of the loan.")]
    [Display(Name = "Amount")]
    public Money? Amount { get; set; }

    /// <summary>The day of the loan.</summary>
    [Required(ErrorMessage = "Enter the day of the loan.")]
    [Display(Name = "Day of the loan")]
    public DateOnly? MadeOn { get; set; }

    /// <summary>The day its term ends.</summary>
    [Required(ErrorMessage = "Enter the day the loan's term ends.")]
    [Display(Name = "Its term ends")]
    public DateOnly? EndsOn { get; set; }

    /// <summary>The lender's own margin, when it is not the lease's.</summary>
    [Range(0, 50, ErrorMessage = "Enter 0 to 50 years.")]
    [Display(Name = "Years the lease must run beyond it")]
    public int? MarginYears { get; set; }
}

/// <summary>Why a mortgage is not permitted.</summary>
public enum PermitMortgageRefusal
{
    /// <summary>A loan is an amount in the trust's currency.</summary>
    [Says("Enter an amount in {0}, above zero.", Field = nameof(PermitMortgageInput.Amount))]
    AmountNotUsable,

    /// <summary>A loan has a term.</summary>
    [Says("The loan ends before it is made.", Field = nameof(PermitMortgageInput.EndsOn))]
    EndsBeforeMade,

    /// <summary>Nobody borrows on a lease before it begins.</summary>
    [Says("The lease begins on {0}; the loan cannot be made before.", Field = nameof(PermitMortgageInput.MadeOn))]
    BeforeLease,

    /// <summary>The lease must outlive the loan by the lender's margin (Fannie Mae Selling Guide, B5-5.3-02).</summary>
    [Says("The lease ends on {0}. To outlive this loan by {1} years it would have to run to {2}. Renew the lease "
        + "first, or ask for a shorter loan.",
        Field = nameof(PermitMortgageInput.EndsOn))]
    LeaseEndsTooSoon,
}

/// <summary>Permits a mortgage, when the lease outlives it by the lender's margin.</summary>
[Needs(LeasePermission.Edit)]
[Does("Mortgage permitted")]
public sealed class PermitMortgage(TrustDb db, Acting acting) : IOperation<PermitMortgageInput, MortgageId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MortgageId>> Run(PermitMortgageInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<MortgageId>.Refused(found.Refusals);
        var lease = found.Value;
        var (amount, madeOn, endsOn) = (input.Amount!.Value, input.MadeOn!.Value, input.EndsOn!.Value);
        var currency = acting.Profile.Currency;
        if (amount.Currency != currency || amount.Minor <= 0)
            return new Refusal(PermitMortgageRefusal.AmountNotUsable, currency.Code);
        if (endsOn < madeOn) return PermitMortgageRefusal.EndsBeforeMade;
        if (madeOn < lease.StartsOn) return new Refusal(PermitMortgageRefusal.BeforeLease, lease.StartsOn);
        var margin = input.MarginYears ?? lease.LenderMarginYears;
        var needed = CalendarMath.AddYears(endsOn, margin);
        if (lease.EndsOn < needed)
            return new Refusal(PermitMortgageRefusal.LeaseEndsTooSoon, lease.EndsOn, margin, needed);
        var mortgage = new Mortgage
        {
            Lease = lease.Id,
            Lender = input.Lender.Trim(),
            Amount = amount,
            MadeOn = madeOn,
            EndsOn = endsOn,
            MarginYears = margin,
        };
        db.Add(mortgage);
        return mortgage.Id;
    }
}
