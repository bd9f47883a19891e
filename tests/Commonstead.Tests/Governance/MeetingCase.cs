using Commonstead.Governance;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Governance;

/// <summary>A meeting of a test with members who can come, from its plan to its minutes.</summary>
internal sealed class MeetingCase(TrustHost host)
{
    private readonly List<(PersonId Person, MemberId Member)> _members = [];

    /// <summary>The meeting.</summary>
    public MeetingId Id { get; private set; }

    /// <summary>Members, each who votes and by which membership.</summary>
    public IReadOnlyList<(PersonId Person, MemberId Member)> Members => _members;

    /// <summary>A meeting of members that is in session, with nobody there yet.</summary>
    public static async Task<MeetingCase> InSession(TrustHost host, int members, ResolutionId? resolution = null)
    {
        var made = await Planned(host, members, resolution);
        Assert.True((await made.Calls()).IsDone);
        host.Clock.Pass(TimeSpan.FromDays(20));
        Assert.True((await made.Opens()).IsDone);
        return made;
    }

    /// <summary>A meeting of members twenty days from now, with an agenda.</summary>
    public static async Task<MeetingCase> Planned(TrustHost host, int members, ResolutionId? resolution = null)
    {
        await host.FoundTrusts();
        var made = new MeetingCase(host);
        for (var i = 0; i < members; i++)
        {
            var person = await host.AddPerson(
                "Mo", LeaseIntent.Unique("Member"), p => p.Email = LeaseIntent.Unique("mo") + "@example.org");
            made._members.Add((person, await host.NewMember(person)));
        }

        made.Id = (await made.Plans()).Value;
        var title = resolution is null ? "Welcome" : null;
        Assert.True((await made.Adds(i => (i.Title, i.Resolution) = (title, resolution))).IsDone);
        return made;
    }

    /// <summary>Plans a meeting of the members.</summary>
    public Task<Outcome<MeetingId>> Plans(Action<PlanMeetingInput>? change = null)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(host.Trust.Now, host.Trust.Profile!.Zone);
        var input = new PlanMeetingInput
        {
            Kind = MeetingKind.General,
            Title = LeaseIntent.Unique("General meeting"),
            Day = DateOnly.FromDateTime(local).AddDays(20),
            Time = TimeOnly.FromDateTime(local),
            Place = "The barn",
        };
        change?.Invoke(input);
        return host.Does((PlanMeeting o) => o, input);
    }

    public Task<Outcome<MeetingId>> Adds(Action<AddAgendaItemInput> change)
    {
        var input = new AddAgendaItemInput { Meeting = Id };
        change(input);
        return host.Does((AddAgendaItem o) => o, input);
    }

    public Task<Outcome<MeetingId>> Calls(bool needsWaiver = false) => host.Does(
        (CallMeeting o) => o,
        new CallMeetingInput { Meeting = Id, NeedsWaiver = needsWaiver, Site = "http://oak.test" });

    public Task<Outcome<MeetingId>> Opens() =>
        host.Does((OpenMeeting o) => o, new OpenMeetingInput { Meeting = Id });

    public Task<Outcome<MeetingId>> Comes(int member, int? proxy = null) => host.Does(
        (RecordArrival o) => o,
        new RecordArrivalInput
        {
            Meeting = Id,
            Elector = _members[member].Member.Value,
            Way = proxy is null ? AttendanceWay.InPerson : AttendanceWay.Proxy,
            Proxy = proxy is { } one ? _members[one].Person : null,
        });

    /// <summary>A meeting of the board on a resolution, in session, with nobody there yet.</summary>
    public async Task<MeetingId> IsHeldByTheBoard(ResolutionId resolution)
    {
        Id = (await Plans(i => i.Kind = MeetingKind.Board)).Value;
        Assert.True((await Adds(i => i.Resolution = resolution)).IsDone);
        Assert.True((await Calls()).IsDone);
        host.Clock.Pass(TimeSpan.FromDays(20));
        Assert.True((await Opens()).IsDone);
        return Id;
    }

    public async Task<Outcome<MeetingId>> Leaves(int member)
    {
        var here = await host.Asks<MeetingRegister, List<Attendance>>(r => r.Attendances(Id));
        var one = here.Find(a => a.Member == _members[member].Member)!;
        return await host.Does(
            (RecordLeaving o) => o, new RecordLeavingInput { Meeting = Id, Attendance = one.Id });
    }

    public Task<Outcome<MeetingId>> Votes(ResolutionId resolution, int inFavour, int against) => host.Does(
        (DecideMotion o) => o, Hands(new DecideMotionInput(), resolution, inFavour, against));

    public Task<Outcome<MeetingId>> Amends(ResolutionId resolution, string words, int inFavour, int against) =>
        host.Does((RecordAmendment o) => o,
            Hands(new RecordAmendmentInput { Text = words }, resolution, inFavour, against));

    public Task<Outcome<MeetingId>> Closes() =>
        host.Does((CloseMeeting o) => o, new CloseMeetingInput { Meeting = Id });

    /// <summary>The meeting as it stands.</summary>
    public async Task<Meeting> Stored() => (await host.Asks<MeetingRegister, Meeting?>(r => r.Meeting(Id)))!;

    /// <summary>Who is there now.</summary>
    public async Task<Presence> Presence()
    {
        var meeting = await Stored();
        return await host.Asks<MeetingRegister, Presence>(r => r.Presence(meeting));
    }

    private T Hands<T>(T input, ResolutionId resolution, int inFavour, int against)
        where T : HandCountInput
    {
        (input.Meeting, input.Resolution, input.For, input.Against) = (Id, resolution, inFavour, against);
        (input.MovedBy, input.SecondedBy) = (_members[0].Person, _members[1].Person);
        return input;
    }
}
