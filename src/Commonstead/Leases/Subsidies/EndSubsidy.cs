using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>That a subsidy ended before its period ran out: it was paid back, forgiven or given up.</summary>
public sealed class EndSubsidyInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The subsidy.</summary>
    public SubsidyId Subsidy { get; set; }

    /// <summary>The day; from that day it no longer binds.</summary>
    [Required(ErrorMessage = "Enter the day it ended.")]
    [Display(Name = "Ended on")]
    public DateOnly? On { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why it ended.")]
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Why it ended")]
    public string Reason { get; set; } = "";
}

/// <summary>Why a subsidy is not ended.</summary>
public enum EndSubsidyRefusal
{
    /// <summary>A subsidy ends once.</summary>
    [Says("Its end on {0} is recorded already.", Kind = RefusalKind.Conflict)]
    AlreadyEnded,

    /// <summary>Not before it was given, nor in the future.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(EndSubsidyInput.On))]
    DayNotUsable,
}

/// <summary>Ends a subsidy, with its date and its reason; it stays in the home's history.</summary>
[Needs(LeasePermission.Edit)]
[Does("Subsidy in a home ended")]
public sealed class EndSubsidy(TrustDb db, Acting acting) : IOperation<EndSubsidyInput, SubsidyId>
{
    /// <inheritdoc/>
    public async Task<Outcome<SubsidyId>> Run(EndSubsidyInput input)
    {
        var lease = await db.Set<Lease>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == input.Lease);
        if (lease is null) return LeaseRefusal.NoLease;
        var subsidy = await db.Set<Subsidy>()
            .FirstOrDefaultAsync(s => s.Id == input.Subsidy && s.Home == lease.Home);
        if (subsidy is null) return CommonRefusal.NotFound;
        if (subsidy.EndedOn is { } ended) return new Refusal(EndSubsidyRefusal.AlreadyEnded, ended);
        var on = input.On!.Value;
        if (on < subsidy.On || on > acting.Today) return new Refusal(EndSubsidyRefusal.DayNotUsable, subsidy.On);
        subsidy.End(on, input.Reason.Trim());
        return subsidy.Id;
    }
}
