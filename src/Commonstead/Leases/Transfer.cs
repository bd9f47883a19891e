using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>
/// That a lease passes, wholly or in part, without a sale (model lease, article 10): from what brought it about, over
/// its steps, to the day it takes effect.
/// </summary>
public sealed class Transfer : Record<TransferId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>What brought it about.</summary>
    public TransferKind Kind { get; init; }

    /// <summary>The day of the death, the decree, the agreement or the lender's notice.</summary>
    public DateOnly HappenedOn { get; init; }

    /// <summary>Who died or leaves; null when somebody is added or a lender takes the home.</summary>
    public PersonId? Leaver { get; init; }

    /// <summary>The loan whose lender takes the home, or null.</summary>
    public MortgageId? Mortgage { get; init; }

    /// <summary>What happened, in words.</summary>
    [Personal("shows how a lease passed from one person to another",
        Kept = "for as long as the lease, and 12 years after", YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string Note { get; init; } = "";

    /// <summary>How it stands.</summary>
    public TransferState State { get; private set; }

    /// <summary>The first day of those who hold the lease afterwards, or the day the lender took the home.</summary>
    public DateOnly? TakesEffectOn { get; private set; }

    /// <summary>What was paid, when the lease asks for a price; else null.</summary>
    public Money? Price { get; private set; }

    /// <summary>The article of the lease that asks for a price.</summary>
    [NotPersonal]
    public string? PriceArticle { get; private set; }

    /// <summary>The day it was called off.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was called off.</summary>
    [Personal("shows why a lease did not pass", Kept = "for as long as the lease, and 12 years after",
        YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string? EndNote { get; private set; }

    /// <summary>What must be done before and after it takes effect.</summary>
    public List<TransferStep> Steps { get; } = [];

    /// <summary>True until it takes effect or is called off.</summary>
    public bool IsOpen => State == TransferState.Open;

    /// <summary>True when a lender takes the home and the lease ends.</summary>
    internal bool IsToLender => TransferPlan.IsToLender(Kind);

    /// <summary>It takes effect.</summary>
    internal void Complete(DateOnly on, Money? price, string? article) =>
        (State, TakesEffectOn, Price, PriceArticle) = (TransferState.Completed, on, price, article);

    /// <summary>It will not take effect.</summary>
    internal void CallOff(DateOnly on, string reason) =>
        (State, EndedOn, EndNote) = (TransferState.CalledOff, on, reason);
}

/// <summary>One step of a transfer.</summary>
public sealed class TransferStep : Record<TransferStepId>
{
    /// <summary>The transfer.</summary>
    public TransferId Transfer { get; init; }

    /// <summary>What is to be done.</summary>
    public TransferStepKind Kind { get; init; }

    /// <summary>How it stands.</summary>
    public TransferStepState State { get; private set; }

    /// <summary>The day it was done or found not to be needed.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>What was found, or why it is not needed.</summary>
    [Personal("shows how a lease passed from one person to another",
        Kept = "for as long as the lease, and 12 years after", YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string? Note { get; private set; }

    /// <summary>Says how it stands.</summary>
    internal void Settle(TransferStepState state, DateOnly on, string? note) =>
        (State, SettledOn, Note) = (state, state == TransferStepState.Open ? null : on,
            string.IsNullOrWhiteSpace(note) ? null : note.Trim());
}

/// <summary>What brings about a transfer without a sale.</summary>
public enum TransferKind
{
    /// <summary>A leaseholder died.</summary>
    [Display(Name = "Death of a leaseholder")] Death,

    /// <summary>Leaseholders divorced or parted.</summary>
    [Display(Name = "Divorce or separation")] Divorce,

    /// <summary>Somebody joins the leaseholders.</summary>
    [Display(Name = "An owner is added")] OwnerAdded,

    /// <summary>A leaseholder gives up their part.</summary>
    [Display(Name = "An owner leaves")] OwnerRemoved,

    /// <summary>The leaseholders give the home to their lender instead of a foreclosure.</summary>
    [Display(Name = "Deed in lieu of foreclosure")] DeedInLieu,

    /// <summary>The lender forecloses.</summary>
    [Display(Name = "Foreclosure")] Foreclosure,
}

/// <summary>How a transfer stands.</summary>
public enum TransferState
{
    /// <summary>Under way.</summary>
    [Display(Name = "Under way")] Open,

    /// <summary>It took effect.</summary>
    [Display(Name = "Took effect")] Completed,

    /// <summary>It will not take effect.</summary>
    [Display(Name = "Called off")] CalledOff,
}

/// <summary>How a step of a transfer stands.</summary>
public enum TransferStepState
{
    /// <summary>To be done.</summary>
    [Display(Name = "To do")] Open,

    /// <summary>Done.</summary>
    [Display(Name = "Done")] Done,

    /// <summary>Not needed, with a reason.</summary>
    [Display(Name = "Not needed")] NotNeeded,
}

/// <summary>What is done at a transfer.</summary>
public enum TransferStepKind
{
    /// <summary>The proof of the death.</summary>
    [Display(Name = "Death certificate")] DeathCertificate,

    /// <summary>The will, the letters or the grant that name who inherits.</summary>
    [Display(Name = "Will, letters or grant of probate")] Authority,

    /// <summary>The court's decree or the agreement of the parties.</summary>
    [Display(Name = "Decree or agreement")] Decree,

    /// <summary>The leaseholders' request in writing.</summary>
    [Display(Name = "Request of the leaseholders")] Request,

    /// <summary>The deed by which somebody gives up their part.</summary>
    [Display(Name = "Deed of release")] Release,

    /// <summary>The lender of a permitted mortgage agrees or is told.</summary>
    [Display(Name = "Lender told, or its consent")] Lender,

    /// <summary>Who takes the lease signs it, with the letters of article 1.</summary>
    [Display(Name = "Lease or rider signed by who takes it")] Signed,

    /// <summary>The trust decides whether to use its option or to bid.</summary>
    [Display(Name = "The trust decides on its option")] TrustDecides,

    /// <summary>The notice of the foreclosure sale.</summary>
    [Display(Name = "Notice of the foreclosure sale")] SaleNotice,

    /// <summary>The deed by which the lender takes the home.</summary>
    [Display(Name = "Deed to the lender or buyer")] Deed,

    /// <summary>The change is recorded in the public register.</summary>
    [Display(Name = "Change recorded in the public register")] Recorded,
}

/// <summary>Which steps a transfer has, by what brought it about.</summary>
internal static class TransferPlan
{
    private static readonly Dictionary<TransferKind, TransferStepKind[]> _steps = new()
    {
        [TransferKind.Death] = [TransferStepKind.DeathCertificate, TransferStepKind.Authority, TransferStepKind.Lender,
            TransferStepKind.Signed, TransferStepKind.Recorded],
        [TransferKind.Divorce] = [TransferStepKind.Decree, TransferStepKind.Release, TransferStepKind.Lender,
            TransferStepKind.Recorded],
        [TransferKind.OwnerAdded] = [TransferStepKind.Request, TransferStepKind.Lender, TransferStepKind.Signed,
            TransferStepKind.Recorded],
        [TransferKind.OwnerRemoved] = [TransferStepKind.Request, TransferStepKind.Release, TransferStepKind.Lender,
            TransferStepKind.Recorded],
        [TransferKind.DeedInLieu] = [TransferStepKind.Request, TransferStepKind.TrustDecides, TransferStepKind.Deed,
            TransferStepKind.Recorded],
        [TransferKind.Foreclosure] = [TransferStepKind.SaleNotice, TransferStepKind.TrustDecides, TransferStepKind.Deed,
            TransferStepKind.Recorded],
    };

    /// <summary>The steps of a kind, in the order they are usually done.</summary>
    public static IReadOnlyList<TransferStepKind> Of(TransferKind kind) => _steps[kind];

    /// <summary>True when a lender takes the home and the lease ends.</summary>
    public static bool IsToLender(TransferKind kind) => kind is TransferKind.DeedInLieu or TransferKind.Foreclosure;

    /// <summary>True when a leaseholder dies or leaves.</summary>
    public static bool HasLeaver(TransferKind kind) =>
        kind is TransferKind.Death or TransferKind.Divorce or TransferKind.OwnerRemoved;

    /// <summary>True for what may be done after the transfer took effect.</summary>
    public static bool MayFollow(TransferStepKind step) => step == TransferStepKind.Recorded;
}
