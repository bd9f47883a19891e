using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>An approval.</summary>
public sealed class ApproveDeterminationInput
{
    /// <summary>The determination.</summary>
    public DeterminationId Determination { get; set; }

    /// <summary>The last day it holds.</summary>
    [Display(Name = "Valid until")]
    public DateOnly ValidUntil { get; set; }
}

/// <summary>Why a determination is not approved.</summary>
public enum ApproveDeterminationRefusal
{
    /// <summary>No such determination.</summary>
    [Says("There is no such determination.", Kind = RefusalKind.NotFound)]
    NoDetermination,

    /// <summary>It takes two: whoever made it cannot approve it.</summary>
    [Says("You made this determination. Another person must approve it.")]
    MadeByYourself,

    /// <summary>It was decided already.</summary>
    [Says("This determination was decided already: {0}.", Kind = RefusalKind.Conflict)]
    Decided,

    /// <summary>A price is valid for a time to come, and for a year at most.</summary>
    [Says("Choose a last day between today and a year from now.", Field = nameof(ApproveDeterminationInput.ValidUntil))]
    ValidityOutOfRange,

    /// <summary>The frozen file no longer computes to its own price.</summary>
    [Says("The working does not come out again: {0} It must be made anew.")]
    DoesNotRecompute,

    /// <summary>The lease was signed under another rule than the price was computed by.</summary>
    [Says("Lease {0} names another resale rule than when this price was made. Work the price out anew.")]
    RuleChanged,

    /// <summary>The lease or the resale says something else today.</summary>
    [Says("{0}: it was {1} when this price was made, and is {2} now. Work the price out anew.")]
    FactChanged,
}

/// <summary>A second person accepts a determination; it then holds until a date.</summary>
[Needs(PricingPermission.Approve)]
[Does("Price approved by a second person")]
public sealed class ApproveDetermination(
    TrustDb db, Acting acting, Determinations determinations, FactsSince since, IEnumerable<IPermitsApproval> permits,
    Events events)
    : IOperation<ApproveDeterminationInput, DeterminationId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DeterminationId>> Run(ApproveDeterminationInput input)
    {
        if (await determinations.Whole(input.Determination) is not { } determination)
            return ApproveDeterminationRefusal.NoDetermination;
        if (determination.MadeBy == acting.Actor.Key) return ApproveDeterminationRefusal.MadeByYourself;
        if (determination.Decisions.Count > 0)
            return new Refusal(ApproveDeterminationRefusal.Decided, Determinations.StateOf(determination));
        foreach (var permit in permits)
        {
            if (await permit.Hinders(determination.Lease, determination.MadeAt) is { } hindered) return hindered;
        }

        if (input.ValidUntil < acting.Today || input.ValidUntil > acting.Today.AddYears(1))
            return ApproveDeterminationRefusal.ValidityOutOfRange;
        if (DeterminationFile.Proves(determination.Content, ApproveDeterminationRefusal.DoesNotRecompute)
            is { } differs)
            return differs;
        if (await since.Differences(determination) is { Count: > 0 } changed)
            return Outcome<DeterminationId>.Refused(changed);
        db.Add(new DeterminationDecision
        {
            Determination = determination.Id,
            Kind = DecisionKind.Approved,
            At = acting.Now,
            By = acting.Actor.Key,
            ValidUntil = input.ValidUntil,
        });
        var told = new DeterminationApproved(determination.Id, determination.Lease, determination.MaximumPrice);
        return await events.Raise(told) is { Count: > 0 } refused
            ? Outcome<DeterminationId>.Refused(refused)
            : determination.Id;
    }
}
