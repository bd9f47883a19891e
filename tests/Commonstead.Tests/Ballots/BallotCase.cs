using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Accounts;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Ballots;

/// <summary>A ballot of a test with its officers and voters, from its preparation to its result.</summary>
internal sealed class BallotCase
{
    private readonly TrustHost _host;
    private readonly List<Actor> _voters = [];
    private readonly List<Actor> _officers = [];
    private readonly List<string> _shares = [];

    private BallotCase(TrustHost host) => _host = host;

    /// <summary>The ballot.</summary>
    public BallotId Id { get; private set; }

    /// <summary>Its returning officers, by the number of their shares.</summary>
    public IReadOnlyList<Actor> Officers => _officers;

    /// <summary>Members with an account.</summary>
    public IReadOnlyList<Actor> Voters => _voters;

    /// <summary>What the officers wrote down.</summary>
    public IReadOnlyList<string> Shares => _shares;

    /// <summary>A case with members and officers, before anything is prepared.</summary>
    /// <param name="host">The server.</param>
    /// <param name="voters">How many members.</param>
    /// <param name="first">The first officer, such as one who has signed in; null for a new account.</param>
    public static async Task<BallotCase> Begin(TrustHost host, int voters = 3, Actor? first = null)
    {
        await host.FoundTrusts();
        var made = new BallotCase(host);
        if (first is not null) made._officers.Add(first);
        while (made._officers.Count < 3) made._officers.Add(await made.NewOfficer());
        for (var i = 0; i < voters; i++) made._voters.Add(await made.NewVoter());
        return made;
    }

    /// <summary>An open ballot.</summary>
    public static async Task<BallotCase> Opened(
        TrustHost host, int voters = 3, Action<DraftBallotInput>? change = null)
    {
        var made = await Begin(host, voters);
        await made.Prepares(change);
        await made.TakesShares();
        Assert.True((await made.Opens()).IsDone);
        return made;
    }

    /// <summary>A member with an account.</summary>
    public async Task<Actor> NewVoter()
    {
        var person = (await _host.Does((AddPerson add) => add, new AddPersonInput
        {
            GivenName = "Ana",
            FamilyName = LeaseIntent.Unique("Diaz"),
            Email = LeaseIntent.Unique("voter") + "@example.org",
            IsAnother = true,
        })).Value;
        await _host.NewMember(person);
        return new Actor("voter-" + person, "Voter", RoleTable.Of([Role.Member]), person.Value);
    }

    /// <summary>Prepares the ballot; it opens now and closes in a day.</summary>
    public async Task<Outcome<BallotId>> Prepares(Action<DraftBallotInput>? change = null)
    {
        var zone = _host.Trust.Profile!.Zone;
        var now = TimeZoneInfo.ConvertTimeFromUtc(_host.Trust.Now, zone);
        var input = new DraftBallotInput
        {
            Title = LeaseIntent.Unique("Shall we buy the mill?"),
            Question = "The mill is for sale.",
            Threshold = Threshold.Majority.ToString(),
            OpensOn = DateOnly.FromDateTime(now),
            OpensAt = TimeOnly.FromDateTime(now),
            ClosesOn = DateOnly.FromDateTime(now).AddDays(1),
            ClosesAt = TimeOnly.FromDateTime(now),
            Officers = _officers.ConvertAll(o => o.Key),
            SharesNeeded = 2,
        };
        change?.Invoke(input);
        var outcome = await _host.Does((DraftBallot draft) => draft, input);
        if (outcome.IsDone) Id = outcome.Value;
        return outcome;
    }

    /// <summary>Every officer writes her share down and shows it.</summary>
    public async Task TakesShares()
    {
        _shares.Clear();
        for (var i = 0; i < _officers.Count; i++)
        {
            _shares.Add(ShownShare(i + 1));
            Assert.True((await Confirms(i, _shares[i])).IsDone);
        }
    }

    /// <summary>The share that an officer's page shows.</summary>
    public string ShownShare(int number) => ShareText.Of(
        Get<BoxKeys>().ShareOf(_host.Trust, Id, number, 2, _officers.Count));

    /// <summary>An officer shows that she has a share on paper.</summary>
    public Task<Outcome<BallotId>> Confirms(int officer, string share) => _host.Does(
        (ConfirmShare confirm) => confirm, new ConfirmShareInput { Ballot = Id, Share = share }, _officers[officer]);

    /// <summary>A steward opens the ballot.</summary>
    public Task<Outcome<OpenedBallot>> Opens() => _host.Does((OpenBallot open) => open, new OpenBallotInput(Id));

    /// <summary>A voter casts a paper.</summary>
    public async Task<Outcome<string>> Casts(Actor voter, params int?[] values) =>
        await _host.Asks<CastPaper, Outcome<string>>(
            async cast => await cast.Run(new CastPaperInput
            {
                Ballot = Id,
                Entry = await EntryOf(voter),
                Values = [.. values],
            }),
            voter);

