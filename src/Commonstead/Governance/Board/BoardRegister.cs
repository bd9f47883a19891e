using Commonstead.Core;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Who sits on the board on a day, whoever asks.</summary>
public sealed class BoardRegister(TrustDb db, Acting acting, BylawBook bylaws, IPeople people, IMembers members)
{
    /// <summary>The terms that run on a day, by class and first day.</summary>
    internal Task<List<Directorship>> On(DateOnly day) => db.Set<Directorship>().AsNoTracking()
        .Where(d => d.From <= day && day <= (d.LeftOn ?? d.Until)).OrderBy(d => d.Class).ThenBy(d => d.From)
        .ThenBy(d => d.Id).ToListAsync();

    /// <summary>Terms that ended before a day or begin after it, the latest first.</summary>
    internal Task<List<Directorship>> OtherThan(DateOnly day, int most) => db.Set<Directorship>().AsNoTracking()
        .Where(d => d.From > day || (d.LeftOn ?? d.Until) < day).OrderByDescending(d => d.From).ThenBy(d => d.Id)
        .Take(most).ToListAsync();

    /// <summary>Every term of a person, the latest first.</summary>
    internal Task<List<Directorship>> Of(PersonId person) => db.Set<Directorship>().AsNoTracking()
        .Where(d => d.Person == person).OrderByDescending(d => d.From).ToListAsync();

    /// <summary>One term, tracked; null when there is none.</summary>
    internal Task<Directorship?> Find(DirectorshipId id) =>
        db.Set<Directorship>().FirstOrDefaultAsync(d => d.Id == id);

    /// <summary>How many a share of the entire board counts on a day, as the bylaws of that day say.</summary>
    internal async Task<int> Entire(DateOnly day)
    {
        var (shape, sitting) = ((await bylaws.On(day)).Board, await On(day));
        return shape.EntireCountsEmptySeats ? Math.Max(shape.Size, sitting.Count) : sitting.Count;
    }

    /// <summary>
    /// The terms, under way or to come, of those who were elected by a class and are not of it any more: whether they
    /// may stay is for the bylaws and the board to say.
    /// </summary>
    internal async Task<IReadOnlyList<SeatedDirector>> NoLongerOfTheirClass()
    {
        var today = acting.Today;
        var shape = (await bylaws.On(today)).Board;
        var byClass = shape.Seats.Where(s => s.Filling is SeatFilling.ElectedByClass).Select(s => s.Class).ToList();
        var terms = await db.Set<Directorship>().AsNoTracking()
            .Where(d => (d.LeftOn ?? d.Until) >= today && byClass.Contains(d.Class)).OrderBy(d => d.From)
            .ThenBy(d => d.Id).ToListAsync();
        if (terms.Count == 0) return [];
        var persons = terms.Select(d => d.Person).Distinct().ToList();
        var classes = await members.ClassesOf(persons, today);
        var names = await people.Names(persons);
        return [.. terms.Where(d => !classes[d.Person].Contains(d.Class))
            .Select(d => new SeatedDirector(d, names.GetValueOrDefault(d.Person, "")))];
    }

    /// <summary>The board on a day, class by class with its seats, whether they are taken or not.</summary>
    internal async Task<IReadOnlyList<SeatedClass>> Seats(DateOnly day)
    {
        var (shape, sitting) = ((await bylaws.On(day)).Board, await On(day));
        var names = await people.Names([.. sitting.Select(d => d.Person).Distinct()]);
        var known = shape.Seats.Concat(
            sitting.Select(d => d.Class).Distinct().Where(c => shape.Seats.All(s => s.Class != c))
                .Select(c => new BoardSeats(c, 0, SeatFilling.ElectedByMembers)));
        return
        [
            .. known.Select(seats => new SeatedClass(
                seats,
                [.. sitting.Where(d => d.Class == seats.Class)
                    .Select(d => new SeatedDirector(d, names.GetValueOrDefault(d.Person, "")))])),
        ];
    }
}

/// <summary>The seats of a class with those who hold them.</summary>
/// <param name="Seats">The seats.</param>
/// <param name="Directors">Who holds them.</param>
public sealed record SeatedClass(BoardSeats Seats, IReadOnlyList<SeatedDirector> Directors)
{
    /// <summary>Seats that nobody holds.</summary>
    public int Vacant => Math.Max(0, Seats.Count - Directors.Count);
}

/// <summary>A director in a seat.</summary>
/// <param name="Term">The term.</param>
/// <param name="Name">Their name.</param>
public sealed record SeatedDirector(Directorship Term, string Name);
