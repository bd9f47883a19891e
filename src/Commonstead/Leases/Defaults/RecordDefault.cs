using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>A notice of default.</summary>
public sealed class RecordDefaultInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>What was not kept.</summary>
    [Display(Name = "What was not kept"), EnumDataType(typeof(DefaultKind), ErrorMessage = "Choose what was not kept.")]
    public DefaultKind Kind { get; set; } = DefaultKind.Payment;

    /// <summary>The loan, for a lender's notice.</summary>
    [Display(Name = "Mortgage")]
    public MortgageId? Mortgage { get; set; }

    /// <summary>The day the notice bears.</summary>
    [Required(ErrorMessage = "Enter the date of the notice.")]
    [Display(Name = "Date of the notice")]
    public DateOnly? NoticeOn { get; set; }

    /// <summary>The day it was received.</summary>
    [Required(ErrorMessage = "Enter the day it was received.")]
    [Display(Name = "Received on")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>What it says.</summary>
    [Required(ErrorMessage = "Say in short what was not kept.")]
    [StringLength(500, ErrorMessage = "It is longer than 500 characters.")]
    [Display(Name = "What it says")]
    public string Summary { get; set; } = "";

    /// <summary>The last day to cure, when the lease or the lender's rider sets another than usual.</summary>
    [Display(Name = "Last day to cure it")]
    public DateOnly? CureUntil { get; set; }

    /// <summary>The last day of the option, when the lender's rider sets another than usual.</summary>
    [Display(Name = "Last day of the trust's option")]
    public DateOnly? OptionUntil { get; set; }
}

/// <summary>Why a default is not recorded.</summary>
public enum RecordDefaultRefusal
{
    /// <summary>A lender's notice is about a loan on record.</summary>
    [Says("Choose the mortgage that the lender's notice is about. Permit it first if it is not on record.",
        Field = nameof(RecordDefaultInput.Mortgage))]
    MortgageMissing,

    /// <summary>The trust's own notice is about the lease.</summary>
    [Says("A mortgage belongs to a lender's notice only.", Field = nameof(RecordDefaultInput.Mortgage))]
    MortgageNotAsked,

    /// <summary>A loan that was paid off cannot be in default.</summary>
    [Says("That mortgage was released on {0}.", Field = nameof(RecordDefaultInput.Mortgage))]
    MortgageReleased,

    /// <summary>A notice is dated, then received, then recorded.</summary>
    [Says("Enter days from {0} to today, the notice's date not after the day it was received.",
        Field = nameof(RecordDefaultInput.ReceivedOn))]
    DayNotUsable,

    /// <summary>A clock does not end before it starts.</summary>
    [Says("The last day lies before the day the notice was received.", Field = nameof(RecordDefaultInput.CureUntil))]
    LastDayBeforeReceipt,

    /// <summary>One loan has one default at a time.</summary>
    [Says("A notice of {0} about this mortgage is still open. Resolve it first.",
        Field = nameof(RecordDefaultInput.Mortgage), Kind = RefusalKind.Conflict)]
    AlreadyOpen,
}

/// <summary>
/// Records a notice of default and starts its clocks, by the trust's settings unless other days are given.
/// </summary>
[Needs(LeasePermission.Edit)]
[Does("Default under a lease recorded")]
public sealed class RecordDefault(TrustDb db, Acting acting) : IOperation<RecordDefaultInput, DefaultNoticeId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DefaultNoticeId>> Run(RecordDefaultInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<DefaultNoticeId>.Refused(found.Refusals);
        var (notice, received) = (input.NoticeOn!.Value, input.ReceivedOn!.Value);
        if (await MortgageRefused(input) is { } refused) return refused;
        if (notice < found.Value.StartsOn || notice > received || received > acting.Today)
            return new Refusal(RecordDefaultRefusal.DayNotUsable, found.Value.StartsOn);
        var isLenders = input.Kind == DefaultKind.Lender;
        var settings = await db.Set<LeaseSettings>().FirstOrDefaultAsync() ?? new LeaseSettings();
        var holidays = acting.Profile.Country.HolidaysAround(received);
        var cure = input.CureUntil ?? settings.CureOf(input.Kind).LastDay(received, holidays);
        DateOnly? option = isLenders ? input.OptionUntil ?? settings.Option.LastDay(received, holidays) : null;
        if (cure < received || option < received) return RecordDefaultRefusal.LastDayBeforeReceipt;
        var recorded = new DefaultNotice
        {
            Lease = input.Lease,
            Kind = input.Kind,
            Mortgage = input.Mortgage,
            NoticeOn = notice,
            ReceivedOn = received,
            Summary = input.Summary.Trim(),
            CureUntil = cure,
            OptionUntil = option,
        };
        db.Add(recorded);
        return recorded.Id;
    }

    private async Task<Refusal?> MortgageRefused(RecordDefaultInput input)
    {
        if (input.Kind != DefaultKind.Lender)
            return input.Mortgage is null ? null : new Refusal(RecordDefaultRefusal.MortgageNotAsked);
        if (input.Mortgage is not { } id || await db.Set<Mortgage>().AsNoTracking()
            .FirstOrDefaultAsync(m => m.Id == id && m.Lease == input.Lease) is not { } mortgage)
            return new Refusal(RecordDefaultRefusal.MortgageMissing);
        if (mortgage.ReleasedOn is { } released) return new Refusal(RecordDefaultRefusal.MortgageReleased, released);
        var open = await db.Set<DefaultNotice>().AsNoTracking()
            .FirstOrDefaultAsync(d => d.Mortgage == id && d.Outcome == null);
        return open is null ? null : new Refusal(RecordDefaultRefusal.AlreadyOpen, open.NoticeOn);
    }
}
