using Commonstead.Core;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Who may take a seat of the board: asked when somebody is nominated, and again when they take it.</summary>
public sealed class SeatRules(BoardRegister board, IMembers members)
{
    /// <summary>Why a person may not take a seat; null when they may.</summary>
    /// <param name="person">The person.</param>
    /// <param name="shape">The board as the bylaws have it.</param>
    /// <param name="seats">The seats.</param>
    /// <param name="from">The first day of the term.</param>
    /// <param name="memberOn">The day on which they have to be of the class; null when they need not.</param>
    internal async Task<Refusal?> WhyNot(
        PersonId person, BoardShape shape, BoardSeats seats, DateOnly from, DateOnly? memberOn)
    {
        if ((await board.On(from)).Find(d => d.Person == person) is { } already)
            return new Refusal(SeatDirectorRefusal.SitsAlready, already.LastDay);
        if (seats.Filling is SeatFilling.ElectedByClass && memberOn is { } day
            && !(await members.VotesOf(person, day)).Any(v => v.Class == seats.Class))
        {
            return new Refusal(SeatDirectorRefusal.NotOfTheClass);
        }

        return shape.MostTerms is { } most && InARow(await board.Of(person), from) >= most
            ? new Refusal(SeatDirectorRefusal.TermsUsedUp, most) : null;
    }

    /// <summary>Seats of a class that nobody holds on a day.</summary>
    internal async Task<int> Free(BoardSeats seats, DateOnly day) =>
        seats.Count - (await board.On(day)).Count(d => d.Class == seats.Class);

    /// <summary>True for a term that the bylaws do not have: an election may fall a little later than a year after the
    /// last one.</summary>
    internal static bool IsTermWrong(BoardShape shape, DateOnly from, DateOnly until) =>
        until < from || until > from.AddYears(shape.TermYears + 1);

    // A vacancy that somebody filled for the rest of a term is no term of theirs.
    private static int InARow(List<Directorship> terms, DateOnly from)
    {
        const int DaysBetween = 92;
        var count = 0;
        foreach (var term in terms.Where(t => t.From < from && t.WasHeld))
        {
            if (from.DayNumber - term.LastDay.DayNumber > DaysBetween) break;
            if (term.Basis is not SeatBasis.CoOpted) count++;
            from = term.From;
        }

        return count;
    }
}
