using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Why no seat is filled by counting papers again.</summary>
public enum CountBackRefusal
{
    /// <summary>The bylaws say how a seat is filled that falls vacant.</summary>
    [Says("The bylaws do not have such a seat filled by counting the papers again: the board co-opts somebody, or "
        + "another election is called.")]
    NotInBylaws,

    /// <summary>A seat is held by one person.</summary>
    [Says("Every seat of this election is held.", Kind = RefusalKind.Conflict)]
    NoVacancy,

    /// <summary>Somebody may have been co-opted.</summary>
    [Says("All seats of this class are held: end the term of whoever was co-opted first.",
        Kind = RefusalKind.Conflict)]
    SeatHeld,

    /// <summary>The term is over for whoever would come in as well.</summary>
    [Says("The term ended on {0}: call another election.")]
    TermOver,

    /// <summary>Papers are counted where there are some.</summary>
    [Says("This election was declared without a vote, so that there are no papers to count again.")]
    NoPapers,

    /// <summary>Only a lot can tell them apart.</summary>
    [Says("{0} are equal in everything the rule looks at. Draw a lot in public, such as dice thrown before witnesses, "
        + "and enter what came out.", Field = nameof(CountBackInput.LotSeed))]
    LotNeeded,

    /// <summary>Nobody else stood.</summary>
    [Says("The papers elect nobody else who can take the seat: the board co-opts somebody, or another election is "
        + "called.")]
    NobodyLeft,
}

/// <summary>Whom the papers elect in place of somebody.</summary>
/// <param name="Next">Who takes the seat.</param>
/// <param name="Without">Those without whom the papers were counted.</param>
/// <param name="Ineligible">Those among them who would have been next but may not hold the seat.</param>
/// <param name="Order">Who is elected by that count, in order; those who hold their seats keep them.</param>
/// <param name="Count">The count.</param>
public sealed record NextInLine(
    Nomination Next, IReadOnlyList<Nomination> Without, IReadOnlyList<Nomination> Ineligible,
    IReadOnlyList<Nomination> Order, CountTranscript Count)
{
    /// <summary>The seat.</summary>
    public required SeatVacancy Seat { get; init; }
}

/// <summary>A seat of an election that is vacant.</summary>
/// <param name="Of">Who was elected to it; null when nobody was.</param>
/// <param name="On">The day on which it fell vacant.</param>
public sealed record SeatVacancy(Nomination? Of, DateOnly On);

/// <summary>
/// Finds who comes in where somebody elected by a ballot does not take the seat or left it: whoever the same papers
/// elect when those who are gone are passed over. Whoever holds a seat of the election keeps it.
/// </summary>
public sealed class CountBacks(TrustDb db, Acting acting, BylawBook bylaws, SeatRules rules, IBallots ballots)
{
    /// <summary>The candidates who hold a seat by an election.</summary>
    internal async Task<List<Nomination>> Holders(Election election)
    {
        var terms = election.Nominations.Select(n => n.Term).OfType<DirectorshipId>().ToList();
        var left = await db.Set<Directorship>().AsNoTracking()
            .Where(d => terms.Contains(d.Id) && d.LeftOn != null).Select(d => d.Id).ToListAsync();
        return [.. election.Nominations.Where(n => n.Term is { } term && !left.Contains(term))];
    }

    /// <summary>Seats of a declared election that nobody holds by it or otherwise; 0 once its term is over.</summary>
    internal async Task<int> Vacant(Election election)
    {
        if (election.State is not ElectionState.Declared || acting.Today > election.Until) return 0;
        var open = election.Seats - (await Holders(election)).Count;
        if (open <= 0) return 0;
        var day = FirstDay(election);
        var seats = (await bylaws.On(day)).Board.Seats.FirstOrDefault(s => s.Class == election.Class);
        return seats is null ? 0 : Math.Clamp(await rules.Free(seats, day), 0, open);
    }

    /// <summary>True when the bylaws have a vacant seat of an election filled in this way.</summary>
    internal async Task<bool> IsByTheBylaws(Election election) => await VacantByTheBylaws(election) is not null;

    // How a seat is filled is said by the bylaws of the day on which it fell vacant: a later change is no way to choose
    // who comes in.
    private async Task<SeatVacancy?> VacantByTheBylaws(Election election)
    {
        foreach (var vacancy in await Vacancies(election))
            if ((await bylaws.On(vacancy.On)).Board.CountsBack) return vacancy;
        return null;
    }

