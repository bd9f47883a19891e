using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Web;

namespace Commonstead.Leases;

/// <summary>
/// That something owed on the home was not kept, with the last days that follow: a lender's notice to the trust
/// (model lease, article 8) or the trust's own to the leaseholder (article 12).
/// </summary>
public sealed class DefaultNotice : Record<DefaultNoticeId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>What was not kept.</summary>
    public DefaultKind Kind { get; init; }

    /// <summary>The loan in default; null for the trust's own notice.</summary>
    public MortgageId? Mortgage { get; init; }

    /// <summary>The day the notice bears.</summary>
    public DateOnly NoticeOn { get; init; }

    /// <summary>The day it was received; every last day counts from it.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>What it says, in short.</summary>
    [Personal("shows what a leaseholder did not keep and what was done about it",
        Kept = "for as long as the lease, and 12 years after")]
    public string Summary { get; init; } = "";

    /// <summary>The last day to cure it.</summary>
    public DateOnly CureUntil { get; init; }

    /// <summary>The last day of the trust's option to buy; null for the trust's own notice.</summary>
    public DateOnly? OptionUntil { get; init; }

    /// <summary>What came of it; null while it is open.</summary>
    public DefaultOutcome? Outcome { get; private set; }

    /// <summary>The day it was resolved.</summary>
    public DateOnly? ResolvedOn { get; private set; }

    /// <summary>How it was resolved, in words.</summary>
    [Personal("shows how a leaseholder's default was resolved", Kept = "for as long as the lease, and 12 years after")]
    public string? ResolutionNote { get; private set; }

    /// <summary>True while nothing has come of it.</summary>
    public bool IsOpen => Outcome is null;

    /// <summary>The outcomes it may have.</summary>
    internal static IReadOnlyList<DefaultOutcome> OutcomesOf(DefaultKind kind) => kind == DefaultKind.Lender
        ? [DefaultOutcome.Cured, DefaultOutcome.CuredByTrust, DefaultOutcome.OptionExercised,
            DefaultOutcome.Foreclosed, DefaultOutcome.Withdrawn]
        : [DefaultOutcome.Cured, DefaultOutcome.LeaseEnded, DefaultOutcome.Withdrawn];

    /// <summary>How it stands on a day, in a word and a colour.</summary>
    internal Status StateOn(DateOnly day) => Outcome is not null ? new Status(StatusKind.Done, "Resolved")
        : (OptionUntil ?? CureUntil) < day ? new Status(StatusKind.Overdue, "Last day passed")
        : new Status(StatusKind.Due, "Open");

    /// <summary>Says what came of it.</summary>
    internal void Resolve(DefaultOutcome outcome, DateOnly on, string? note) =>
        (Outcome, ResolvedOn, ResolutionNote) = (outcome, on, string.IsNullOrWhiteSpace(note) ? null : note.Trim());
}

/// <summary>What was not kept.</summary>
public enum DefaultKind
{
    /// <summary>Article 8: a lender says that a permitted mortgage is in default.</summary>
    [Display(Name = "Lender's notice of default")] Lender,

    /// <summary>Article 12.1: the lease fee or another amount was not paid.</summary>
    [Display(Name = "Payment not made")] Payment,

    /// <summary>Article 12.2: anything else the lease asks for.</summary>
    [Display(Name = "Another breach of the lease")] Breach,
}

/// <summary>What came of a default.</summary>
public enum DefaultOutcome
{
    /// <summary>The leaseholder put it right.</summary>
    [Display(Name = "Cured by the leaseholder")] Cured,

    /// <summary>The trust paid the lender in the leaseholder's place.</summary>
    [Display(Name = "Cured by the trust")] CuredByTrust,

    /// <summary>The trust bought the home or the loan.</summary>
    [Display(Name = "The trust exercised its option")] OptionExercised,

    /// <summary>The lender took the home, by foreclosure or a deed in lieu.</summary>
    [Display(Name = "Foreclosure or deed in lieu")] Foreclosed,

    /// <summary>The trust ended the lease.</summary>
    [Display(Name = "The lease was ended")] LeaseEnded,

    /// <summary>The notice was a mistake or was taken back.</summary>
    [Display(Name = "Notice withdrawn")] Withdrawn,
}
