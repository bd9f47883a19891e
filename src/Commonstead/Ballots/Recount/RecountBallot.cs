using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>A recount that somebody asks for.</summary>
public sealed class RecountBallotInput : IBallotInput
{
    /// <inheritdoc/>
    public BallotId Ballot { get; set; }

    /// <summary>Who asks for it.</summary>
    [Required(ErrorMessage = "Say who asks for the recount."), Display(Name = "Who asks for it")]
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters.")]
    public string AskedBy { get; set; } = "";

    /// <summary>Why.</summary>
    [Required(ErrorMessage = "Say why the recount is asked for."), Display(Name = "Why")]
    [StringLength(1_000, ErrorMessage = "The reason is longer than 1,000 characters.")]
    [DataType(DataType.MultilineText)]
    public string Because { get; set; } = "";
}

/// <summary>Why nothing is counted again.</summary>
public enum RecountBallotRefusal
{
    /// <summary>Before the declaration, and once there is something to count.</summary>
    [Says("Papers are counted again between the opening of the box and the declaration of the result. Once it is "
        + "declared, anyone counts the bundle.", Kind = RefusalKind.Conflict)]
    NotNow,
}

/// <summary>Counts a ballot's papers again from the box before the result is declared, and keeps who asked and why.
/// </summary>
[Needs(BallotPermission.Run)]
[Does("Ballot counted again on request")]
public sealed class RecountBallot(TrustDb db, Acting acting) : IOperation<RecountBallotInput, BallotId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(RecountBallotInput input)
    {
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Choices)
            .FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (ballot.State is not BallotState.Unsealed) return RecountBallotRefusal.NotNow;
        var papers = await db.Set<CountedPaper>().AsNoTracking().Where(p => p.Ballot == ballot.Id)
            .OrderBy(p => p.Receipt).ToListAsync();
        db.Add(BallotCount.Of(ballot, papers, acting.Now, input.AskedBy.Trim(), input.Because.Trim()));
        return ballot.Id;
    }
}