    // Of several seats those that fell vacant first are those that were filled in another way since.
    private async Task<IReadOnlyList<SeatVacancy>> Vacancies(Election election)
    {
        var settled = election.SettledOn ?? acting.Today;
        var holders = await Holders(election);
        var filled = election.CountedBack.Select(c => c.InPlaceOf).ToHashSet();
        var gone = election.Nominations.Where(
            n => n.ElectedAs is not null && !holders.Contains(n) && !filled.Contains(n.Id)).ToList();
        var terms = gone.Select(n => n.Term).OfType<DirectorshipId>().ToList();
        var left = await db.Set<Directorship>().AsNoTracking().Where(d => terms.Contains(d.Id))
            .ToDictionaryAsync(d => d.Id, d => d.LeftOn);
        var vacant = gone.ConvertAll(n => new SeatVacancy(n, n.Term is not { } term ? settled
            : n.DeclinedOn ?? left.GetValueOrDefault(term) ?? settled));
        for (var more = election.Seats - holders.Count - vacant.Count; more > 0; more--)
            vacant.Add(new SeatVacancy(null, settled));
        return [.. vacant.OrderBy(v => v.On).ThenBy(v => v.Of?.ElectedAs ?? int.MaxValue)
            .Skip(vacant.Count - Math.Max(1, await Vacant(election)))];
    }

    /// <summary>The first day of whoever comes in.</summary>
    internal DateOnly FirstDay(Election election) => election.From > acting.Today ? election.From : acting.Today;

    /// <summary>Who comes in; or why nobody does.</summary>
    /// <param name="election">The declared election.</param>
    /// <param name="seed">What a lot was drawn from; null for none.</param>
    internal async Task<Outcome<NextInLine>> Next(Election election, string? seed)
    {
        if (election.State is not ElectionState.Declared)
            return new Refusal(ElectionRefusal.NotNow, election.State);
        var day = FirstDay(election);
        var shape = (await bylaws.On(day)).Board;
        var holders = await Holders(election);
        if (holders.Count >= election.Seats) return CountBackRefusal.NoVacancy;
        if (await VacantByTheBylaws(election) is not { } seat) return CountBackRefusal.NotInBylaws;
        if (day > election.Until) return new Refusal(CountBackRefusal.TermOver, election.Until);
        if (shape.Seats.FirstOrDefault(s => s.Class == election.Class) is not { } seats)
            return CallElectionRefusal.NoSuchSeats;
        if (await rules.Free(seats, day) < 1) return CountBackRefusal.SeatHeld;
        var gone = election.Nominations.Where(n => n.Place is not null
            && (n.DeclinedOn is not null || (n.ElectedAs is not null && !holders.Contains(n)))).ToList();
        return await Next(election, seat, gone, holders, async person =>
            await rules.WhyNot(person, shape, seats, day, acting.Today) is null, seed);
    }

    // Whoever may not hold the seat is passed over as well, and the papers are counted without them from the start.
    private async Task<Outcome<NextInLine>> Next(
        Election election, SeatVacancy seat, List<Nomination> without, List<Nomination> holders,
        Func<PersonId, Task<bool>> may, string? seed)
    {
        var ineligible = new List<Nomination>();
        while (true)
        {
            var answer = await ballots.CountWithout(
                ElectionBallots.KindCode, election.Id.Value, [.. without.Select(n => n.Place!.Value)], seed);
            if (answer is null) return CountBackRefusal.NoPapers;
            if (!answer.Has(out var count, out var refusal))
            {
                return refusal is CountRefusal.LotNeeded
                    ? new Refusal(CountBackRefusal.LotNeeded, string.Join(", ", answer.Tied.Select(c => At(c).Name)))
                    : CountBackRefusal.NobodyLeft;
            }

            var order = count.Elected.Select(At).ToList();
            if (order.Find(n => !holders.Contains(n)) is not { } next) return CountBackRefusal.NobodyLeft;
            if (await may(next.Person))
                return new NextInLine(next, without, ineligible, order, count) { Seat = seat };
            without.Add(next);
            ineligible.Add(next);
        }

        Nomination At(int number) => election.Nominations.First(n => n.Place == number + 1);
    }
}
