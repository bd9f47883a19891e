using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Resales;

/// <summary>An owner's dispute about an appraisal.</summary>
public sealed class DisputeAppraisalInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>The day the trust was told.</summary>
    [Display(Name = "Disputed on")]
    public DateOnly DisputedOn { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Enter why the owner disputes the appraisal.")]
    [StringLength(1000, ErrorMessage = "The reason is longer than 1,000 characters.")]
    [Display(Name = "The owner’s reason"), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";
}

/// <summary>Why a dispute is not taken; <see cref="ResaleRefusal"/> comes before.</summary>
public enum DisputeAppraisalRefusal
{
    /// <summary>There is nothing to dispute.</summary>
    [Says("No appraisal was received that could be disputed.")]
    NoAppraisal,

    /// <summary>An appraisal is disputed once.</summary>
    [Says("This appraisal was disputed already, on {0}.", Kind = RefusalKind.Conflict)]
    DisputedAlready,

    /// <summary>The price stands.</summary>
    [Says("The maximum price under this appraisal is approved. Have it voided first.")]
    PriceApproved,

    /// <summary>The day lies between the appraisal's arrival and today.</summary>
    [Says("The day must lie between the appraisal's arrival, {0}, and today.",
        Field = nameof(DisputeAppraisalInput.DisputedOn))]
    DateOutOfRange,

    /// <summary>The time for it has passed.</summary>
    [Says("The appraisal could be disputed until {0}.", Field = nameof(DisputeAppraisalInput.DisputedOn))]
    TooLate,
}

/// <summary>
/// Records that the owner disputes the appraisal: a second one is awaited, and the time of what counts from it, the
/// option's above all, starts anew when the dispute is settled.
/// </summary>
[Needs(ResalePermission.Work)]
[Does("Appraisal disputed")]
public sealed class DisputeAppraisal(TrustDb db, Acting acting, ResaleBoard board, ResaleWork work)
    : IOperation<DisputeAppraisalInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(DisputeAppraisalInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        if (await board.Appraisal(resale.Appraisal) is not { } appraisal) return DisputeAppraisalRefusal.NoAppraisal;
        if (await board.DisputeOf(appraisal.Id) is { } earlier)
            return new Refusal(DisputeAppraisalRefusal.DisputedAlready, earlier.DisputedOn);
        if (resale.Determination is not null) return DisputeAppraisalRefusal.PriceApproved;
        if (input.DisputedOn < appraisal.ReceivedOn || input.DisputedOn > acting.Today)
            return new Refusal(DisputeAppraisalRefusal.DateOutOfRange, appraisal.ReceivedOn);
        var last = appraisal.ReceivedOn.AddDays(resale.Terms.DisputeDays);
        if (input.DisputedOn > last) return new Refusal(DisputeAppraisalRefusal.TooLate, last);
        db.Add(new AppraisalDispute
        {
            Resale = resale.Id,
            First = appraisal.Id,
            DisputedOn = input.DisputedOn,
            Reason = input.Reason.Trim(),
            Settlement = resale.Terms.Dispute,
        });
        ResaleWork.Settle(resale, StepKind.AppraisalReceived, StepState.Open, input.DisputedOn);
        resale.Step(StepKind.AppraisalReceived).DueOn = resale.Terms.DeadlineOf(StepKind.AppraisalReceived)
            .LastDay(input.DisputedOn, resale.Terms.Holidays(input.DisputedOn));
        foreach (var step in resale.Steps.Where(s =>
            StepPlan.Of(s.Kind).From == ResaleMilestone.Appraisal && s.State == StepState.Open))
            step.DueOn = null;
        work.Happened(resale, input.DisputedOn, "The owner disputes the appraisal.", input.Reason);
        return resale.Id;
    }
}