    /// <summary>An officer marks that a voter's paper has come on paper.</summary>
    public async Task<Outcome<BallotId>> MarksPaper(int officer, Actor voter, bool isMistake = false) =>
        await _host.Does(
            (MarkPaperVoter mark) => mark,
            new MarkPaperVoterInput { Ballot = Id, Entry = await EntryOf(voter), IsMistake = isMistake },
            _officers[officer]);

    /// <summary>An officer reads a paper.</summary>
    public Task<Outcome<ReadPaper>> Reads(int officer, string? number, params int?[] values) => _host.Does(
        (EnterPaper enter) => enter,
        new EnterPaperInput { Ballot = Id, Number = number, Values = [.. values] }, _officers[officer]);

    /// <summary>An officer sets a paper aside.</summary>
    public Task<Outcome<ReadPaper>> SetsAside(int officer, string? number, PaperFate fate, string? reason) =>
        _host.Does(
            (EnterPaper enter) => enter,
            new EnterPaperInput { Ballot = Id, Number = number, Fate = fate, Reason = reason }, _officers[officer]);

    /// <summary>An officer settles a difference.</summary>
    public Task<Outcome<BallotId>> Settles(int officer, string number, PaperSettlement right) => _host.Does(
        (SettlePaper settle) => settle,
        new SettlePaperInput { Ballot = Id, Number = number, Right = right }, _officers[officer]);

    /// <summary>Two officers read a paper alike.</summary>
    public async Task<string> IsEntered(params int?[] values)
    {
        var number = (await Reads(0, null, values)).Value.Number;
        Assert.False((await Reads(1, number, values)).Value.Differs);
        return number;
    }

    /// <summary>An officer makes a code for a voter.</summary>
    public async Task<Outcome<IssuedCode>> Issues(int officer, Actor voter) => await _host.Does(
        (IssueVotingCode issue) => issue,
        new IssueVotingCodeInput { Ballot = Id, Entry = await EntryOf(voter) }, _officers[officer]);

    /// <summary>Somebody asks that voters are reminded.</summary>
    public Task<Outcome<BallotId>> Reminds() =>
        _host.Does((RemindVoters remind) => remind, new RemindVotersInput { Ballot = Id });

    /// <summary>The hour is looked at.</summary>
    public Task<int> Look() => Get<BallotHours>().Look(_host.Trust);

    /// <summary>The entry by which a voter votes; none for whoever is not on the roll.</summary>
    public async Task<RollEntryId> EntryOf(Actor voter) =>
        (await _host.Asks<BallotRegister, IReadOnlyList<OwnEntry>>(r => r.OwnEntries(Id), voter))
            .FirstOrDefault()?.Id ?? default;

    /// <summary>The closing hour comes.</summary>
    public void Closes() => _host.Clock.Pass(TimeSpan.FromDays(1));

    /// <summary>An officer gives a share to open the box.</summary>
    public Task<Outcome<UnsealedBox>> Gives(int officer, string? share = null) => _host.Does(
        (UnsealBox unseal) => unseal,
        new UnsealBoxInput { Ballot = Id, Share = share ?? _shares[officer] },
        _officers[officer]);

    /// <summary>Closes the ballot and opens the box with two shares.</summary>
    public async Task ClosesAndUnseals()
    {
        Closes();
        Assert.Equal(1, (await Gives(0)).Value.Missing);
        Assert.Equal(0, (await Gives(2)).Value.Missing);
    }

    /// <summary>A steward declares the result.</summary>
    public Task<Outcome<BallotId>> Declares(string? seed = null) => _host.Does(
        (DeclareBallot declare) => declare, new DeclareBallotInput { Ballot = Id, LotSeed = seed });

    /// <summary>A steward calls the ballot off.</summary>
    public Task<Outcome<BallotId>> CallsOff() => _host.Does(
        (CallOffBallot off) => off, new CallOffBallotInput { Ballot = Id, Because = "The mill was sold." });

    /// <summary>The ballot as it stands.</summary>
    public async Task<Ballot> Stored() => (await _host.Asks<BallotRegister, Ballot?>(r => r.Ballot(Id)))!;

    /// <summary>The published bundle.</summary>
    public async Task<BallotBundle> Bundle()
    {
        var ballot = await Stored();
        return BallotBundle.Read((await _host.Asks<BallotRegister, string?>(r => r.Bundle(ballot)))!);
    }

    /// <summary>Envelopes in the box.</summary>
    public async Task<int> Envelopes()
    {
        await using var db = _host.Trust.NewDb();
        return await db.Set<Envelope>().CountAsync(e => e.Ballot == Id);
    }

    private T Get<T>()
        where T : notnull => (T)_host.Services.GetService(typeof(T))!;

    private async Task<Actor> NewOfficer()
    {
        var email = LeaseIntent.Unique("officer") + "@example.org";
        await _host.OpenAccount(email);
        return AccountIntent.ActorOf(await _host.StoredAccount(email), Role.Board);
    }
}
