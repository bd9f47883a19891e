using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Members;
using Commonstead.People;

namespace Commonstead.Demonstration;

/// <summary>
/// The demonstration's board and meetings: two that were held, one in session, one called too late, one planned. Who
/// sits there and what was voted is made up.
/// </summary>
internal sealed class DemoMeetings(DemoWork work, DemoPlace place)
{
    /// <summary>Seats the board and holds the meetings, up to the first day.</summary>
    public async Task Play()
    {
        await SeatTheBoard();
        var spring = await Held(-75, "Spring meeting (made up)", "Benches for the orchard");
        var summer = await Held(-24, "Summer meeting (made up)", "A tool library in the barn", spring);
        await BoardInSession();
        await CalledLate();
        work.On(place.FirstDay);
        var annual = await Plan(30, MeetingKind.Annual, "Annual general meeting (made up)");
        await Add(annual, "Accounts of the year");
    }

    private async Task SeatTheBoard()
    {
        work.On(place.FirstDay.AddDays(-200));
        var roll = await work.Ask((IMembers m) => m.RollOn(work.Today));
        var neighbours = roll.Where(m => m.Class == "general").DistinctBy(m => m.Person).ToList();
        var leaseholders = roll.Where(m => m.Class == "leaseholder").DistinctBy(m => m.Person).ToList();
        // Two of these terms end soon, so that an election is on.
        foreach (var (index, member) in neighbours.Take(3).Index())
        {
            DateOnly? until = index < 2 ? place.FirstDay.AddDays(DemoElections.TermFrom - 1) : null;
            await Seat(member.Person, "general", SeatBasis.Elected, until);
        }

        foreach (var member in leaseholders.Take(2)) await Seat(member.Person, "leaseholder", SeatBasis.Elected);
        foreach (var member in neighbours.Skip(3).Take(2)) await Seat(member.Person, "public", SeatBasis.Appointed);
    }

    private Task Seat(PersonId person, string seat, SeatBasis basis, DateOnly? until = null) => work.Do(
        (SeatDirector o) => o,
        new SeatDirectorInput
        {
            Person = person,
            Class = seat,
            Basis = basis,
            From = work.Today,
            Until = until,
            Note = "Minutes of the day (made up)",
        });

    private async Task<MeetingId> Held(int day, string title, string motion, MeetingId? earlier = null)
    {
        work.On(place.FirstDay.AddDays(day - 20));
        var meeting = await Plan(day, MeetingKind.General, title);
        await Add(meeting, "Welcome");
        await Call(meeting);
        work.On(place.FirstDay.AddDays(day));
        await work.Do((OpenMeeting o) => o, new OpenMeetingInput { Meeting = meeting });
        var people = await Come(meeting, BodyCodes.Members, 22);
        if (earlier is { } of)
        {
            var read = (await work.Ask((MeetingRegister r) => r.Meeting(of)))!;
            await work.Do((ApproveMinutes o) => o, new ApproveMinutesInput
            {
                Meeting = meeting,
                Of = of,
                Version = read.Version,
            });
        }

        await work.Do((MoveMotion o) => o, new MoveMotionInput
        {
            Meeting = meeting,
            Title = $"{motion} (made up)",
            Text = "That the trust pays for it from this year’s gifts.",
        });
        var agenda = (await work.Ask((MeetingRegister r) => r.Meeting(meeting)))!.Agenda;
        await work.Do((DecideMotion o) => o, new DecideMotionInput
        {
            Meeting = meeting,
            Resolution = agenda.Single(i => i.Resolution is not null).Resolution!.Value,
            MovedBy = people[0],
            SecondedBy = people[1],
            For = 17,
            Against = 3,
            Abstain = 1,
        });
        await work.Do((CloseMeeting o) => o, new CloseMeetingInput { Meeting = meeting });
        return meeting;
    }

    private async Task BoardInSession()
    {
        work.On(place.FirstDay.AddDays(-12));
        var meeting = await Plan(0, MeetingKind.Board, "Meeting of the board (made up)");
        await Add(meeting, "Repairs");
        await Call(meeting);
        work.On(place.FirstDay);
        await work.Do((OpenMeeting o) => o, new OpenMeetingInput { Meeting = meeting });
        await Come(meeting, BodyCodes.Board, 6);
        await work.Do((MoveMotion o) => o, new MoveMotionInput
        {
            Meeting = meeting,
            Title = "A new roof (made up)",
            Text = "That the roof of the workshop be renewed.",
        });
    }

    private async Task CalledLate()
    {
        var meeting = await Plan(4, MeetingKind.General, "Special meeting about the flood (made up)");
        await Add(meeting, "What the flood did");
        var planned = (await work.Ask((MeetingRegister r) => r.Meeting(meeting)))!;
        await work.Attach(
            MeetingPapers.OfItem, planned.Agenda[0].Id.Value, "Report on the damage (made up)", "damage.txt",
            "Two cellars, the workshop’s floor and the footbridge. (made up)");
        await work.Attach(
            MeetingPapers.OfMeeting, meeting.Value, "How to join online (made up)", "online.txt",
            "Ring the office for the number. (made up)");
        await work.Do((CallMeeting o) => o, new CallMeetingInput { Meeting = meeting, NeedsWaiver = true });
    }

    private Task<MeetingId> Plan(int day, MeetingKind kind, string title) => work.Do(
        (PlanMeeting o) => o,
        new PlanMeetingInput
        {
            Kind = kind,
            Title = title,
            Day = place.FirstDay.AddDays(day),
            Time = new TimeOnly(day > 0 ? 18 : 10, 30),
            Place = "The community room",
        });

    private Task Add(MeetingId meeting, string title) =>
        work.Do((AddAgendaItem o) => o, new AddAgendaItemInput { Meeting = meeting, Title = title });

    private Task Call(MeetingId meeting) =>
        work.Do((CallMeeting o) => o, new CallMeetingInput { Meeting = meeting });

    // The last two come by proxy where the bylaws allow it.
    private async Task<List<PersonId>> Come(MeetingId meeting, string body, int most)
    {
        var electors = await work.Ask((Electorate e) => e.On(body, work.Today));
        var here = electors.DistinctBy(e => e.Person).Take(most).ToList();
        foreach (var (index, elector) in here.Index())
        {
            var isProxy = body == BodyCodes.Members && index >= here.Count - 2;
            await work.Do((RecordArrival o) => o, new RecordArrivalInput
            {
                Meeting = meeting,
                Elector = elector.Member?.Value ?? elector.Person.Value,
                Way = isProxy ? AttendanceWay.Proxy : index % 5 == 4 ? AttendanceWay.Online : AttendanceWay.InPerson,
                Proxy = isProxy ? here[index - 6].Person : null,
            });
        }

        return here.ConvertAll(e => e.Person);
    }
}
