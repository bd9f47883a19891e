using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Governance;

/// <summary>A meeting, from its notice to its minutes.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Notice_IsGivenInTime_OrTheMeetingNeedsAWaiver()
    {
        var meeting = await MeetingCase.Planned(_host, 4);
        Assert.Equal(CommonRefusal.NotFound, (await _host.Does(
            (RemoveAgendaItem o) => o, new RemoveAgendaItemInput { Meeting = meeting.Id })).Code());
        _host.Clock.Pass(TimeSpan.FromDays(11));
        var late = await meeting.Calls();
        Assert.Equal(CallMeetingRefusal.TooLate, late.Code());
        Assert.Equal(10, late.Refusals[0].Figures[0]);
        Assert.True((await meeting.Calls(needsWaiver: true)).IsDone);
        await using var db = _host.Trust.NewDb();
        var notices = await db.Set<OutboxMessage>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(4, notices.Count);
        Assert.All(notices, m => Assert.Contains(
            "nothing is decided unless everyone waives it", m.Text, StringComparison.Ordinal));
        Assert.Equal(OpenMeetingRefusal.TooEarly, (await meeting.Opens()).Code());
        _host.Clock.Pass(TimeSpan.FromDays(9));
        Assert.True((await meeting.Opens()).IsDone);
        for (var i = 0; i < 3; i++) Assert.True((await meeting.Comes(i)).IsDone);
        var motion = await Moves(meeting);
        Assert.Equal(HandCountRefusal.WaiverMissing, (await meeting.Votes(motion, 3, 0)).Code());
        var waiver = new RecordWaiverInput { Meeting = meeting.Id, Note = "Signed by all four" };
        Assert.True((await _host.Does((RecordWaiver o) => o, waiver)).IsDone);
        Assert.Equal(RecordWaiverRefusal.NotNeeded, (await _host.Does((RecordWaiver o) => o, waiver)).Code());
        Assert.True((await meeting.Votes(motion, 3, 0)).IsDone);
    }

    [Fact]
    public async Task AQuorumLostHalfway_StopsEveryVote()
    {
        var meeting = await MeetingCase.InSession(_host, 5);
        for (var i = 0; i < 3; i++) Assert.True((await meeting.Comes(i)).IsDone);
        var motion = await Moves(meeting);
        Assert.Equal(HandCountRefusal.MoreThanPresent, (await meeting.Votes(motion, 3, 1)).Code());
        Assert.True((await meeting.Amends(motion, "That the barn be green.", 2, 1)).IsDone);
        Assert.Equal("That the barn be green.", (await _host.Standing(motion)).Resolution.Text);
        Assert.Equal(
            RecordAmendmentRefusal.SameWords, (await meeting.Amends(motion, "That the barn be green.", 2, 1)).Code());
        Assert.True((await meeting.Leaves(2)).IsDone);
        Assert.Equal(RecordLeavingRefusal.GoneAlready, (await meeting.Leaves(2)).Code());
        Assert.False((await meeting.Presence()).IsQuorate);
        Assert.Equal(HandCountRefusal.NoQuorum, (await meeting.Votes(motion, 2, 0)).Code());
        Assert.True((await meeting.Comes(3)).IsDone);
        Assert.True((await meeting.Votes(motion, 2, 1)).IsDone);
        Assert.Equal(ResolutionState.Passed, (await _host.Standing(motion)).Resolution.State);
        Assert.Equal(
            RecordAmendmentRefusal.VotedOnAlready, (await meeting.Amends(motion, "Red.", 2, 1)).Code());
    }

    [Fact]
    public async Task Proxies_AreLimited_AndLeaveWithTheirHolder()
    {
        var meeting = await MeetingCase.InSession(_host, 6);
        Assert.Equal(RecordArrivalRefusal.ProxyNotHere, (await meeting.Comes(1, proxy: 0)).Code());
        Assert.True((await meeting.Comes(0)).IsDone);
        Assert.Equal(RecordArrivalRefusal.HereAlready, (await meeting.Comes(0)).Code());
        Assert.True((await meeting.Comes(1, proxy: 0)).IsDone);
        var over = await meeting.Comes(2, proxy: 0);
        Assert.Equal(RecordArrivalRefusal.ProxyLimit, over.Code());
        Assert.Equal(1, over.Refusals[0].Figures[0]);
        Assert.True((await meeting.Comes(3)).IsDone);
        Assert.Equal(3, (await meeting.Presence()).Votes);
        Assert.True((await meeting.Leaves(0)).IsDone);
        Assert.Equal(1, (await meeting.Presence()).Votes);
        var noProxy = new RecordArrivalInput
        {
            Meeting = meeting.Id,
            Elector = meeting.Members[4].Member.Value,
            Way = AttendanceWay.Proxy,
        };
        Assert.Equal(
            RecordArrivalRefusal.ProxyMissing, (await _host.Does((RecordArrival o) => o, noProxy)).Code());
    }

    [Fact]
    public async Task WhoeverJoinedAfterTheDay_DoesNotVote()
    {
        var meeting = await MeetingCase.InSession(_host, 3);
        _host.Clock.Pass(TimeSpan.FromDays(1));
        var late = await _host.NewMember(change: i => i.JoinedOn = _host.Trust.Today);
        Assert.Equal(RecordArrivalRefusal.NotEntitled, (await _host.Does(
            (RecordArrival o) => o, new RecordArrivalInput { Meeting = meeting.Id, Elector = late.Value })).Code());
    }

    [Fact]
    public async Task WhatWeighs_StandsInTheNotice_AndPassesByItsOwnShare()
    {
        await _host.FoundTrusts();
        var resolution = (await _host.Brings(ActCodes.Dissolution)).Value;
        var meeting = await MeetingCase.InSession(_host, 6, resolution);
        Assert.Equal(
            AddAgendaItemRefusal.OnItAlready, (await meeting.Adds(i => i.Resolution = resolution)).Code());
        var other = (await _host.Brings(ActCodes.Dissolution)).Value;
        Assert.Equal(AddAgendaItemRefusal.NoticeIsOut, (await meeting.Adds(i => i.Resolution = other)).Code());
        Assert.Equal(AddAgendaItemRefusal.NothingSaid, (await meeting.Adds(_ => { })).Code());
        var ofBoard = (await _host.Brings("board-business")).Value;
        Assert.Equal(AddAgendaItemRefusal.NotForThisBody, (await meeting.Adds(i => i.Resolution = ofBoard)).Code());
        Assert.Equal(HandCountRefusal.NotOnTheAgenda, (await meeting.Votes(other, 3, 0)).Code());
        for (var i = 0; i < 6; i++) await meeting.Comes(i);
        Assert.True((await meeting.Votes(resolution, 4, 1)).IsDone);
        var decision = (await _host.Standing(resolution)).Resolution.Decisions.Single();
        Assert.True(decision is { Passed: true, WaitsForConfirmation: true, Way: DecisionWay.Meeting });
    }

    [Fact]
    public async Task AMotionNeedsASecond_WhoIsThere()
    {
        var meeting = await MeetingCase.InSession(_host, 4);
        for (var i = 1; i < 4; i++) await meeting.Comes(i);
        var motion = await Moves(meeting);
        Assert.Equal(HandCountRefusal.SecondMissing, (await meeting.Votes(motion, 3, 0)).Code());
    }

    [Fact]
    public async Task Minutes_AreDraftedFromWhatHappened_ApprovedByTheNextMeeting_AndReadByMembers()
    {
        var meeting = await MeetingCase.InSession(_host, 4);
        for (var i = 0; i < 4; i++) await meeting.Comes(i);
        var motion = await Moves(meeting);
        await meeting.Votes(motion, 3, 1);
        Assert.True((await meeting.Closes()).IsDone);
        Assert.Equal(MeetingRefusal.NotNow, (await meeting.Closes()).Code());
        var closed = await meeting.Stored();
        Assert.Contains("3 for, 1 against, 0 abstained: carried.", closed.Minutes, StringComparison.Ordinal);
        Assert.Contains("That the barn be painted.", closed.Minutes, StringComparison.Ordinal);
        using var member = await _host.SignInAs(Commonstead.Accounts.Role.Member);
        var page = $"/meetings/{meeting.Id}";
        Assert.DoesNotContain("be painted", (await member.Open(page)).Text, StringComparison.Ordinal);
        var written = new SaveMinutesInput
        {
            Meeting = meeting.Id,
            Version = closed.Version,
            Text = closed.Minutes + "\nThere was soup.",
        };
        Assert.True((await _host.Does((SaveMinutes o) => o, written)).IsDone);
        Assert.Equal(CommonRefusal.ChangedMeanwhile, (await _host.Does((SaveMinutes o) => o, written)).Code());

        var next = await MeetingCase.InSession(_host, 1);
        var version = (await meeting.Stored()).Version;
        Assert.Equal(ApproveMinutesRefusal.NoQuorum, (await Approves(next, meeting, version)).Code());
        for (var i = 0; i < 3; i++)
        {
            await _host.Does((RecordArrival o) => o, new RecordArrivalInput
            {
                Meeting = next.Id,
                Elector = meeting.Members[i].Member.Value,
            });
        }

        Assert.True((await Approves(next, meeting, version)).IsDone);
        Assert.Equal(ApproveMinutesRefusal.NotADraft, (await Approves(next, meeting, version + 1)).Code());
        Assert.True((await next.Closes()).IsDone);
        Assert.Contains("were approved.", (await next.Stored()).Minutes, StringComparison.Ordinal);
        Assert.Contains("There was soup.", (await member.Open(page)).Text, StringComparison.Ordinal);
        written.Version = version + 1;
        Assert.Equal(SaveMinutesRefusal.ApprovedAlready, (await _host.Does((SaveMinutes o) => o, written)).Code());
    }

    [Fact]
    public async Task AMeeting_IsPlannedForSomebody_SomewhereAhead()
    {
        await _host.FoundTrusts();
        var meeting = new MeetingCase(_host);
        Assert.Equal(PlanMeetingRefusal.ClassMissing, (await meeting.Plans(i => i.Kind = MeetingKind.Class)).Code());
        Assert.Equal(PlanMeetingRefusal.NowhereToGo, (await meeting.Plans(i => i.Place = null)).Code());
        Assert.Equal(
            PlanMeetingRefusal.InThePast, (await meeting.Plans(i => i.Day = _host.Trust.Today.AddDays(-1))).Code());
        Assert.Equal(MeetingRefusal.NoSuchHour, (await meeting.Plans(
            i => (i.Day, i.Time) = (new DateOnly(2027, 3, 14), new TimeOnly(2, 30)))).Code());
        var board = (await meeting.Plans(i => i.Kind = MeetingKind.Board)).Value;
        var call = new CallMeetingInput { Meeting = board };
        Assert.Equal(CallMeetingRefusal.NoAgenda, (await _host.Does((CallMeeting o) => o, call)).Code());
        var item = new AddAgendaItemInput { Meeting = board, Title = "Roof" };
        Assert.True((await _host.Does((AddAgendaItem o) => o, item)).IsDone);
        Assert.Equal(CallMeetingRefusal.NobodyEntitled, (await _host.Does((CallMeeting o) => o, call)).Code());
        _host.Clock.Pass(TimeSpan.FromDays(21));
        Assert.Equal(CallMeetingRefusal.HourPassed, (await _host.Does((CallMeeting o) => o, call)).Code());
    }

    [Fact]
    public async Task AMeetingCalledOff_IsTold_AndAClassWithoutAPlainActTakesNoMotion()
    {
        var meeting = await MeetingCase.Planned(_host, 3);
        await meeting.Calls();
        using var member = await _host.SignInAs(Commonstead.Accounts.Role.Member);
        var file = await member.Http.GetStringAsync(
            new Uri($"/meetings/{meeting.Id}/meeting.ics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("DTSTART:20260621T140000Z", file, StringComparison.Ordinal);
        var off = new CancelMeetingInput { Meeting = meeting.Id, Because = "The barn is wet." };
        Assert.True((await _host.Does((CancelMeeting o) => o, off)).IsDone);
        Assert.Equal(MeetingRefusal.NotNow, (await meeting.Opens()).Code());
        await using var db = _host.Trust.NewDb();
        var told = await db.Set<OutboxMessage>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(6, told.Count);
        Assert.Equal(3, told.Count(m => m.Text.Contains("The barn is wet.", StringComparison.Ordinal)));

        var ofClass = await meeting.Plans(i => (i.Kind, i.Class) = (MeetingKind.Class, "general"));
        await _host.Does((AddAgendaItem o) => o, new AddAgendaItemInput { Meeting = ofClass.Value, Title = "Hello" });
        await _host.Does((CallMeeting o) => o, new CallMeetingInput { Meeting = ofClass.Value });
        _host.Clock.Pass(TimeSpan.FromDays(20));
        await _host.Does((OpenMeeting o) => o, new OpenMeetingInput { Meeting = ofClass.Value });
        Assert.Equal(MoveMotionRefusal.NoPlainAct, (await _host.Does(
            (MoveMotion o) => o, new MoveMotionInput { Meeting = ofClass.Value, Title = "A", Text = "B" })).Code());
    }

    private Task<Outcome<MeetingId>> Approves(MeetingCase next, MeetingCase earlier, int version) => _host.Does(
        (ApproveMinutes o) => o,
        new ApproveMinutesInput { Meeting = next.Id, Of = earlier.Id, Version = version });

    private async Task<ResolutionId> Moves(MeetingCase meeting)
    {
        var motion = new MoveMotionInput
        {
            Meeting = meeting.Id,
            Title = LeaseIntent.Unique("The barn"),
            Text = "That the barn be painted.",
        };
        Assert.True((await _host.Does((MoveMotion o) => o, motion)).IsDone);
        return (await meeting.Stored()).Agenda.OrderBy(i => i.Number).Last().Resolution!.Value;
    }
}
