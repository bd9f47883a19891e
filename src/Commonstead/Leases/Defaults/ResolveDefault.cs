using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>What came of a default.</summary>
public sealed class ResolveDefaultInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The notice.</summary>
    public DefaultNoticeId Default { get; set; }

    /// <summary>The notice's version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>What came of it.</summary>
    [Required(ErrorMessage = "Choose what came of it.")]
    [Display(Name = "What came of it"),
     EnumDataType(typeof(DefaultOutcome), ErrorMessage = "Choose what came of it.")]
    public DefaultOutcome? Outcome { get; set; }

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day it was resolved.")]
    [Display(Name = "On")]
    public DateOnly? On { get; set; }

    /// <summary>More about it.</summary>
    [StringLength(500, ErrorMessage = "The note is longer than 500 characters."), DataType(DataType.MultilineText)]
    [Display(Name = "More about it")]
    public string? Note { get; set; }
}

/// <summary>Why a default is not resolved.</summary>
public enum ResolveDefaultRefusal
{
    /// <summary>One outcome each.</summary>
    [Says("It was resolved on {0} already.", Kind = RefusalKind.Conflict)]
    AlreadyResolved,

    /// <summary>A loan is cured by the trust, a lease is ended by it.</summary>
    [Says("That cannot come of this kind of notice.", Field = nameof(ResolveDefaultInput.Outcome))]
    OutcomeNotOfKind,

    /// <summary>After it was received, and not in the future.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(ResolveDefaultInput.On))]
    DayNotUsable,

    /// <summary>The option is lost when its last day passes.</summary>
    [Says("The trust's option ran out on {0}; it cannot have been exercised after.",
        Field = nameof(ResolveDefaultInput.On))]
    OptionRanOut,
}

/// <summary>Records what came of a default and stops its clocks.</summary>
[Needs(LeasePermission.Edit)]
[Does("Default under a lease resolved")]
public sealed class ResolveDefault(TrustDb db, Acting acting) : IOperation<ResolveDefaultInput, DefaultNoticeId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DefaultNoticeId>> Run(ResolveDefaultInput input)
    {
        var notice = await db.Set<DefaultNotice>()
            .FirstOrDefaultAsync(d => d.Id == input.Default && d.Lease == input.Lease);
        if (notice is null) return CommonRefusal.NotFound;
        if (notice.ResolvedOn is { } resolved) return new Refusal(ResolveDefaultRefusal.AlreadyResolved, resolved);
        if (notice.Version != input.Version)
            return Refusal.ChangedSince(notice, input.Version, "the notice of default");
        var (outcome, on) = (input.Outcome!.Value, input.On!.Value);
        if (!DefaultNotice.OutcomesOf(notice.Kind).Contains(outcome)) return ResolveDefaultRefusal.OutcomeNotOfKind;
        if (on < notice.ReceivedOn || on > acting.Today)
            return new Refusal(ResolveDefaultRefusal.DayNotUsable, notice.ReceivedOn);
        if (outcome == DefaultOutcome.OptionExercised && notice.OptionUntil is { } last && on > last)
            return new Refusal(ResolveDefaultRefusal.OptionRanOut, last);
        notice.Resolve(outcome, on, input.Note);
        return notice.Id;
    }
}
