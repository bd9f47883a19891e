using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>A notice under a lease, sent by the trust or received by it, which starts or stops clocks.</summary>
public sealed class LeaseNotice : Record<LeaseNoticeId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>Sent or received.</summary>
    public NoticeDirection Direction { get; init; }

    /// <summary>What it is about.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The day it was given.</summary>
    public DateOnly On { get; init; }

    /// <summary>How it was given.</summary>
    public NoticeChannel Channel { get; init; }

    /// <summary>What it says, in short.</summary>
    [Personal("shows what a leaseholder and the trust told each other",
        Kept = "for as long as the lease, and 12 years after")]
    public string Summary { get; init; } = "";
}

/// <summary>Which way a notice went.</summary>
public enum NoticeDirection
{
    /// <summary>From the trust.</summary>
    [Display(Name = "Sent by the trust")] Sent,

    /// <summary>To the trust.</summary>
    [Display(Name = "Received by the trust")] Received,
}

/// <summary>What a notice is about; the articles are the 2011 model lease's.</summary>
public enum NoticeKind
{
    /// <summary>Article 10: the leaseholder intends to sell.</summary>
    [Display(Name = "Intent to sell")] IntentToSell,

    /// <summary>Article 8: the leaseholder asks to borrow or refinance.</summary>
    [Display(Name = "Request to refinance")] Refinance,

    /// <summary>Article 7: works on the home.</summary>
    [Display(Name = "Works on the home")] Improvement,

    /// <summary>Article 4: absence or letting.</summary>
    [Display(Name = "Absence or letting")] Absence,

    /// <summary>Article 5: the fee changes.</summary>
    [Display(Name = "Change of the fee")] FeeChange,

    /// <summary>Article 12: something was not paid or not kept.</summary>
    [Display(Name = "Default")] Default,

    /// <summary>Article 8: the lender says that the loan is in default.</summary>
    [Display(Name = "Lender's notice of default")] LenderDefault,

    /// <summary>Article 3: renewal of the term.</summary>
    [Display(Name = "Renewal")] Renewal,

    /// <summary>Article 10: death, divorce, a new owner without a sale.</summary>
    [Display(Name = "Transfer without a sale")] Transfer,

    /// <summary>An inspection is announced.</summary>
    [Display(Name = "Inspection")] Inspection,

    /// <summary>Anything else.</summary>
    [Display(Name = "Another matter")] Other,
}

/// <summary>How a notice was given.</summary>
public enum NoticeChannel
{
    /// <summary>By ordinary post.</summary>
    [Display(Name = "By post")] Post,

    /// <summary>By certified or recorded mail.</summary>
    [Display(Name = "By certified mail")] CertifiedMail,

    /// <summary>Handed over.</summary>
    [Display(Name = "By hand")] Hand,

    /// <summary>By e-mail.</summary>
    [Display(Name = "By e-mail")] Email,

    /// <summary>Through the program.</summary>
    [Display(Name = "Online")] Online,
}
