using System.Globalization;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>Why somebody is not nominated, or a nomination not supported.</summary>
public enum NominationRefusal
{
    /// <summary>Nominations have their time.</summary>
    [Says("Nominations are not taken now: they are from {0} until they close.", Kind = RefusalKind.Conflict)]
    NotTaken,

    /// <summary>A candidate is a person whom the trust knows.</summary>
    [Says("The candidate must stand in the register of people.", Field = "Person")]
    PersonUnknown,

    /// <summary>Once is enough.</summary>
    [Says("This person is nominated already.", Kind = RefusalKind.Conflict, Field = "Person")]
    NominatedAlready,

    /// <summary>Two candidates of one name cannot be told apart.</summary>
    [Says("Another candidate stands on the paper as “{0}”. Enter a name that tells them apart.", Field = "Name")]
    NameTwice,

    /// <summary>A paper has to be readable.</summary>
    [Says("There are {0} candidates, which is the most that stand on a paper.", Kind = RefusalKind.Conflict)]
    PaperFull,

    /// <summary>Those who vote propose.</summary>
    [Says("“{0}” is no member who votes in this election. Enter the number in the register, or the whole name.")]
    NotAnElector,

    /// <summary>Only those who vote support a candidate.</summary>
    [Says("You do not vote in this election, so that you can propose and second nobody in it.",
        Kind = RefusalKind.NotAllowed)]
    YouDoNotVote,

    /// <summary>Nobody consents to what was not asked.</summary>
    [Says("Nobody has proposed you in this election.", Kind = RefusalKind.Conflict)]
    NotProposed,

    /// <summary>A number tells namesakes apart.</summary>
    [Says("Several members are called “{0}”. Enter the number in the register.")]
    ElectorUnclear,

    /// <summary>Three people stand behind a nomination.</summary>
    [Says("Candidate, proposer and seconder are three different people.", Field = "Seconder")]
    SupporterTwice,

    /// <summary>Two are enough.</summary>
    [Says("This nomination has a proposer and a seconder.", Kind = RefusalKind.Conflict)]
    SupportedAlready,

    /// <summary>Nobody is elected against their will.</summary>
    [Says("Have the candidate sign the nomination first, and confirm that it is at hand.", Field = "HasConsent")]
    ConsentMissing,

    /// <summary>Somebody has to be asked.</summary>
    [Says("This person has no e-mail address at which they could be asked. Hand the nomination in on paper, with their "
        + "signature.")]
    NotReached,

    /// <summary>Once is enough.</summary>
    [Says("You have consented to this nomination.", Kind = RefusalKind.Conflict)]
    ConsentedAlready,

    /// <summary>What came after the hour came too late, whoever enters it when.</summary>
    [Says("Nominations closed on {0}: what was received then or later is not taken.", Field = "ReceivedOn")]
    ReceivedLate,

    /// <summary>Nothing is received in advance.</summary>
    [Says("The time of receipt lies in the future.", Field = "ReceivedOn")]
    ReceivedInTheFuture,

    /// <summary>When clocks go forward an hour is left out.</summary>
    [Says("There is no {0} on that day: the clocks go forward.", Field = "ReceivedAt")]
    NoSuchHour,

    /// <summary>What is withdrawn stays so.</summary>
    [Says("This nomination was withdrawn.", Kind = RefusalKind.Conflict)]
    Withdrawn,
}

/// <summary>Somebody to be nominated.</summary>
/// <param name="Person">The candidate.</param>
/// <param name="Name">The name on the paper; empty for the name in the register.</param>
/// <param name="Statement">What the candidate says to the voters.</param>
internal sealed record NewCandidate(PersonId Person, string? Name, string? Statement)
{
    /// <summary>Who proposes them; null when somebody has still to.</summary>
    public PersonId? Proposer { get; init; }

    /// <summary>Who seconds them; null when somebody has still to.</summary>
    public PersonId? Seconder { get; init; }

    /// <summary>True when they consent; false when they are to be asked.</summary>
    public bool Consents { get; init; } = true;

    /// <summary>When and by whom the nomination was received on paper; null for one that is made online.</summary>
    public (DateTime At, string By)? Received { get; init; }
}

