using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;

namespace Commonstead.Tests.Governance;

/// <summary>Seats of the board, their terms and vacancies.</summary>
public sealed class BoardTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    private DateOnly Today => _host.Trust.Today;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task SeatsAreTakenByTheirOwn_AsTheBylawsFillThem()
    {
        var stranger = await _host.NewPerson();
        Assert.Equal(SeatDirectorRefusal.NotOfTheClass, (await Seats(stranger, "general")).Code());
        Assert.Equal(SeatDirectorRefusal.FilledOtherwise, (await Seats(stranger, "public")).Code());
        Assert.Equal(
            SeatDirectorRefusal.FilledOtherwise,
            (await Seats(stranger, "general", i => i.Basis = SeatBasis.Appointed)).Code());
        Assert.Equal(SeatDirectorRefusal.NoSuchSeats, (await Seats(stranger, "farmers")).Code());
        Assert.Equal(SeatDirectorRefusal.PersonUnknown, (await Seats(default, "public")).Code());
        Assert.True((await Seats(stranger, "public", i => i.Basis = SeatBasis.Appointed)).IsDone);
        Assert.Equal(
            SeatDirectorRefusal.SitsAlready,
            (await Seats(stranger, "public", i => i.Basis = SeatBasis.Appointed)).Code());
        for (var i = 0; i < 3; i++) Assert.True((await Seats(await Member(), "general")).IsDone);
        Assert.Equal(SeatDirectorRefusal.NoSeatFree, (await Seats(await Member(), "general")).Code());
        Assert.Equal(SeatDirectorRefusal.TermNotUsable, (await Seats(
            await Member(), "general", i => i.Until = Today.AddYears(4))).Code());
    }

    [Fact]
    public async Task ASeatFallsVacant_AndIsFilledForTheRestOfTheTerm()
    {
        var term = (await Seats(await Member(), "general")).Value;
        var leaves = new EndDirectorshipInput { Term = term, On = Today.AddDays(-1), Why = SeatEnd.Resigned };
        Assert.Equal(EndDirectorshipRefusal.NotInTheTerm, (await Ends(leaves)).Code());
        leaves.On = Today;
        Assert.True((await Ends(leaves)).IsDone);
        Assert.Equal(EndDirectorshipRefusal.LeftAlready, (await Ends(leaves)).Code());
        Assert.Equal(3, await Vacant(Today.AddDays(1)));
        var until = Today.AddYears(1);
        Assert.True((await Seats(await Member(), "general", i =>
            (i.Basis, i.From, i.Until) = (SeatBasis.CoOpted, Today.AddDays(1), until))).IsDone);
        Assert.Equal(2, await Vacant(Today.AddDays(1)));
        Assert.Equal(3, await Vacant(until.AddDays(1)));
        _host.Clock.Pass(TimeSpan.FromDays(1));
        using var steward = await _host.SignInAsSteward();
        Assert.Contains("Resigned", (await steward.Open("/board")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TermsInARow_AreLimited_WhereTheBylawsSaySo()
    {
        var draft = (await _host.Does((DraftBylaws o) => o, new DraftBylawsInput())).Value;
        Assert.True((await _host.Does((SetBoardShape o) => o, new SetBoardShapeInput
        {
            Bylaws = draft,
            Version = 1,
            TermYears = 2,
            MostTerms = 2,
            ProxiesEach = 1,
            Seats = [new SeatsInput { Class = "general", Count = 3 }],
        })).IsDone);
        Assert.True((await _host.Does((PutBylawsInForce o) => o, new PutBylawsInForceInput
        {
            Bylaws = draft,
            Version = 2,
            From = Today.AddYears(-6),
        })).IsDone);
        var member = await _host.NewPerson();
        await _host.NewMember(member, i => i.JoinedOn = Today.AddYears(-5));
        Assert.True((await Seats(member, "general", i => i.From = Today.AddYears(-4))).IsDone);
        Assert.True((await Seats(member, "general", i => i.From = Today.AddYears(-2))).IsDone);
        Assert.Equal(SeatDirectorRefusal.TermsUsedUp, (await Seats(member, "general")).Code());
        Assert.True((await Seats(member, "general", i => i.From = Today.AddYears(1))).IsDone);
    }

    [Fact]
    public async Task WhoIsNoLongerOfTheClass_StandsOnTheBoardsPage_AndOnTheDesk()
    {
        var person = await _host.NewPerson();
        var member = await _host.NewMember(person);
        Assert.True((await Seats(person, "general")).IsDone);
        using var steward = await _host.SignInAsSteward();
        const string says = "does not vote with them any more";
        Assert.DoesNotContain(says, (await steward.Open("/board")).Text, StringComparison.Ordinal);
        _host.Clock.Pass(TimeSpan.FromDays(2));
        var ended = await _host.Does((EndMembership o) => o, new EndMembershipInput
        {
            Member = member,
            Version = 1,
            On = Today,
            Reason = MemberEnd.Resigned,
        });
        Assert.True(ended.IsDone);
        Assert.Contains(says, (await steward.Open("/board")).Text, StringComparison.Ordinal);
        Assert.Contains("no longer of the class", (await steward.Open("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereEveryClassMustBeThere_AMissingOneIsNamed()
    {
        var here = new List<PersonId>();
        for (var i = 0; i < 3; i++) here.Add(await Member());
        foreach (var person in here) Assert.True((await Seats(person, "general")).IsDone);
        for (var i = 0; i < 3; i++)
        {
            here.Add(await _host.NewPerson());
            Assert.True((await Seats(here[^1], "public", s => s.Basis = SeatBasis.Appointed)).IsDone);
        }

        var motion = (await _host.Brings("board-business")).Value;
        var meeting = new MeetingCase(_host);
        var id = await meeting.IsHeldByTheBoard(motion);
        foreach (var person in here)
        {
            Assert.True((await _host.Does((RecordArrival o) => o, new RecordArrivalInput
            {
                Meeting = id,
                Elector = person.Value,
            })).IsDone);
        }

        var refused = await _host.Does((DecideMotion o) => o, new DecideMotionInput
        {
            Meeting = id,
            Resolution = motion,
            For = 4,
            Against = 0,
        });
        Assert.Equal(HandCountRefusal.ClassMissing, refused.Code());
        Assert.Contains("easeholder", (string)refused.Refusals[0].Figures[0], StringComparison.Ordinal);
        using var steward = await _host.SignInAsSteward();
        Assert.Contains("nobody is there of", (await steward.Open($"/meetings/{id}/present")).Text,
            StringComparison.Ordinal);
    }

    private async Task<PersonId> Member()
    {
        var person = await _host.NewPerson();
        await _host.NewMember(person);
        return person;
    }

    private async Task<int> Vacant(DateOnly day) =>
        (await _host.Asks<BoardRegister, IReadOnlyList<SeatedClass>>(b => b.Seats(day)))
        .First(s => s.Seats.Class == "general").Vacant;

    private Task<Outcome<DirectorshipId>> Ends(EndDirectorshipInput input) =>
        _host.Does((EndDirectorship o) => o, input);

    private Task<Outcome<DirectorshipId>> Seats(
        PersonId person, string seat, Action<SeatDirectorInput>? change = null)
    {
        var input = new SeatDirectorInput { Person = person, Class = seat, From = Today, Note = "Minutes, item 1" };
        change?.Invoke(input);
        return _host.Does((SeatDirector o) => o, input);
    }
}
