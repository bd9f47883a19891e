using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Ballots;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;

namespace Commonstead.Tests.Governance;

/// <summary>When somebody elected does not take the seat, or leaves it.</summary>
public sealed class CountBackTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task WhereTheBylawsHaveIt_ThePapersAreCountedAgain_AndWhoeverHoldsASeatKeepsIt()
    {
        await CountsBack();
        var election = await Declared();
        var elected = await Elected(election);
        Assert.Equal(CountBackRefusal.NoVacancy, (await Fills(election)).Code());
        var first = elected[0];
        Assert.True((await Declines(election, first.Id)).IsDone);
        Assert.Equal(DeclineSeatRefusal.DeclinedAlready, (await Declines(election, first.Id)).Code());
        var stored = await election.Stored();
        Assert.Equal(1, stored.Vacant);
        Assert.DoesNotContain(first.Person, (await election.Seated()).Select(s => s.Term.Person));
        using (var steward = await _host.SignInAsSteward())
        {
            var page = await steward.Open($"/elections/{election.Id}");
            Assert.Contains("Seats left vacant: 1", page.Text, StringComparison.Ordinal);
            Assert.Contains("Elected, but did not take the seat", page.Text, StringComparison.Ordinal);
            var form = await steward.Open($"/elections/{election.Id}/count-back");
            Assert.Contains("Seat Cem", form.Text, StringComparison.Ordinal);
        }

        Assert.True((await Fills(election)).IsDone);
        var filled = await election.Stored();
        var third = filled.Nominations.Single(n => n.Place == 3);
        Assert.Equal((3, 0), (third.ElectedAs, filled.Vacant));
        var seated = await election.Seated();
        Assert.Equal(
            new[] { elected[1].Person, third.Person }.ToHashSet(), seated.Select(s => s.Term.Person).ToHashSet());
        var term = seated.Single(s => s.Term.Person == third.Person).Term;
        Assert.Equal((SeatBasis.Elected, filled.From, filled.Until), (term.Basis, term.From, term.Until));
        Assert.Equal(CountBackRefusal.NoVacancy, (await Fills(election)).Code());
        var made = Assert.Single(filled.CountedBack);
        Assert.Equal((third.Id, first.Id, _host.Trust.Today), (made.Seated, made.InPlaceOf, made.VacantOn));
        await IsToldOnBothPages(election, first.Name);
    }

    // Who came in, in whose place, when, by which bylaws and by which count.
    private async Task IsToldOnBothPages(ElectionCase election, string gone)
    {
        using var steward = await _host.SignInAsSteward();
        var page = await steward.Open($"/elections/{election.Id}");
        Assert.Contains("Elected by counting the papers again", page.Text, StringComparison.Ordinal);
        Assert.Contains($"in place of {gone}", page.Text, StringComparison.Ordinal);
        var section = page.Document.QuerySelector("section[id^='count-back-']")!;
        Assert.NotNull(section.QuerySelector("a[href^='/bylaws/']"));
        Assert.Contains("Votes at every stage", section.TextContent, StringComparison.Ordinal);
        Assert.Contains($"The count without {gone}", section.TextContent, StringComparison.Ordinal);
        var ballot = await steward.Open(page.Document.QuerySelector("a[href^='/ballots/']")!.GetAttribute("href")!);
        Assert.Contains("Cem is seated from", ballot.Text, StringComparison.Ordinal);
        Assert.Contains($"in place of {gone}", ballot.Text, StringComparison.Ordinal);
        Assert.NotNull(ballot.Document.QuerySelector($"a[href$='#{section.Id}']"));
    }

    [Fact]
    public async Task BylawsThatCameAfterTheVacancy_DoNotFillIt()
    {
        var election = await Declared();
        var elected = await Elected(election);
        Assert.True((await Declines(election, elected[0].Id)).IsDone);
        Assert.Equal(CountBackRefusal.NotInBylaws, (await Fills(election)).Code());
        _host.Clock.Pass(TimeSpan.FromDays(1));
        await CountsBack();
        Assert.Equal(CountBackRefusal.NotInBylaws, (await Fills(election)).Code());
        using var steward = await _host.SignInAsSteward();
        Assert.Contains(
            "The board can co-opt somebody", (await steward.Open($"/elections/{election.Id}")).Text,
            StringComparison.Ordinal);
        // A seat that falls vacant under them is filled by them.
        Assert.True((await Declines(election, elected[1].Id)).IsDone);
        Assert.True((await Fills(election)).IsDone);
        var made = Assert.Single((await election.Stored()).CountedBack);
        Assert.Equal((elected[1].Id, _host.Trust.Today), (made.InPlaceOf, made.VacantOn));
        Assert.Equal(CountBackRefusal.NotInBylaws, (await Fills(election)).Code());
    }

    [Fact]
    public async Task WhoeverLeavesEarly_IsFollowedForTheRestOfTheTerm_ByWhoeverMayHoldTheSeat()
    {
        await CountsBack();
        var election = await Declared();
        var stored = await election.Stored();
        _host.Clock.Pass(stored.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(30) - _host.Trust.Now);
        var elected = await Elected(election);
        Assert.Equal(DeclineSeatRefusal.TermHasBegun, (await Declines(election, elected[0].Id)).Code());
        Assert.True((await _host.Does((EndDirectorship o) => o, new EndDirectorshipInput
        {
            Term = elected[0].Term!.Value,
            On = _host.Trust.Today,
            Why = SeatEnd.Died,
        })).IsDone);
        // The third of the paper would be next, but is no member any more.
        var third = stored.Nominations.Single(n => n.Place == 3);
        var gone = (await _host.Asks<IMembers, MemberOnRoll?>(m => m.MemberOf(third.Person, _host.Trust.Today)))!;
        Assert.True((await _host.EndsMembership(await _host.Entry(gone.Id), _host.Trust.Today)).IsDone);
        _host.Clock.Pass(TimeSpan.FromDays(1));
        Assert.True((await Fills(election)).IsDone);
        var filled = await election.Stored();
        var (passed, next) = (
            filled.Nominations.Single(n => n.Place == 3), filled.Nominations.Single(n => n.Place == 4));
        Assert.Equal((null, SeatEnd.Ineligible), (passed.ElectedAs, passed.DeclinedWhy));
        var seats = await _host.Asks<BoardRegister, IReadOnlyList<SeatedClass>>(b => b.Seats(_host.Trust.Today));
        var term = seats.First(s => s.Seats.Class == "general").Directors
            .Single(d => d.Term.Person == next.Person).Term;
        Assert.Equal((_host.Trust.Today, filled.Until), (term.From, term.Until));
    }

    [Fact]
    public async Task WhoeverDoesNotWantIt_IsPassedOver_UntilNobodyIsLeft()
    {
        await CountsBack();
        var election = await Declared();
        foreach (var one in (await Elected(election)).Concat((await election.Stored()).Nominations
            .Where(n => n.ElectedAs is null)))
        {
            Assert.True((await Declines(election, one.Id)).IsDone);
        }

        Assert.Equal(CountBackRefusal.NobodyLeft, (await Fills(election)).Code());
        Assert.Equal(DeclineSeatRefusal.NoCandidate, (await Declines(election, default)).Code());
    }

    [Fact]
    public async Task EqualCandidates_NeedALot_AndACoOptedDirectorHoldsTheSeat()
    {
        await CountsBack();
        var election = await Declared(firsts: 4, third: 1);
        var elected = await Elected(election);
        Assert.True((await Declines(election, elected[1].Id)).IsDone);
        Assert.Equal(CountBackRefusal.LotNeeded, (await Fills(election)).Code());
        Assert.True((await Fills(election, "dice 2 2 2")).IsDone);
        Assert.True((await Declines(election, elected[0].Id)).IsDone);
        for (var i = 0; i < 2; i++)
        {
            var director = await election.AddMember();
            var seated = await _host.Does((SeatDirector o) => o, new SeatDirectorInput
            {
                Person = director.Person,
                Class = "general",
                Basis = SeatBasis.CoOpted,
                From = (await election.Stored()).From,
                Note = "Minutes, item 4",
            });
            Assert.True(seated.IsDone);
        }

        Assert.Equal(CountBackRefusal.SeatHeld, (await Fills(election)).Code());
        var until = (await election.Stored()).Until;
        _host.Clock.Pass(until.AddDays(2).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - _host.Trust.Now);
        Assert.Equal(CountBackRefusal.TermOver, (await Fills(election)).Code());
    }

    [Fact]
    public async Task WithoutSuchABylaw_OrWithoutPapers_TheSeatIsVacant()
    {
        var election = await ElectionCase.Called(_host, members: 3, seats: 1);
        Assert.True((await election.Nominates(0)).IsDone);
        Assert.Equal(ElectionRefusal.NotNow, (await Fills(election)).Code());
        Assert.True((await election.ClosesInTime()).IsDone);
        var only = (await Elected(election)).Single();
        Assert.True((await Declines(election, only.Id)).IsDone);
        Assert.Equal(CountBackRefusal.NotInBylaws, (await Fills(election)).Code());
        using var steward = await _host.SignInAsSteward();
        Assert.Contains(
            "The board can co-opt somebody", (await steward.Open($"/elections/{election.Id}")).Text,
            StringComparison.Ordinal);
        await CountsBack();
        Assert.Equal(CountBackRefusal.NoPapers, (await Fills(election)).Code());
    }

    // Four stand for two seats, in the alphabet's order: as many rank Ann before Ben as Ben before Ann, some only Cem,
    // and one only Dan.
    private async Task<ElectionCase> Declared(int firsts = 3, int third = 2)
    {
        var ballot = await BallotCase.Begin(_host, voters: (2 * firsts) + third + 1);
        var election = await ElectionCase.Called(_host, members: 4, change: i => i.Order = PaperOrder.Alphabet);
        string[] names = ["Ann", "Ben", "Cem", "Dan"];
        for (var i = 0; i < 4; i++) Assert.True((await election.Nominates(i, n => n.Name = names[i])).IsDone);
        Assert.True((await election.ClosesInTime()).IsDone);
        Assert.True((await ballot.Prepares(i => (i.SubjectKind, i.Subject) = ("election", election.Id.Value))).IsDone);
        await ballot.TakesShares();
        Assert.True((await ballot.Opens()).IsDone);
        for (var i = 0; i < ballot.Voters.Count; i++)
        {
            int?[] marks = i < firsts ? [1, 2, null, null] : i < 2 * firsts ? [2, 1, null, null]
                : i < (2 * firsts) + third ? [null, null, 1, null] : [null, null, null, 1];
            Assert.True((await ballot.Casts(ballot.Voters[i], marks)).IsDone);
        }

        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares("dice 1 1 1")).IsDone);
        return election;
    }

    private static async Task<List<Nomination>> Elected(ElectionCase election) =>
        [.. (await election.Stored()).Nominations.Where(n => n.ElectedAs is not null).OrderBy(n => n.ElectedAs)];

    private Task<Outcome<ElectionId>> Fills(ElectionCase election, string? seed = null) => _host.Does(
        (CountBack o) => o, new CountBackInput { Election = election.Id, LotSeed = seed });

    private Task<Outcome<ElectionId>> Declines(ElectionCase election, NominationId nomination) => _host.Does(
        (DeclineSeat o) => o, new DeclineSeatInput
        {
            Election = election.Id,
            Nomination = nomination,
            Why = SeatEnd.Declined,
            Note = "A letter of the day",
        });

    private async Task CountsBack()
    {
        var draft = (await _host.Does((DraftBylaws o) => o, new DraftBylawsInput())).Value;
        var set = await _host.Does((SetBoardShape o) => o, new SetBoardShapeInput
        {
            Bylaws = draft,
            Version = 1,
            TermYears = 2,
            ProxiesEach = 1,
            CountsBack = true,
            Seats =
            [
                new SeatsInput { Class = "leaseholder", Count = 3, Filling = SeatFilling.ElectedByClass },
                new SeatsInput { Class = "general", Count = 3, Filling = SeatFilling.ElectedByClass },
            ],
        });
        Assert.True(set.IsDone, string.Join("; ", set.Refusals.Select(r => r.Code)));
        var force = await _host.Does((PutBylawsInForce o) => o, new PutBylawsInForceInput
        {
            Bylaws = draft,
            Version = 2,
            From = _host.Trust.Today,
        });
        Assert.True(force.IsDone, string.Join("; ", force.Refusals.Select(r => r.Code)));
    }
}
