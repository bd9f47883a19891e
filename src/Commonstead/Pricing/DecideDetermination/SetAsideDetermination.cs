using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>A determination that shall not hold.</summary>
public sealed class SetAsideDeterminationInput
{
    /// <summary>The determination.</summary>
    public DeterminationId Determination { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why."),
        StringLength(1000, ErrorMessage = "The reason is longer than 1,000 characters.")]
    [Display(Name = "Reason"), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";
}

/// <summary>Why a determination is not set aside.</summary>
public enum SetAsideDeterminationRefusal
{
    /// <summary>No such determination.</summary>
    [Says("There is no such determination.", Kind = RefusalKind.NotFound)]
    NoDetermination,

    /// <summary>It holds no longer.</summary>
    [Says("This determination was set aside already.", Kind = RefusalKind.Conflict)]
    SetAside,
}

/// <summary>
/// Sends a determination back, or voids an approved one; never edits it. Its certificates then say so.
/// </summary>
[Needs(PricingPermission.Approve)]
[Does("Price set aside")]
public sealed class SetAsideDetermination(
    TrustDb db, Acting acting, Determinations determinations, IEnumerable<IPermitsApproval> permits, Events events)
    : IOperation<SetAsideDeterminationInput, DeterminationId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DeterminationId>> Run(SetAsideDeterminationInput input)
    {
        if (await determinations.Whole(input.Determination) is not { } determination)
            return SetAsideDeterminationRefusal.NoDetermination;
        var state = Determinations.StateOf(determination);
        if (state is DeterminationState.SentBack or DeterminationState.Voided)
            return SetAsideDeterminationRefusal.SetAside;
        foreach (var permit in permits)
        {
            if (await permit.Bars(determination.Lease) is { } barred) return barred;
        }

        db.Add(new DeterminationDecision
        {
            Determination = determination.Id,
            Kind = state == DeterminationState.Made ? DecisionKind.SentBack : DecisionKind.Voided,
            At = acting.Now,
            By = acting.Actor.Key,
            Reason = input.Reason.Trim(),
        });
        return await events.Raise(new DeterminationVoided(determination.Id, determination.Lease))
            is { Count: > 0 } refused
            ? Outcome<DeterminationId>.Refused(refused)
            : determination.Id;
    }
}
