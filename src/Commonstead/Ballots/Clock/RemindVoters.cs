using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Ballots;

/// <summary>A ballot whose voters are reminded.</summary>
public sealed class RemindVotersInput : IBallotInput
{
    /// <inheritdoc/>
    public BallotId Ballot { get; set; }

    /// <summary>The address of its page; null when nobody knows.</summary>
    [StringLength(300, ErrorMessage = "The address is longer than 300 characters.")]
    public string? VoteAt { get; set; }
}

/// <summary>Why nobody is reminded.</summary>
public enum RemindVotersRefusal
{
    /// <summary>There is something to vote in only while it is open.</summary>
    [Says("The ballot is not open, so that nobody is reminded.", Kind = RefusalKind.Conflict)]
    NotOpen,

    /// <summary>Mail that comes too often is not read.</summary>
    [Says("Voters were told or reminded less than a day ago.", Kind = RefusalKind.Conflict)]
    TooSoon,
}

/// <summary>
/// Reminds by mail everyone on the roll whose paper is not in the box: by itself once before the ballot closes, and
/// whenever somebody who runs the ballot asks, at most once a day.
/// </summary>
[Needs(BallotPermission.Run)]
[Does("Voters reminded of a ballot")]
public sealed class RemindVoters(TrustDb db, Acting acting, BallotMail mail) : IOperation<RemindVotersInput, BallotId>
{
    private static readonly TimeSpan _pause = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<Outcome<BallotId>> Run(RemindVotersInput input)
    {
        if (await db.Set<Ballot>().FindAsync(input.Ballot) is not { } ballot) return CommonRefusal.NotFound;
        if (!ballot.TakesPapers(acting.Now)) return RemindVotersRefusal.NotOpen;
        var isDue = ballot.RemindAt <= acting.Now;
        if (!isDue && acting.Now - (ballot.RemindedAt ?? ballot.OpenedAt) < _pause) return RemindVotersRefusal.TooSoon;
        List<PersonId> voters = await db.Set<RollEntry>().Where(e => e.Ballot == ballot.Id
                && !db.Set<Envelope>().Any(v => v.Ballot == ballot.Id && v.Entry == e.Id)
                && !db.Set<PaperVoter>().Any(p => p.Entry == e.Id))
            .Select(e => e.Voter).Distinct().ToListAsync();
        if (isDue) ballot.RemindAt = null;
        ballot.RemindedAt = acting.Now;
        await mail.Remind(ballot, voters, input.VoteAt);
        return ballot.Id;
    }
}
