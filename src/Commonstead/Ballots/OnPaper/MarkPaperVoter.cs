using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>An entry whose paper came on paper.</summary>
public sealed class MarkPaperVoterInput
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; set; }

    /// <summary>The entry on its roll.</summary>
    [Secret]
    public RollEntryId Entry { get; set; }

    /// <summary>True to take a mark back that was made by mistake.</summary>
    [Secret]
    public bool IsMistake { get; set; }
}

/// <summary>Why an entry is not marked.</summary>
public enum PaperVoterRefusal
{
    /// <summary>The roll is kept while the box is not opened.</summary>
    [Says("The ballot’s roll is marked from its opening until its box is opened.", Kind = RefusalKind.Conflict)]
    NotOpen,

    /// <summary>One vote an entry.</summary>
    [Says("This member has voted online. Set the envelope aside unopened, and enter it later as rejected.",
        Kind = RefusalKind.Conflict)]
    VotedOnline,

    /// <summary>What is read from papers and who sent them never stand near one another.</summary>
    [Says("Papers are being entered. The roll was marked before that and is not changed any more.",
        Kind = RefusalKind.Conflict)]
    PapersEntered,
}

/// <summary>
/// Marks on the roll that an entry sent its paper on paper: it does not vote online any more, and whoever voted online
/// is not marked. The first way counts. All marks are made before the first paper is entered, so that no order in time
/// joins a voter and a paper.
/// </summary>
[Needs(BallotPermission.HoldKey)]
[Does("Roll of a ballot marked for a vote on paper")]
public sealed class MarkPaperVoter(TrustDb db, Acting acting, BulkEraser eraser)
    : IOperation<MarkPaperVoterInput, BallotId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(MarkPaperVoterInput input)
    {
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Holders)
            .FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (!ballot.IsOfficer(acting.Actor)) return ShareRefusal.NotAnOfficer;
        if (ballot.State is not BallotState.Open) return PaperVoterRefusal.NotOpen;
        if (!await db.Set<RollEntry>().AnyAsync(e => e.Id == input.Entry && e.Ballot == ballot.Id))
            return CommonRefusal.NotFound;
        if (await db.Set<EnteredPaper>().AnyAsync(p => p.Ballot == ballot.Id)) return PaperVoterRefusal.PapersEntered;
        if (await db.Set<Envelope>().AnyAsync(v => v.Ballot == ballot.Id && v.Entry == input.Entry))
            return PaperVoterRefusal.VotedOnline;
        if (input.IsMistake) await eraser.Erase<PaperVoter>(p => p.Entry == input.Entry);
        else if (!await db.Set<PaperVoter>().AnyAsync(p => p.Entry == input.Entry))
            db.Add(new PaperVoter { Ballot = ballot.Id, Entry = input.Entry });
        return ballot.Id;
    }
}
