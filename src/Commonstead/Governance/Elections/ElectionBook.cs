using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>What is done to one election.</summary>
public interface IElectionInput
{
    /// <summary>The election.</summary>
    ElectionId Election { get; set; }
}

/// <summary>The refusals that what is done to elections shares.</summary>
public enum ElectionRefusal
{
    /// <summary>Each thing has its time.</summary>
    [Says("The election is not at the stage for this: {0}.", Kind = RefusalKind.Conflict)]
    NotNow,

    /// <summary>Somebody was seated meanwhile.</summary>
    [Says("From {0} on {1} of these seats are free, and {2} candidates are elected. End a term first, such as that of "
        + "somebody who was co-opted.", Kind = RefusalKind.Conflict)]
    SeatsTaken,
}

/// <summary>Finds elections to be changed, and seats whoever is elected.</summary>
public sealed class ElectionBook(TrustDb db, Acting acting, BylawBook bylaws, SeatRules rules)
{
    /// <summary>An election with its nominations, tracked, at one of some stages.</summary>
    internal async Task<Outcome<Election>> At(ElectionId id, params IReadOnlyCollection<ElectionState> stages)
    {
        var election = await db.Set<Election>().Include(e => e.Nominations).Include(e => e.CountedBack)
            .FirstOrDefaultAsync(e => e.Id == id);
        if (election is null) return CommonRefusal.NotFound;
        return stages.Contains(election.State) ? election : new Refusal(ElectionRefusal.NotNow, election.State);
    }

    /// <summary>
    /// Declares an election: the elected take their seats, and what is not filled is vacant. Whoever may not hold the
    /// seat any more does not take it.
    /// </summary>
    /// <param name="election">The election.</param>
    /// <param name="elected">Who is elected, in order.</param>
    /// <returns>Why it cannot be declared; null when it is.</returns>
    internal async Task<Refusal?> Declare(Election election, IReadOnlyList<Nomination> elected)
    {
        var from = election.From > acting.Today ? election.From : acting.Today;
        var shape = (await bylaws.On(from)).Board;
        var seats = shape.Seats.FirstOrDefault(s => s.Class == election.Class);
        var free = seats is null ? 0 : await rules.Free(seats, from);
        if (elected.Count > free) return new Refusal(ElectionRefusal.SeatsTaken, from, free, elected.Count);
        foreach (var (index, one) in elected.Index())
        {
            one.ElectedAs = index + 1;
            if (await rules.WhyNot(one.Person, shape, seats!, from, acting.Today) is not null) continue;
            var term = new Directorship
            {
                Person = one.Person,
                Class = election.Class,
                Basis = SeatBasis.Elected,
                From = from,
                Until = election.Until,
                Note = election.Title,
            };
            db.Add(term);
            one.Term = term.Id;
        }

        (election.State, election.SettledOn) = (ElectionState.Declared, acting.Today);
        election.Vacant = election.Seats - elected.Count(n => n.Term is not null);
        return null;
    }
}
