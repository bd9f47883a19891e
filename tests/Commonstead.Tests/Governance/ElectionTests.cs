using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Members;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Ballots;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Governance;

/// <summary>Elections to the board, as returning officers run them.</summary>
public sealed class ElectionTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> _none = [];

    private readonly TrustHost _host = new();

    private DateOnly Today => _host.Trust.Today;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task AnElection_IsCalledAsTheBylawsHaveIt()
    {
        var election = new ElectionCase(_host);
        Assert.Equal(CallElectionRefusal.NobodyElects, (await election.Calls()).Code());
        await election.AddMember();
        Assert.Equal(CallElectionRefusal.NoSuchSeats, (await election.Calls(i => i.Class = "farmers")).Code());
        Assert.Equal(CallElectionRefusal.Appointed, (await election.Calls(i => i.Class = "public")).Code());
        Assert.Equal(CallElectionRefusal.TooManySeats, (await election.Calls(i => i.Seats = 4)).Code());
        Assert.Equal(
            CallElectionRefusal.TermNotUsable,
            (await election.Calls(i => i.Until = i.From!.Value.AddYears(4))).Code());
        Assert.Equal(
            CallElectionRefusal.TermTooSoon,
            (await election.Calls(i => i.From = i.ClosesOn!.Value.AddDays(-1))).Code());
        Assert.Equal(
            CallElectionRefusal.ClosesBeforeItOpens,
            (await election.Calls(i => i.OpensOn = i.ClosesOn!.Value.AddDays(1))).Code());
        Assert.Equal(
            CallElectionRefusal.NoticeTooShort, (await election.Calls(i => i.ClosesOn = Today.AddDays(9))).Code());
        Assert.Equal(CallElectionRefusal.NoSuchHour, (await election.Calls(i =>
        {
            // In New York clocks go from 2 to 3 on the second Sunday in March.
            (i.ClosesOn, i.ClosesAt) = (new DateOnly(2027, 3, 14), new TimeOnly(2, 30));
            i.From = new DateOnly(2027, 4, 1);
        })).Code());
        Assert.True((await election.Calls(i => i.ClosesOn = Today.AddDays(10))).IsDone);
        Assert.Equal(CallElectionRefusal.UnderWay, (await election.Calls()).Code());
        await using var db = _host.Trust.NewDb();
        Assert.Contains(
            await db.Set<OutboxMessage>().Select(m => m.Text).ToListAsync(),
            text => text.Contains("http://oak.test/elections/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ANomination_IsHeldToItsRules()
    {
        var election = await ElectionCase.Called(_host, members: 4);
        var stranger = await _host.NewPerson();
        Assert.Equal(SeatDirectorRefusal.NotOfTheClass, (await election.Nominates(0, i => i.Person = stranger)).Code());
        Assert.Equal(
            NominationRefusal.PersonUnknown,
            (await election.Nominates(0, i => i.Person = new(Guid.NewGuid()))).Code());
        Assert.Equal(NominationRefusal.NotAnElector, (await election.Nominates(0, i => i.Proposer = "Nobody")).Code());
        Assert.Equal(
            NominationRefusal.SupporterTwice, (await election.Nominates(0, i => i.Seconder = i.Proposer)).Code());
        Assert.Equal(
            NominationRefusal.SupporterTwice,
            (await election.Nominates(0, i => i.Proposer = election.Members[0].Name)).Code());
        var twin = await election.AddMember("Twin");
        await election.AddMember("Twin");
        Assert.Equal(
            NominationRefusal.ElectorUnclear, (await election.Nominates(0, i => i.Proposer = twin.Name)).Code());
        Assert.True((await election.Nominates(4, Proposed(election))).IsDone);
        Assert.Equal(NominationRefusal.NominatedAlready, (await election.Nominates(4, Proposed(election))).Code());
        Assert.Equal(NominationRefusal.NameTwice, (await election.Nominates(5)).Code());
        Assert.True((await election.Nominates(5, i => i.Name = "Mo Twin of Mill Street")).IsDone);
        var seated = await election.AddMember();
        Assert.True((await _host.Does((SeatDirector o) => o, new SeatDirectorInput
        {
            Person = seated.Person,
            Class = "general",
            From = Today,
            Note = "Minutes, item 1",
        })).IsDone);
        Assert.Equal(SeatDirectorRefusal.SitsAlready, (await election.Nominates(6)).Code());
    }

    [Fact]
    public async Task Nominations_HaveTheirHours()
    {
        var election = await ElectionCase.Called(_host, members: 3, change: i => i.OpensOn = Today.AddDays(2));
        Assert.Equal(NominationRefusal.NotTaken, (await election.Nominates(0)).Code());
        _host.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal(CloseNominationsRefusal.StillOpen, (await election.Closes()).Code());
        var closes = (await election.Stored()).NominationsUntil;
        _host.Clock.Pass(closes - _host.Trust.Now - TimeSpan.FromSeconds(1));
        Assert.True((await election.Nominates(0)).IsDone);
        _host.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(NominationRefusal.ReceivedLate, (await election.Nominates(1)).Code());
        Assert.Equal(NominationRefusal.NotTaken, (await election.Stands(election.Members[1].Actor)).Code());
    }

    [Fact]
    public async Task AMember_Stands_AndOthersProposeAndSecondHer()
    {
        var election = await ElectionCase.Called(_host, members: 4);
        var (ann, ben, cem) = (election.Members[0], election.Members[1], election.Members[2]);
        Assert.Equal(
            NominationRefusal.PersonUnknown, (await election.Stands(Intent.ActorWith(Role.Member))).Code());
        Assert.True((await election.Stands(ann.Actor)).IsDone);
        Assert.Equal(NominationRefusal.SupporterTwice, (await election.Supports(ann, ann.Actor)).Code());
        var outsider = new Actor("outsider", "Outsider", RoleTable.Of([Role.Member]), (await _host.NewPerson()).Value);
        Assert.Equal(NominationRefusal.YouDoNotVote, (await election.Supports(ann, outsider)).Code());
        Assert.True((await election.Supports(ann, ben.Actor)).IsDone);
        Assert.Equal(NominationRefusal.SupporterTwice, (await election.Supports(ann, ben.Actor)).Code());
        Assert.False(Assert.Single((await election.Stored()).Nominations).IsComplete);
        Assert.True((await election.Supports(ann, cem.Actor)).IsDone);
        Assert.True(Assert.Single((await election.Stored()).Nominations).IsComplete);
        Assert.Equal(
            NominationRefusal.SupportedAlready, (await election.Supports(ann, election.Members[3].Actor)).Code());
        Assert.Equal(CommonRefusal.NotFound, (await election.Withdraws(ann, ben.Actor)).Code());
        Assert.True((await election.Withdraws(ann, ann.Actor)).IsDone);
        Assert.Equal(NominationRefusal.Withdrawn, (await election.Withdraws(ann, ann.Actor)).Code());
        Assert.Equal(NominationRefusal.Withdrawn, (await election.Supports(ann, ben.Actor)).Code());
        Assert.True((await election.Stands(ann.Actor)).IsDone);
    }

    [Fact]
    public async Task Uncontested_TheyAreSeatedWithoutAPoll_AndTheVacancyIsNamed()
    {
        var election = await ElectionCase.Called(
            _host, members: 4, seats: 3, i => i.Until = i.From!.Value.AddYears(1).AddDays(-1));
        Assert.True((await election.Nominates(0)).IsDone);
        Assert.True((await election.Nominates(1)).IsDone);
        // Nobody supports the third.
        Assert.True((await election.Stands(election.Members[2].Actor)).IsDone);
        Assert.True((await election.ClosesInTime()).IsDone);
        var stored = await election.Stored();
        Assert.Equal((ElectionState.Declared, 1), (stored.State, stored.Vacant));
        var seated = await election.Seated();
        Assert.Equal(
            election.Members.Take(2).Select(m => m.Person).ToHashSet(), seated.Select(s => s.Term.Person).ToHashSet());
        Assert.All(seated, s => Assert.Equal(
            (SeatBasis.Elected, stored.From, stored.Until), (s.Term.Basis, s.Term.From, s.Term.Until)));
        Assert.Equal(ElectionRefusal.NotNow, (await election.CallsOff()).Code());
        Assert.Equal(ElectionRefusal.NotNow, (await election.Stands(election.Members[3].Actor)).Code());
        using var steward = await _host.SignInAsSteward();
        var page = await steward.Open($"/elections/{election.Id}");
        Assert.Contains("Seats left vacant: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nomination not complete", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contested_ThePaperIsDrawn_TheBallotElects_AndTheElectedAreSeated()
    {
        var ballot = await BallotCase.Begin(_host, voters: 3);
        var election = await ElectionCase.Called(_host, members: 4);
        for (var i = 0; i < 4; i++) Assert.True((await election.Nominates(i)).IsDone);
        Assert.Equal(CloseNominationsRefusal.LotMissing, (await election.ClosesInTime()).Code());
        Assert.True((await election.Closes("dice 4 2 6")).IsDone);
        var fixedPaper = await election.Stored();
        var drawn = Lot.FromSeed("dice 4 2 6", 4).Order.Select(i => election.Members[i].Name);
        Assert.Equal(drawn, fixedPaper.Nominations.OrderBy(n => n.Place).Select(n => n.Name));
        Assert.Equal(
            ElectionRefusal.NotNow, (await election.Withdraws(election.Members[0], election.Members[0].Actor)).Code());
        await Polls(ballot, election);
        Assert.Equal(CallOffElectionRefusal.BallotUnderWay, (await election.CallsOff()).Code());
        // All three rank the second on the paper first, then the fourth.
        foreach (var voter in ballot.Voters) Assert.True((await ballot.Casts(voter, null, 1, null, 2)).IsDone);
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares("dice 1 1 1")).IsDone);
        var declared = await election.Stored();
        Assert.Equal((ElectionState.Declared, 0), (declared.State, declared.Vacant));
        Assert.Equal([2, 4], declared.Nominations.Where(n => n.ElectedAs is not null).OrderBy(n => n.ElectedAs)
            .Select(n => n.Place!.Value));
        Assert.Equal(
            declared.Nominations.Where(n => n.Term is not null).Select(n => n.Person).ToHashSet(),
            (await election.Seated()).Select(s => s.Term.Person).ToHashSet());
    }

    [Fact]
    public async Task AClassOnly_VotesForItsSeats_InAlphabeticalOrder()
    {
        var ballot = await BallotCase.Begin(_host, voters: 1);
        var election = await ElectionCase.Called(
            _host, members: 3, seats: 1, i => (i.Order, i.Method) = (PaperOrder.Alphabet, ElectionMethod.Meek));
        Assert.True((await election.Nominates(0, i => i.Name = "zoe")).IsDone);
        Assert.True((await election.Nominates(1, i => i.Name = "Ada")).IsDone);
        Assert.True((await election.ClosesInTime()).IsDone);
        await Polls(ballot, election);
        var stored = await ballot.Stored();
        Assert.Equal(["Ada", "zoe"], stored.Choices.OrderBy(c => c.Number).Select(c => c.Name));
        Assert.Equal(("meek", "general", 1), (stored.Rule, stored.Classes, stored.Seats));
    }

    [Fact]
    public async Task WhoeverMayNotHoldTheSeatAnyMore_TakesNone_AndSeatsTakenMeanwhileAreSaid()
    {
        var election = await ElectionCase.Called(_host, members: 3, seats: 3);
        Assert.True((await election.Nominates(0)).IsDone);
        Assert.True((await election.Nominates(1)).IsDone);
        _host.Clock.Pass(TimeSpan.FromDays(1));
        var gone = (await _host.Asks<IMembers, MemberOnRoll?>(
            m => m.MemberOf(election.Members[1].Person, Today)))!;
        Assert.True((await _host.EndsMembership(await _host.Entry(gone.Id), Today)).IsDone);
        Assert.True((await election.ClosesInTime()).IsDone);
        var stored = await election.Stored();
        Assert.Equal(2, stored.Vacant);
        Assert.Null(stored.Nominations.Single(n => n.Person == election.Members[1].Person).Term);
        var second = await ElectionCase.Called(_host, members: 2, seats: 2, i => i.From = stored.From.AddDays(30));
        Assert.True((await second.Nominates(0, Proposed(election))).IsDone);
        Assert.True((await second.Nominates(1, Proposed(election))).IsDone);
        Assert.True((await _host.Does((SeatDirector o) => o, new SeatDirectorInput
        {
            Person = (await election.AddMember()).Person,
            Class = "general",
            Basis = SeatBasis.CoOpted,
            From = Today,
            Note = "Minutes, item 2",
        })).IsDone);
        Assert.Equal(ElectionRefusal.SeatsTaken, (await second.ClosesInTime()).Code());
    }

    [Fact]
    public async Task ItsPages_LeadFromTheCallToTheSeats()
    {
        var election = new ElectionCase(_host);
        for (var i = 0; i < 3; i++) await election.AddMember();
        using var steward = await _host.SignInAsSteward();
        var form = await steward.Open("/elections/call");
        var page = await form.Press("Call the election", new Dictionary<string, string>
        {
            ["Input.Title"] = "Seats of general members",
            ["Input.Class"] = "general",
        });
        Assert.Equal("Seats of general members", page.Heading);
        var ann = election.Members[0];
        using var member = await _host.SignInAs(Role.Member, ann.Person.Value);
        var stand = await member.Open(page.Address + "/stand");
        var stood = await stand.Press(
            "I stand, and take the seat if I am elected",
            new Dictionary<string, string> { ["Input.Statement"] = "I mend roofs." });
        Assert.Contains("I mend roofs.", stood.Text, StringComparison.Ordinal);
        using var other = await _host.SignInAs(Role.Member, election.Members[1].Person.Value);
        var proposed = await (await other.Open(page.Address)).Press($"Propose {ann.Name}", _none);
        Assert.Contains($"Proposed by {election.Members[1].Name}", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("Seats of general members", (await member.Open("/elections")).Text, StringComparison.Ordinal);
        var withdrawn = await (await member.Open(page.Address)).Press(
            $"Withdraw the nomination of {ann.Name}", _none);
        Assert.Contains("Withdrawn", withdrawn.Text, StringComparison.Ordinal);
        var off = await (await steward.Open(page.Address + "/call-off")).Press(
            "Call the election off",
            new Dictionary<string, string> { ["Input.Because"] = "Another day suits better." });
        Assert.Contains("Another day suits better.", off.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APaper_HoldsOnlySoMany()
    {
        var election = await ElectionCase.Called(_host, members: 101);
        foreach (var member in election.Members.Skip(1))
            Assert.True((await election.Stands(member.Actor)).IsDone);
        Assert.Equal(NominationRefusal.PaperFull, (await election.Nominates(0)).Code());
    }

    private static Action<NominateCandidateInput> Proposed(ElectionCase by) =>
        i => (i.Proposer, i.Seconder) = (by.Members[0].Name, by.Members[2].Name);

    private static async Task Polls(BallotCase ballot, ElectionCase election)
    {
        Assert.True((await ballot.Prepares(i => (i.SubjectKind, i.Subject) = ("election", election.Id.Value))).IsDone);
        await ballot.TakesShares();
        Assert.True((await ballot.Opens()).IsDone);
    }
}
