using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Commonstead.Tests.People;

namespace Commonstead.Tests.Governance;

/// <summary>An election of a test to the seats of general members, from its notice to its result.</summary>
internal sealed class ElectionCase(TrustHost host)
{
    /// <summary>Days from the notice to the closing hour.</summary>
    public const int Days = 20;

    private readonly List<Elected> _members = [];

    /// <summary>The election.</summary>
    public ElectionId Id { get; private set; }

    /// <summary>Members who can stand, propose and vote.</summary>
    public IReadOnlyList<Elected> Members => _members;

    /// <summary>An election to some seats that takes nominations.</summary>
    public static async Task<ElectionCase> Called(
        TrustHost host, int members, int seats = 2, Action<CallElectionInput>? change = null)
    {
        await host.FoundTrusts();
        var made = new ElectionCase(host);
        for (var i = 0; i < members; i++) await made.AddMember();
        var called = await made.Calls(i =>
        {
            i.Seats = seats;
            change?.Invoke(i);
        });
        Assert.True(called.IsDone, string.Join("; ", called.Refusals.Select(r => r.Code)));
        made.Id = called.Value;
        return made;
    }

    /// <summary>Another member of the class.</summary>
    public async Task<Elected> AddMember(string? name = null)
    {
        var family = name ?? LeaseIntent.Unique("Member");
        var person = await host.AddPerson(
            "Mo", family, p => (p.Email, p.IsAnother) = (LeaseIntent.Unique("mo") + "@example.org", true));
        await host.NewMember(person);
        var member = new Elected(person, $"Mo {family}");
        _members.Add(member);
        return member;
    }

    /// <summary>Calls an election to the general members' seats.</summary>
    public Task<Outcome<ElectionId>> Calls(Action<CallElectionInput>? change = null)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(host.Trust.Now, host.Trust.Profile!.Zone);
        var input = new CallElectionInput
        {
            Title = LeaseIntent.Unique("General members’ seats"),
            Class = "general",
            Seats = 2,
            OpensOn = host.Trust.Today,
            ClosesOn = host.Trust.Today.AddDays(Days),
            ClosesAt = TimeOnly.FromDateTime(local),
            From = host.Trust.Today.AddDays(60),
            Site = "http://oak.test",
        };
        change?.Invoke(input);
        return host.Does((CallElection o) => o, input);
    }

    /// <summary>A steward enters somebody's nomination; the two members after them support it.</summary>
    public Task<Outcome<ElectionId>> Nominates(int member, Action<NominateCandidateInput>? change = null)
    {
        var input = new NominateCandidateInput
        {
            Election = Id,
            Person = _members[member].Person,
            Proposer = _members[(member + 1) % _members.Count].Name,
            Seconder = _members[(member + 2) % _members.Count].Name,
            Statement = "I mend roofs.",
            HasConsent = true,
            ReceivedBy = "The office",
        };
        Receives(input, host.Trust.Now);
        change?.Invoke(input);
        return host.Does((NominateCandidate o) => o, input);
    }

    /// <summary>Says when a nomination on paper was received.</summary>
    public void Receives(NominateCandidateInput input, DateTime at)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, host.Trust.Profile!.Zone);
        (input.ReceivedOn, input.ReceivedAt) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>A member proposes another.</summary>
    public Task<Outcome<ElectionId>> Proposes(
        Elected candidate, Actor by, Action<ProposeCandidateInput>? change = null)
    {
        var input = new ProposeCandidateInput { Election = Id, Candidate = candidate.Name };
        change?.Invoke(input);
        return host.Does((ProposeCandidate o) => o, input, by);
    }

    /// <summary>Whoever was proposed consents.</summary>
    public Task<Outcome<ElectionId>> Consents(Actor by) => host.Does(
        (ConsentToNomination o) => o,
        new ConsentToNominationInput { Election = Id, Statement = "I count well." }, by);

    /// <summary>A member stands herself.</summary>
    public Task<Outcome<ElectionId>> Stands(Actor member, Action<StandForElectionInput>? change = null)
    {
        var input = new StandForElectionInput { Election = Id };
        change?.Invoke(input);
        return host.Does((StandForElection o) => o, input, member);
    }

    /// <summary>Somebody proposes or seconds a candidate.</summary>
    public async Task<Outcome<ElectionId>> Supports(Elected candidate, Actor by) => await host.Does(
        (SupportNomination o) => o,
        new SupportNominationInput { Election = Id, Nomination = await NominationOf(candidate) }, by);

    /// <summary>Somebody withdraws a nomination.</summary>
    public async Task<Outcome<ElectionId>> Withdraws(Elected candidate, Actor by) => await host.Does(
        (WithdrawNomination o) => o,
        new WithdrawNominationInput { Election = Id, Nomination = await NominationOf(candidate) }, by);

    /// <summary>The closing hour comes, and nominations are closed.</summary>
    public Task<Outcome<ElectionId>> ClosesInTime(string? seed = null)
    {
        host.Clock.Pass(TimeSpan.FromDays(Days));
        return Closes(seed);
    }

    /// <summary>Nominations are closed.</summary>
    public Task<Outcome<ElectionId>> Closes(string? seed = null) => host.Does(
        (CloseNominations o) => o, new CloseNominationsInput { Election = Id, LotSeed = seed });

    /// <summary>The election is called off.</summary>
    public Task<Outcome<ElectionId>> CallsOff() => host.Does(
        (CallOffElection o) => o, new CallOffElectionInput { Election = Id, Because = "The hall burnt down." });

    /// <summary>The election as it stands.</summary>
    public async Task<Election> Stored() =>
        (await host.Asks<ElectionRegister, Election?>(r => r.Election(Id)))!;

    /// <summary>The terms that run on the first day of the new ones.</summary>
    public async Task<IReadOnlyList<SeatedDirector>> Seated()
    {
        var from = (await Stored()).From;
        return (await host.Asks<BoardRegister, IReadOnlyList<SeatedClass>>(b => b.Seats(from)))
            .First(s => s.Seats.Class == "general").Directors;
    }

    private async Task<NominationId> NominationOf(Elected candidate) =>
        (await Stored()).Nominations.FindLast(n => n.Person == candidate.Person)?.Id ?? default;
}

/// <summary>A member who can stand.</summary>
/// <param name="Person">In the register of people.</param>
/// <param name="Name">What they are called.</param>
internal sealed record Elected(PersonId Person, string Name)
{
    /// <summary>The member, signed in.</summary>
    public Actor Actor { get; } = new("member-" + Person, Name, RoleTable.Of([Role.Member]), Person.Value);
}
