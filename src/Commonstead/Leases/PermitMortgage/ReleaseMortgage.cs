using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>That a mortgage was paid off.</summary>
public sealed class ReleaseMortgageInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The mortgage.</summary>
    public MortgageId Mortgage { get; set; }

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day it was released.")]
    [Display(Name = "Released on")]
    public DateOnly? ReleasedOn { get; set; }
}

/// <summary>Why a release is not recorded.</summary>
public enum ReleaseMortgageRefusal
{
    /// <summary>A mortgage is released once.</summary>
    [Says("Its release on {0} is recorded already.", Kind = RefusalKind.Conflict)]
    AlreadyReleased,

    /// <summary>Not before it was made, nor in the future.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(ReleaseMortgageInput.ReleasedOn))]
    DayNotUsable,
}

/// <summary>Records that a mortgage was paid off or refinanced.</summary>
[Needs(LeasePermission.Edit)]
[Does("Mortgage released")]
public sealed class ReleaseMortgage(TrustDb db, Acting acting) : IOperation<ReleaseMortgageInput, MortgageId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MortgageId>> Run(ReleaseMortgageInput input)
    {
        var mortgage = await db.Set<Mortgage>()
            .FirstOrDefaultAsync(m => m.Id == input.Mortgage && m.Lease == input.Lease);
        if (mortgage is null) return CommonRefusal.NotFound;
        if (mortgage.ReleasedOn is { } released) return new Refusal(ReleaseMortgageRefusal.AlreadyReleased, released);
        if (input.ReleasedOn < mortgage.MadeOn || input.ReleasedOn > acting.Today)
            return new Refusal(ReleaseMortgageRefusal.DayNotUsable, mortgage.MadeOn);
        mortgage.ReleasedOn = input.ReleasedOn;
        return mortgage.Id;
    }
}
