using System.ComponentModel.DataAnnotations;
using Commonstead.Ballots;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A resolution to take back.</summary>
public sealed class WithdrawResolutionInput : IResolutionInput
{
    /// <inheritdoc/>
    public ResolutionId Resolution { get; set; }

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why it is withdrawn."), Display(Name = "Why it is withdrawn")]
    [StringLength(500, ErrorMessage = "The reason is longer than 500 characters."), DataType(DataType.MultilineText)]
    public string Because { get; set; } = "";
}

/// <summary>Why a resolution is not withdrawn.</summary>
public enum WithdrawResolutionRefusal
{
    /// <summary>What passed or failed stays so.</summary>
    [Says("The resolution passed, failed or was withdrawn before.", Kind = RefusalKind.Conflict)]
    SettledAlready,

    /// <summary>Nobody drops a result because of what it is.</summary>
    [Says("The box of a ballot on it was opened: its result is declared first.", Kind = RefusalKind.Conflict)]
    BallotCounted,
}

/// <summary>Takes a resolution back before it is settled.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Resolution withdrawn")]
public sealed class WithdrawResolution(ResolutionBook book, IBallots ballots, Acting acting)
    : IOperation<WithdrawResolutionInput, ResolutionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResolutionId>> Run(WithdrawResolutionInput input)
    {
        if (await book.Find(input.Resolution) is not { } resolution) return CommonRefusal.NotFound;
        if (resolution.State is not ResolutionState.Open) return WithdrawResolutionRefusal.SettledAlready;
        if ((await ballots.On(ResolutionBallots.KindCode, resolution.Id.Value)).Any(b => b.IsCounted))
            return WithdrawResolutionRefusal.BallotCounted;
        (resolution.State, resolution.SettledOn) = (ResolutionState.Withdrawn, acting.Today);
        resolution.WithdrawnBecause = input.Because.Trim();
        await book.DropProposal(resolution);
        return resolution.Id;
    }
}