/// <summary>Who can stand in an election, and who can propose and second.</summary>
public sealed class NominationRules(
    TrustDb db, Acting acting, BylawBook bylaws, SeatRules seats, IPeople people, IMembers members,
    Electorate electorate)
{
    private const int MostCandidates = 100;

    /// <summary>Adds a nomination, when everything is as it should be.</summary>
    internal async Task<Outcome<Nomination>> Add(Election election, NewCandidate candidate)
    {
        var late = candidate.Received is { } received ? WhyNotReceived(election, received.At) : WhyNotNow(election);
        if (late is not null) return late;
        if (!await people.Exists(candidate.Person)) return NominationRefusal.PersonUnknown;
        var standing = election.Nominations.Where(n => n.IsOpen).ToList();
        if (standing.Exists(n => n.Person == candidate.Person)) return NominationRefusal.NominatedAlready;
        if (standing.Count >= MostCandidates) return new Refusal(NominationRefusal.PaperFull, MostCandidates);
        var shape = (await bylaws.On(election.From)).Board;
        if (shape.Seats.FirstOrDefault(s => s.Class == election.Class) is not { } place)
            return CallElectionRefusal.NoSuchSeats;
        if (await seats.WhyNot(candidate.Person, shape, place, election.From, acting.Today) is { } refusal)
            return refusal;
        if (AreTheSame(candidate.Person, candidate.Proposer, candidate.Seconder))
            return NominationRefusal.SupporterTwice;
        var name = string.IsNullOrWhiteSpace(candidate.Name)
            ? (await people.Names([candidate.Person])).GetValueOrDefault(candidate.Person, "") : candidate.Name.Trim();
        if (standing.Exists(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return new Refusal(NominationRefusal.NameTwice, name);
        var nomination = new Nomination
        {
            Election = election.Id,
            Person = candidate.Person,
            Name = name,
            Statement = candidate.Statement?.Trim() ?? "",
            At = candidate.Received?.At ?? acting.Now,
            ReceivedBy = candidate.Received?.By ?? "",
            EnteredAt = candidate.Received is null ? null : acting.Now,
            Proposer = candidate.Proposer,
            Seconder = candidate.Seconder,
            ConsentedOn = candidate.Consents ? acting.Today : null,
        };
        db.Add(nomination);
        return nomination;
    }

    /// <summary>Why nothing is nominated or supported now; null while it can be.</summary>
    internal Refusal? WhyNotNow(Election election) => election switch
    {
        { State: not ElectionState.Nominations } => new Refusal(ElectionRefusal.NotNow, election.State),
        _ when !election.TakesNominations(acting.Today, acting.Now) =>
            new Refusal(NominationRefusal.NotTaken, election.NominationsFrom),
        _ => null,
    };

    // What was received in time counts, although it is entered after the closing hour; as long as the paper is not
    // fixed.
    private Refusal? WhyNotReceived(Election election, DateTime at)
    {
        if (election.State is not ElectionState.Nominations)
            return new Refusal(ElectionRefusal.NotNow, election.State);
        if (at > acting.Now) return new Refusal(NominationRefusal.ReceivedInTheFuture);
        var zone = acting.Profile.Zone;
        if (at >= election.NominationsUntil)
        {
            return new Refusal(
                NominationRefusal.ReceivedLate, election.NominationsUntil.ToReader(zone, acting.Profile.Culture));
        }

        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone)) < election.NominationsFrom
            ? new Refusal(NominationRefusal.NotTaken, election.NominationsFrom) : null;
    }

    /// <summary>True when a person votes in an election today.</summary>
    internal Task<bool> IsElector(Election election, PersonId person) =>
        electorate.Has(election.Body, person, acting.Today);

    /// <summary>The elector whom a number in the register of members, or a whole name, stands for.</summary>
    internal async Task<Outcome<PersonId>> Elector(Election election, string field, string typed)
    {
        var text = typed.Trim();
        var roll = await members.RollOn(acting.Today, election.Voters.Length == 0 ? null : [election.Voters]);
        var found = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? roll.Where(m => m.Number == number)
            : roll.Where(m => m.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return found.Select(m => m.Person).Distinct().Take(2).ToList() switch
        {
            [var one] => one,
            [] => Refusal.At(field, NominationRefusal.NotAnElector, text),
            _ => Refusal.At(field, NominationRefusal.ElectorUnclear, text),
        };
    }

    /// <summary>True when two of those behind a nomination are one person.</summary>
    internal static bool AreTheSame(params PersonId?[] persons)
    {
        var known = persons.OfType<PersonId>().ToList();
        return known.Distinct().Count() < known.Count;
    }
}
