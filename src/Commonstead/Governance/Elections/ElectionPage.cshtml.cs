using Commonstead.Ballots;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>An election: its seats, its candidates, and who was elected.</summary>
public sealed class ElectionPageModel(
    ElectionRegister elections, NominationRules rules, BodyNames bodies, IBallots ballots, IPeople people,
    CountBacks counts, BylawBook bylaws, OperationRunner runner,
    SupportNomination support, WithdrawNomination withdraw, Acting acting, IStringLocalizer<Words> words) : PageModel
{
    private IReadOnlyDictionary<string, string> _bodies = new Dictionary<string, string>();
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    /// <summary>The election.</summary>
    public Election Election { get; private set; } = null!;

    /// <summary>The candidates: as on the paper once it is fixed, else as they came in.</summary>
    public IReadOnlyList<Nomination> Candidates { get; private set; } = [];

    /// <summary>The ballots held on it.</summary>
    public IReadOnlyList<BallotOnSubject> Ballots { get; private set; } = [];

    /// <summary>Its seats that are vacant now.</summary>
    public int Vacant { get; private set; }

    /// <summary>True when the bylaws have such a seat filled by its papers, which there are.</summary>
    public bool CountsBack { get; private set; }

    /// <summary>The seats that its papers filled since it was declared.</summary>
    public IReadOnlyList<CountBackStory> CountBacks { get; private set; } = [];

    /// <summary>The bylaws by which they were filled.</summary>
    internal IReadOnlyDictionary<BylawsId, Bylaws> BylawsThen { get; private set; } =
        new Dictionary<BylawsId, Bylaws>();

    /// <summary>True for whoever votes in it.</summary>
    public bool IsElector { get; private set; }

    /// <summary>Whether the reader keeps elections.</summary>
    public bool Keeps => acting.Actor.May(GovernancePermission.Keep);

    /// <summary>How it stands.</summary>
    public Status Stands => ElectionListModel.Stands(Election.State, Election.NominationsUntil, acting.Now);

    /// <summary>True while nominations are taken.</summary>
    public bool TakesNominations => Election.TakesNominations(acting.Today, acting.Now);

    /// <summary>True when the closing hour has passed and nobody has closed nominations yet.</summary>
    public bool IsToBeClosed =>
        Keeps && Election.State is ElectionState.Nominations && acting.Now >= Election.NominationsUntil;

    /// <summary>True when it waits for a ballot that the reader can prepare.</summary>
    public bool IsToBePolled => Election.State is ElectionState.Poll && acting.Actor.May(BallotPermission.Run)
        && !Ballots.Any(b => !b.IsOver);

    /// <summary>True when it can be called off.</summary>
    public bool CanBeCalledOff => Keeps && Election.State is ElectionState.Nominations or ElectionState.Poll;

    /// <summary>True when the reader can stand.</summary>
    public bool CanStand => TakesNominations && acting.Actor.Person is { } own
        && !Candidates.Any(c => c.IsOpen && c.Person.Value == own);

    /// <summary>True when the reader can propose somebody.</summary>
    public bool CanPropose => TakesNominations && IsElector;

    /// <summary>True when a nomination on paper can be entered: also after the hour, if it came before.</summary>
    public bool CanEnter => Keeps && (TakesNominations || IsToBeClosed);

    /// <summary>Whose seats they are.</summary>
    public string ClassName => _bodies.GetValueOrDefault(Election.Class, Election.Class);

    /// <summary>Who elects.</summary>
    public string VotersName => _bodies.GetValueOrDefault(Election.Body, Election.Body);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(ElectionId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Proposes or seconds a candidate.</summary>
    public Task<IActionResult> OnPostSupportAsync(ElectionId id, NominationId nomination) =>
        Run(id, support, new SupportNominationInput { Election = id, Nomination = nomination });

    /// <summary>Withdraws a nomination.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(ElectionId id, NominationId nomination) =>
        Run(id, withdraw, new WithdrawNominationInput { Election = id, Nomination = nomination });

    /// <summary>Who proposed and seconded a candidate, or that somebody has still to.</summary>
    public string SupportOf(Nomination candidate) => candidate switch
    {
        { Proposer: { } first, Seconder: { } second } =>
            words["Proposed by {0}, seconded by {1}", NameOf(first), NameOf(second)],
        { Proposer: { } first } => words["Proposed by {0}; a seconder is missing", NameOf(first)],
        _ => words["A proposer and a seconder are missing"],
    };

    /// <summary>How a nomination came in on paper; null for one that was made online.</summary>
    public string? ReceiptOf(Nomination candidate) => candidate.EnteredAt is not { } entered || !Keeps ? null
        : words["Received on paper by {0} on {1}, entered on {2}", candidate.ReceivedBy, Local(candidate.At),
            Local(entered)].Value;

    /// <summary>True when the reader was proposed and has still to consent.</summary>
    public bool CanConsent(Nomination candidate) => TakesNominations && candidate.IsOpen
        && candidate.ConsentedOn is null && candidate.Person.Value == acting.Actor.Person;

    /// <summary>How a candidate stands.</summary>
    public Status? StandingOf(Nomination candidate) => candidate switch
    {
        { IsOpen: false } => new Status(StatusKind.Plain, "Withdrawn"),
        { ElectedAs: not null, DeclinedOn: not null } =>
            new Status(StatusKind.Overdue, "Elected, but did not take the seat"),
        { DeclinedWhy: SeatEnd.Ineligible } => new Status(StatusKind.Plain, "Passed over: not eligible"),
        { DeclinedOn: not null } => new Status(StatusKind.Plain, "Passed over: would not take the seat"),
        { ElectedAs: not null, Term: null } => new Status(StatusKind.Overdue, "Elected, but could not take the seat"),
        { ElectedAs: not null } when Election.CountedBack.Exists(c => c.Seated == candidate.Id) =>
            new Status(StatusKind.Done, "Elected by counting the papers again"),
        { ElectedAs: not null } => new Status(StatusKind.Done, "Elected"),
        _ when Election.State is ElectionState.Declared && candidate.Place is not null =>
            new Status(StatusKind.Plain, "Not elected"),
        { IsComplete: false } when Election.State is not ElectionState.Nominations =>
            new Status(StatusKind.Plain, "Nomination not complete"),
        { IsComplete: false } => new Status(StatusKind.Waiting, "Not complete"),
        _ => null,
    };

    /// <summary>True when the reader can propose or second a candidate.</summary>
    public bool CanSupport(Nomination candidate) => TakesNominations && IsElector && candidate.IsOpen
        && (candidate.Proposer is null || candidate.Seconder is null) && candidate.Person.Value != acting.Actor.Person
        && candidate.Proposer?.Value != acting.Actor.Person;

    /// <summary>True when the reader can withdraw a nomination.</summary>
    public bool CanWithdraw(Nomination candidate) => Election.State is ElectionState.Nominations && candidate.IsOpen
        && (Keeps || candidate.Person.Value == acting.Actor.Person);

    private string Local(DateTime instant) => instant.ToReader(acting.Profile.Zone, acting.Profile.Culture);

    private string NameOf(PersonId person) => _names.GetValueOrDefault(person, "");

    private async Task<IActionResult> Run<TInput>(
        ElectionId id, IOperation<TInput, ElectionId> operation, TInput input)
    {
        if (this.Accepts(await runner.Run(operation, input, Once.KeyOf(Request)))) return Redirect($"/elections/{id}");
        return await Load(id) ? Page() : NotFound();
    }

    private async Task<bool> Load(ElectionId id)
    {
        if (await elections.Election(id) is not { } election) return false;
        Election = election;
        _bodies = await bodies.All();
        Candidates = [.. election.Nominations.OrderBy(n => n.Place ?? int.MaxValue).ThenBy(n => n.ElectedAs)
            .ThenBy(n => n.At).ThenBy(n => n.Id.Value)];
        _names = await people.NamesOf(Candidates.SelectMany(c => new[] { c.Proposer, c.Seconder }));
        Ballots = await ballots.On(ElectionBallots.KindCode, id.Value);
        Vacant = await counts.Vacant(election);
        CountsBack = Vacant > 0 && await counts.IsByTheBylaws(election) && election.Nominations.Exists(
            n => n.Place is not null);
        CountBacks = CountBackStory.Of(election);
        if (CountBacks.Count > 0) BylawsThen = (await bylaws.Versions()).ToDictionary(b => b.Id);
        IsElector = acting.Actor.Person is { } own && await rules.IsElector(election, new PersonId(own));
        return true;
    }
}
