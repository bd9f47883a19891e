using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>A closing that shall not stand.</summary>
public sealed class SetAsideClosingInput
{
    /// <summary>The closing.</summary>
    public ClosingId Closing { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why.")]
    [StringLength(1000, ErrorMessage = "The reason is longer than 1,000 characters.")]
    [Display(Name = "Reason"), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";
}

/// <summary>Why a closing is not set aside; <see cref="ResaleRefusal"/> comes between.</summary>
public enum SetAsideClosingRefusal
{
    /// <summary>No such closing.</summary>
    [Says("There is no such closing.", Kind = RefusalKind.NotFound)]
    NoClosing,

    /// <summary>It does not stand any more.</summary>
    [Says("This closing was set aside already.", Kind = RefusalKind.Conflict)]
    SetAside,

    /// <summary>Voiding what took effect takes another person than the one who confirmed it.</summary>
    [Says("You confirmed this closing. Another person must void it.")]
    ConfirmedByYourself,
}

/// <summary>
/// Sends a prepared closing back, or voids a confirmed one; never edits it. What followed from it is put back.
/// </summary>
[Needs(ResalePermission.ConfirmClosing)]
[Does("Closing set aside")]
public sealed class SetAsideClosing(TrustDb db, Acting acting, ResaleWork work, Events events)
    : IOperation<SetAsideClosingInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(SetAsideClosingInput input)
    {
        var closing = await db.Set<Closing>().AsNoTracking().Include(c => c.Decisions).FirstOrDefaultAsync(c =>
            c.Id == input.Closing);
        if (closing is null) return SetAsideClosingRefusal.NoClosing;
        if (closing.State is ClosingState.SentBack or ClosingState.Voided) return SetAsideClosingRefusal.SetAside;
        var found = await work.At(closing.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        var tookEffect = closing.State == ClosingState.Confirmed;
        if (tookEffect && closing.Decisions[^1].By == acting.Actor.Key)
            return SetAsideClosingRefusal.ConfirmedByYourself;
        db.Add(new ClosingDecision
        {
            Closing = closing.Id,
            Kind = tookEffect ? ClosingDecisionKind.Voided : ClosingDecisionKind.SentBack,
            At = acting.Now,
            By = acting.Actor.Key,
            Reason = input.Reason.Trim(),
        });
        work.Happened(resale, acting.Today, tookEffect ? "Closing voided." : "Closing sent back.", input.Reason);
        if (!tookEffect) return resale.Id;
        resale.State = ResaleState.Open;
        ResaleWork.Settle(resale, StepKind.Closing, StepState.Open, acting.Today);
        StepPlan.Undone(resale, ResaleMilestone.Closing);
        var told = new ClosingVoided(resale.Id, resale.Lease, closing.NewLease, acting.Today);
        return await events.Raise(told) is { Count: > 0 } refused ? Outcome<ResaleId>.Refused(refused) : resale.Id;
    }
}
