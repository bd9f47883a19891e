using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Web;

namespace Commonstead.Leases;

/// <summary>
/// Works on a home that may count when it is sold: from the leaseholder's notice to the value credited.
/// </summary>
public sealed class Improvement : Record<ImprovementId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>What was or will be done.</summary>
    [Personal("shows what a leaseholder improved", Kept = "for as long as the lease, and 12 years after")]
    public string Description { get; set; } = "";

    /// <summary>The day of the leaseholder's notice.</summary>
    public DateOnly NoticeOn { get; init; }

    /// <summary>How it stands.</summary>
    public ImprovementStage Stage { get; private set; } = ImprovementStage.Noticed;

    /// <summary>The day the trust approved or declined it.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The day the works were finished.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>What it costs, as noticed; what it cost, once finished.</summary>
    public Money Cost { get; private set; }

    /// <summary>What a resale credits for it; null until it is settled.</summary>
    public Money? CreditedValue { get; private set; }

    /// <summary>The colour of its stage.</summary>
    internal StatusKind Tag => Stage == ImprovementStage.Noticed ? StatusKind.Waiting : StatusKind.Plain;

    /// <summary>Says what the works are expected to cost.</summary>
    internal void Expect(Money cost) => Cost = cost;

    /// <summary>The trust approves or declines.</summary>
    internal void Decide(bool approve, DateOnly on) =>
        (Stage, DecidedOn) = (approve ? ImprovementStage.Approved : ImprovementStage.Declined, on);

    /// <summary>The works are finished.</summary>
    internal void Complete(DateOnly on, Money cost, Money? credited) =>
        (Stage, CompletedOn, Cost, CreditedValue) = (ImprovementStage.Completed, on, cost, credited);
}

/// <summary>How far an improvement has come.</summary>
public enum ImprovementStage
{
    /// <summary>The leaseholder has given notice.</summary>
    [Display(Name = "Waiting for the trust's answer")] Noticed,

    /// <summary>The trust agreed; the works may be credited.</summary>
    [Display(Name = "Approved")] Approved,

    /// <summary>The trust did not agree.</summary>
    [Display(Name = "Declined")] Declined,

    /// <summary>Finished.</summary>
    [Display(Name = "Finished")] Completed,
}
