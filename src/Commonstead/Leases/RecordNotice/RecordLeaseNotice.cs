using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>A notice under a lease.</summary>
public sealed class RecordLeaseNoticeInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>Sent or received.</summary>
    [Display(Name = "Which way"), EnumDataType(typeof(NoticeDirection), ErrorMessage = "Choose which way it went.")]
    public NoticeDirection Direction { get; set; } = NoticeDirection.Received;

    /// <summary>What it is about.</summary>
    [Display(Name = "What it is about"), EnumDataType(typeof(NoticeKind), ErrorMessage = "Choose what it is about.")]
    public NoticeKind Kind { get; set; } = NoticeKind.Other;

    /// <summary>The day it was given.</summary>
    [Required(ErrorMessage = "Enter the day it was given.")]
    [Display(Name = "Given on")]
    public DateOnly? On { get; set; }

    /// <summary>How it was given.</summary>
    [Display(Name = "How"), EnumDataType(typeof(NoticeChannel), ErrorMessage = "Choose how it was given.")]
    public NoticeChannel Channel { get; set; }

    /// <summary>What it says.</summary>
    [Required(ErrorMessage = "Say in short what it says.")]
    [StringLength(500, ErrorMessage = "It is longer than 500 characters.")]
    [Display(Name = "What it says")]
    public string Summary { get; set; } = "";
}

/// <summary>Why a notice is not recorded.</summary>
public enum RecordLeaseNoticeRefusal
{
    /// <summary>A notice has been given, under a lease that had begun.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(RecordLeaseNoticeInput.On))]
    DayNotUsable,

    /// <summary>A default starts clocks, which this form does not keep.</summary>
    [Says("Record a default under “Defaults”, so that its last days are watched.",
        Field = nameof(RecordLeaseNoticeInput.Kind))]
    DefaultHasItsForm,
}

/// <summary>Records a notice sent or received under a lease; also after its end, since letters cross.</summary>
[Needs(LeasePermission.Edit)]
[Does("Notice under a lease recorded")]
public sealed class RecordLeaseNotice(TrustDb db, Acting acting) : IOperation<RecordLeaseNoticeInput, LeaseNoticeId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseNoticeId>> Run(RecordLeaseNoticeInput input)
    {
        if (await db.Set<Lease>().FindAsync(input.Lease) is not { } lease) return LeaseRefusal.NoLease;
        if (input.Kind is NoticeKind.Default or NoticeKind.LenderDefault)
            return RecordLeaseNoticeRefusal.DefaultHasItsForm;
        var on = input.On!.Value;
        if (on < lease.StartsOn || on > acting.Today)
            return new Refusal(RecordLeaseNoticeRefusal.DayNotUsable, lease.StartsOn);
        var notice = new LeaseNotice
        {
            Lease = lease.Id,
            Direction = input.Direction,
            Kind = input.Kind,
            On = on,
            Channel = input.Channel,
            Summary = input.Summary.Trim(),
        };
        db.Add(notice);
        return notice.Id;
    }
}
