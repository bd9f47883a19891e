using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A recorded decision that a second person looks at.</summary>
public sealed class ConfirmDecisionInput : IResolutionInput
{
    /// <inheritdoc/>
    public ResolutionId Resolution { get; set; }

    /// <summary>The decision.</summary>
    public DecisionId Decision { get; set; }

    /// <summary>False to strike it.</summary>
    [Display(Name = "It is as the minutes have it")]
    public bool IsRight { get; set; }

    /// <summary>What is wrong with it.</summary>
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters.")]
    [Display(Name = "What is wrong with it")]
    public string? Because { get; set; }
}

/// <summary>Why a decision is not confirmed or struck.</summary>
public enum ConfirmDecisionRefusal
{
    /// <summary>It counts already, or was struck.</summary>
    [Says("This decision does not wait for anybody.", Kind = RefusalKind.Conflict)]
    NotWaiting,

    /// <summary>Two people, not one twice.</summary>
    [Says("You recorded it yourself. A second person has to look at it.", Kind = RefusalKind.NotAllowed)]
    OwnRecord,

    /// <summary>Whoever recorded it should know.</summary>
    [Says("Say what is wrong with it.", Field = nameof(ConfirmDecisionInput.Because))]
    ReasonMissing,
}

/// <summary>
/// Confirms what a body is recorded to have decided, as the second of two people, or strikes it as wrongly recorded.
/// </summary>
[Needs(GovernancePermission.Confirm)]
[Does("Decision of a body confirmed or struck")]
public sealed class ConfirmDecision(ResolutionBook book, Acting acting)
    : IOperation<ConfirmDecisionInput, ResolutionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResolutionId>> Run(ConfirmDecisionInput input)
    {
        if (await book.Find(input.Resolution) is not { } resolution) return CommonRefusal.NotFound;
        if (resolution.Decisions.Find(d => d.Id == input.Decision) is not { } decision) return CommonRefusal.NotFound;
        if (!decision.WaitsForConfirmation) return ConfirmDecisionRefusal.NotWaiting;
        if (decision.RecordedBy == acting.Actor.Key) return ConfirmDecisionRefusal.OwnRecord;
        if (input.IsRight)
        {
            decision.ConfirmedBy = acting.Actor.Key;
            await book.Settle(resolution);
            return resolution.Id;
        }

        if (string.IsNullOrWhiteSpace(input.Because)) return ConfirmDecisionRefusal.ReasonMissing;
        decision.StruckBecause = input.Because.Trim();
        return resolution.Id;
    }
}
