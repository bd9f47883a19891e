using System.Globalization;
using Commonstead.Governance;
using Commonstead.Members;

namespace Commonstead.Demonstration;

/// <summary>
/// The demonstration's elections to the board: one that was declared without a poll, and one that takes nominations.
/// Who stands is made up.
/// </summary>
internal sealed class DemoElections(DemoWork work, DemoPlace place)
{
    /// <summary>The day on which the terms of the election under way begin, counted from the first day.</summary>
    public const int TermFrom = 46;

    /// <summary>Calls and holds them, up to the first day.</summary>
    public async Task Play()
    {
        var leaseholders = await Call(-40, "leaseholder", "Leaseholders’ seat (made up)", seats: 1, from: -10);
        await Nominate(leaseholders, "leaseholder", candidates: 1);
        work.On(place.FirstDay.AddDays(-20));
        await work.Do((CloseNominations o) => o, new CloseNominationsInput { Election = leaseholders });
        var general = await Call(-8, "general", "General members’ seats (made up)", seats: 2, from: TermFrom);
        work.On(place.FirstDay.AddDays(-3));
        await Nominate(general, "general", candidates: 3);
        work.On(place.FirstDay);
    }

    private async Task<ElectionId> Call(int day, string seat, string title, int seats, int from)
    {
        work.On(place.FirstDay.AddDays(day));
        return await work.Do((CallElection o) => o, new CallElectionInput
        {
            Title = title,
            Class = seat,
            Seats = seats,
            From = place.FirstDay.AddDays(from),
            OpensOn = work.Today,
            ClosesOn = work.Today.AddDays(20),
            ClosesAt = new TimeOnly(9, 0),
        });
    }

    private async Task Nominate(ElectionId election, string seat, int candidates)
    {
        var roll = await work.Ask((IMembers m) => m.RollOn(work.Today, [seat]));
        var sitting = (await work.Ask((Electorate e) => e.On(Core.BodyCodes.Board, work.Today)))
            .Select(e => e.Person).ToHashSet();
        var standing = roll.Where(m => !sitting.Contains(m.Person)).DistinctBy(m => m.Person).ToList();
        foreach (var candidate in standing.Take(candidates))
        {
            await work.Do((NominateCandidate o) => o, new NominateCandidateInput
            {
                Election = election,
                Person = candidate.Person,
                Proposer = Number(standing[^1]),
                Seconder = Number(standing[^2]),
                Statement = "I live here and want our homes to stay within reach. (made up)",
                HasConsent = true,
                ReceivedOn = work.Today,
                ReceivedAt = new TimeOnly(11, 30),
                ReceivedBy = "The office (made up)",
            });
        }
    }

    private static string Number(MemberOnRoll member) => member.Number.ToString(CultureInfo.InvariantCulture);
}
