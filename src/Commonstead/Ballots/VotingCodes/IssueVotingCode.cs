using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>An entry whose voter cannot sign in.</summary>
public sealed class IssueVotingCodeInput
{
    /// <summary>The ballot.</summary>
    public BallotId Ballot { get; set; }

    /// <summary>The entry on its roll.</summary>
    [Secret]
    public RollEntryId Entry { get; set; }
}

/// <summary>Why no code is made.</summary>
public enum VotingCodeRefusal
{
    /// <summary>A code is for an open ballot.</summary>
    [Says("The ballot is not open, so that no code is made for it.", Kind = RefusalKind.Conflict)]
    NotOpen,

    /// <summary>One vote an entry.</summary>
    [Says("This member has voted on paper.", Kind = RefusalKind.Conflict)]
    VotedOnPaper,
}

/// <summary>A code, shown once and kept nowhere.</summary>
/// <param name="Code">The code.</param>
public sealed record IssuedCode([property: Secret] string Code);

/// <summary>
/// Gives an entry on the roll a code to vote once without an account, so that nobody is kept out for want of one. An
/// earlier code of the entry is not good any more; the voter is told by mail, where there is an address, that a code
/// was made.
/// </summary>
[Needs(BallotPermission.HoldKey)]
[Does("Voting code made for a member")]
public sealed class IssueVotingCode(TrustDb db, Acting acting, BallotMail mail)
    : IOperation<IssueVotingCodeInput, IssuedCode>
{
    /// <inheritdoc/>
    public async Task<Outcome<IssuedCode>> Run(IssueVotingCodeInput input)
    {
        var ballot = await db.Set<Ballot>().AsNoTracking().Include(b => b.Holders)
            .FirstOrDefaultAsync(b => b.Id == input.Ballot);
        if (ballot is null) return CommonRefusal.NotFound;
        if (!ballot.IsOfficer(acting.Actor)) return ShareRefusal.NotAnOfficer;
        if (!ballot.TakesPapers(acting.Now)) return VotingCodeRefusal.NotOpen;
        var entry = await db.Set<RollEntry>().AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == input.Entry && e.Ballot == ballot.Id);
        if (entry is null) return CommonRefusal.NotFound;
        if (await db.Set<PaperVoter>().AnyAsync(p => p.Entry == entry.Id)) return VotingCodeRefusal.VotedOnPaper;
        var code = VotingCode.New();
        if (await db.Set<VotingCode>().FindAsync(entry.Id) is { } earlier) earlier.Hash = VotingCode.HashOf(code);
        else db.Add(new VotingCode { Ballot = ballot.Id, Entry = entry.Id, Hash = VotingCode.HashOf(code) });
        await mail.CodeWasIssued(ballot, entry.Voter);
        return new IssuedCode(code);
    }
}
