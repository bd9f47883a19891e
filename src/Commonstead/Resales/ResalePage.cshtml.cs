using System.ComponentModel.DataAnnotations;
using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Commonstead.Resales;

/// <summary>One resale: what is due next, every step, the closing, and what happened.</summary>
public sealed class ResalePageModel(
    OperationRunner runner, ConfirmClosing confirm, SetAsideClosing setAside, ResaleBoard board, ILeases leases,
    IPrices prices, IPeople people, StepDocuments documents, Conflicts conflicts, IAccounts accounts, Acting acting,
    IStringLocalizer<Words> words) : ResaleForm(board, leases)
{
    private readonly ResaleBoard _board = board;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The closing that is decided on.</summary>
    [BindProperty]
    public ClosingId Closing { get; set; }

    /// <summary>Why a closing is set aside.</summary>
    [BindProperty, Display(Name = "Reason"), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    /// <summary>The price it sells under, or null.</summary>
    public DeterminationSummary? Price { get; private set; }

    /// <summary>The price worked out for this resale that a second person has not decided on, or null.</summary>
    public DeterminationSummary? Waiting { get; private set; }

    /// <summary>Its appraisals, the latest first.</summary>
    public IReadOnlyList<Appraisal> Appraisals { get; private set; } = [];

    /// <summary>The dispute about the appraisal it goes by, or null.</summary>
    public AppraisalDispute? Dispute { get; private set; }

    /// <summary>True while the owner may dispute the appraisal: there is one, and no approved price yet.</summary>
    public bool MayBeDisputed => Resale is { IsOpen: true, Appraisal: not null, Determination: null };

    /// <summary>The buyer's certification, or null.</summary>
    public Certification? Certification { get; private set; }

    /// <summary>Who buys.</summary>
    public IEnumerable<string> BuyerNames { get; private set; } = [];

    /// <summary>Its closings.</summary>
    public IReadOnlyList<Closing> Closings { get; private set; } = [];

    /// <summary>The documents of its steps that the reader may see.</summary>
    public ILookup<ResaleStepId, Document> Documents { get; private set; } =
        Array.Empty<Document>().ToLookup(_ => default(ResaleStepId));

    /// <summary>What happened.</summary>
    public IReadOnlyList<StoryEntry> Story { get; private set; } = [];

    /// <summary>How many declared interests stand.</summary>
    public int Interests { get; private set; }

    /// <summary>Why the reader may decide nothing here, or null.</summary>
    public string? Conflict { get; private set; }

    /// <summary>True for those who see every resale; a leaseholder sees her own without the buyer's affairs.</summary>
    public bool SeesAll => acting.Actor.May(ResalePermission.SeeAll);

    /// <summary>True for those who carry this resale.</summary>
    public bool Works => Conflict is null && acting.Actor.May(ResalePermission.Work);

    /// <summary>True for those who certify incomes, or answer for a closing that rests on it.</summary>
    public bool SeesIncome => acting.Actor.May(ResalePermission.Certify)
        || acting.Actor.May(ResalePermission.ConfirmClosing);

    /// <summary>True for those who work prices out.</summary>
    public bool Determines => Conflict is null && acting.Actor.May(PricingPermission.Determine);

    /// <summary>True for those who confirm closings.</summary>
    public bool Confirms => Conflict is null && acting.Actor.May(ResalePermission.ConfirmClosing);

    /// <summary>The step due next, or null.</summary>
    public ResaleStep? Next => StepPlan.Next(Resale.State, Resale.Steps);

    /// <summary>How the trust's purchase option runs out, or null while nothing runs.</summary>
    public OptionClock? Option => OptionClock.Of(Resale, acting.Today);

    /// <summary>True once the trust may sell for the owner.</summary>
    public bool MayTrustSell => Resale.IsOpen && Resale.PowerOfSaleFrom <= acting.Today;

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAll() ? Page() : NotFound();

    /// <summary>Confirms a closing.</summary>
    public async Task<IActionResult> OnPostConfirmAsync() => await Decided(
        this.Accepts(await runner.Run(confirm,
            new ConfirmClosingInput { Closing = Closing, SeenVersion = SeenVersion }), ""));

    /// <summary>Sends a closing back, or voids it.</summary>
    public async Task<IActionResult> OnPostSetAsideAsync()
    {
        var input = new SetAsideClosingInput { Closing = Closing, SeenVersion = SeenVersion, Reason = Reason ?? "" };
        return await Decided(this.Accepts(await runner.Run(setAside, input), ""));
    }

    /// <summary>The price's last day, when a closing waits and the day has passed since; else null.</summary>
    public DateOnly? ExpiredSince(Closing closing) =>
        closing.State == ClosingState.Prepared && Price?.ValidUntil < acting.Today ? Price.ValidUntil : null;

    /// <summary>True when the reader may confirm a closing: another prepared it.</summary>
    public bool MayConfirm(Closing closing) =>
        Confirms && closing.State == ClosingState.Prepared
        && closing.PreparedBy != acting.Actor.Key;

    /// <summary>True for a closing that is prepared, and for a price that is made: the next act is another's.
    /// </summary>
    public bool WaitsForSecondPerson(ResaleStep step) => step.Kind switch
    {
        StepKind.Closing => Closings.Any(c => c.State == ClosingState.Prepared),
        StepKind.Determination => Waiting is not null,
        _ => false,
    };

    /// <summary>Who is awaited for a step that is open; who did it else.</summary>
    public StepOwner By(ResaleStep step) => step.State == StepState.Open && Resale.IsOpen
        ? AwaitedStep.Whom(step.Kind, step.Owner, WaitsForSecondPerson(step)) : step.Owner;

    /// <summary>Where a step is done, by those who carry resales.</summary>
    public string? LinkOf(ResaleStep step) => step.PlaceOfWork(Resale);

    /// <summary>False for what counted from an option that has lapsed: the owner then has the time article 10 gives.
    /// </summary>
    public bool DeadlineRuns(ResaleStep step) =>
        Resale.Option != OptionState.Lapsed || StepPlan.Of(step.Kind).From != ResaleMilestone.Option;

    /// <summary>How a step stands, in a word.</summary>
    public string Stands(ResaleStep step) => step.State != StepState.Open
        ? step.State.ToReader()
        : step.IsOverdue(acting.Today) ? "Overdue" : "To do";

    /// <summary>The colour of how a step stands; the trust's own lapsing option warns loudest.</summary>
    public StatusKind KindOf(ResaleStep step) => step.State switch
    {
        StepState.Done => StatusKind.Done,
        StepState.NotNeeded => StatusKind.Plain,
        _ when step.Kind == StepKind.Option && Option is { Warns: true } => StatusKind.Alarm,
        _ when step.IsOverdue(acting.Today) => StatusKind.Overdue,
        _ when step.DueOn <= acting.Today.AddDays(7) => StatusKind.Due,
        _ => StatusKind.Waiting,
    };

    /// <summary>How the price stands and until when it holds.</summary>
    public string HowPriceStands(IStringLocalizer words) => Price?.SoldOn is not null
        ? words["{0}; the home was sold under it.", words[Price.State.ToReader()].Value]
        : Price?.ValidUntil is { } until
        ? words["{0}, valid until {1}.", words[Price.State.ToReader()].Value, until.ToReader()]
        : words[Price?.State.ToReader() ?? ""];

    /// <summary>Who prepared a closing and what became of it, when and why; names and reasons are for staff.</summary>
    public IEnumerable<string> ToldOf(Closing closing, IStringLocalizer words)
    {
        yield return Told(words, "Prepared on {0} by {1}.", "Prepared on {0}.", closing.PreparedAt, closing.PreparedBy);
        foreach (var decision in closing.Decisions.OrderBy(d => d.At))
        {
            var said = decision.Kind switch
            {
                ClosingDecisionKind.Confirmed =>
                    Told(words, "Confirmed on {0} by {1}.", "Confirmed on {0}.", decision.At, decision.By),
                ClosingDecisionKind.SentBack =>
                    Told(words, "Sent back on {0} by {1}.", "Sent back on {0}.", decision.At, decision.By),
                _ => Told(words, "Voided on {0} by {1}.", "Voided on {0}.", decision.At, decision.By),
            };
            yield return SeesAll && decision.Reason.Length > 0
                ? $"{said} {words["Reason: {0}", decision.Reason]}"
                : said;
        }
    }

    /// <summary>What setting a closing aside is called, as it stands.</summary>
    public static string SettingAside(Closing closing) =>
        closing.State == ClosingState.Prepared ? "Send it back" : "Void this closing";

    private string Told(IStringLocalizer words, string byWhom, string when, DateTime at, string by)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, acting.Profile.Zone)).ToReader();
        return _names.TryGetValue(by, out var name) ? words[byWhom, day, name] : words[when, day];
    }

    private async Task<IActionResult> Decided(bool done)
    {
        if (done) return Redirect($"/resales/{Id}");
        return await LoadAll() ? Page() : NotFound();
    }

    private async Task<bool> LoadAll()
    {
        if (!await Load()) return false;
        Price = Resale.Determination is { } id ? await prices.Determination(id) : null;
        if (Resale.IsOpen && SeesAll)
        {
            Waiting = (await prices.OfLease(Resale.Lease)).FirstOrDefault(p =>
                p.State == DeterminationState.Made && p.AsOf >= Resale.NoticeOn);
        }

        Appraisals = await _board.Appraisals(Id);
        Dispute = Resale.Appraisal is { } disputed ? await _board.DisputeOf(disputed) : null;
        Certification = await _board.Certification(Resale.Certification);
        BuyerNames = (await people.Names([.. Resale.Buyers.Select(b => b.Person)])).Values;
        Closings = await _board.Closings(Id);
        Documents = await documents.Of(Resale);
        if (SeesAll) await LoadConflicts();
        if (SeesAll && Closings.Count > 0)
        {
            _names = await accounts.Names(
                [.. Closings.SelectMany(c => c.Decisions.Select(d => d.By).Append(c.PreparedBy)).Distinct()]);
        }

        Story = (await _board.Story(Id)).ConvertAll(e => new StoryEntry(e.On, "", e.Said()) { Note = e.Note });
        return true;
    }
    private async Task LoadConflicts()
    {
        Interests = (await conflicts.Declarations(Id)).Count(i => i.WithdrawnOn is null);
        Conflict = (await conflicts.Of(Resale))?.Text(words);
    }
}
