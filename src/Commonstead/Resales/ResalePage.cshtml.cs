using System.ComponentModel.DataAnnotations;
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
    IPrices prices, IPeople people, StepDocuments documents, Conflicts conflicts, Acting acting,
    IStringLocalizer<Words> words) : ResaleForm(board, leases)
{
    private readonly ResaleBoard _board = board;

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

    /// <summary>True for those who carry resales.</summary>
    public bool Works => acting.Actor.May(ResalePermission.Work);

    /// <summary>True for those who certify incomes, or answer for a closing that rests on it.</summary>
    public bool SeesIncome => acting.Actor.May(ResalePermission.Certify) || Confirms;

    /// <summary>True for those who work prices out.</summary>
    public bool Determines => acting.Actor.May(PricingPermission.Determine);

    /// <summary>True for those who confirm closings.</summary>
    public bool Confirms => acting.Actor.May(ResalePermission.ConfirmClosing);

    /// <summary>The step due next, or null.</summary>
    public ResaleStep? Next => !Resale.IsOpen ? null : Resale.Steps.Where(s => s.State == StepState.Open)
        .OrderBy(s => s.DueOn is null).ThenBy(s => s.DueOn).ThenBy(s => s.Kind).FirstOrDefault();

    /// <summary>How the trust's purchase option runs out, or null while nothing runs.</summary>
    public OptionClock? Option => OptionClock.Of(Resale, acting.Today);

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

    /// <summary>True when the reader may confirm a closing: another prepared it.</summary>
    public bool MayConfirm(Closing closing) =>
        Conflict is null && Confirms && closing.State == ClosingState.Prepared
        && closing.PreparedBy != acting.Actor.Key;

    /// <summary>True for a closing that is prepared, and for a price that is made: the next act is another's.
    /// </summary>
    public bool WaitsForSecondPerson(ResaleStep step) => step.Kind switch
    {
        StepKind.Closing => Closings.Any(c => c.State == ClosingState.Prepared),
        StepKind.Determination => Waiting is not null,
        _ => false,
    };

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
    public string HowPriceStands(IStringLocalizer words) => Price?.ValidUntil is { } until
        ? words["{0}, valid until {1}.", words[Price.State.ToReader()].Value, until.ToReader()]
        : words[Price?.State.ToReader() ?? ""];

    /// <summary>What setting a closing aside is called, as it stands.</summary>
    public static string SettingAside(Closing closing) =>
        closing.State == ClosingState.Prepared ? "Send it back" : "Void this closing";

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
        Story = (await _board.Story(Id)).ConvertAll(e => new StoryEntry(e.On, "", e.Said()) { Note = e.Note });
        return true;
    }
    private async Task LoadConflicts()
    {
        Interests = (await conflicts.Declarations(Id)).Count(i => i.WithdrawnOn is null);
        Conflict = (await conflicts.Of(Resale))?.Text(words);
    }
}
