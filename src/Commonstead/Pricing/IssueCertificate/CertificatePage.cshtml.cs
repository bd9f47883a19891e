using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Series;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>The certificate as it prints on one page, and the form that issues it.</summary>
public sealed class CertificatePageModel(
    OperationRunner runner, IssueCertificate issue, Determinations determinations, Certificates certificates,
    IAreas areas, Acting acting) : PageModel
{
    // What one page holds beside the figure, the code and the signature.
    private const int MostFacts = 6;
    private const int MostSteps = 5;

    /// <summary>The form.</summary>
    [BindProperty]
    public IssueCertificateInput Input { get; set; } = new();

    /// <summary>The price.</summary>
    public DeterminationSummary Price { get; private set; } = null!;

    /// <summary>The lease it is for.</summary>
    public LeaseName Lease { get; private set; } = null!;

    /// <summary>The certificate, or null before it is issued.</summary>
    public PriceCertificate? Certificate { get; private set; }

    /// <summary>How its public page sees the price.</summary>
    public PublicPrice Public { get; private set; } = null!;

    /// <summary>The rule's title.</summary>
    public string RuleTitle { get; private set; } = "";

    /// <summary>The rule in a sentence.</summary>
    public string RuleSentence { get; private set; } = "";

    /// <summary>
    /// The amounts and rates it rests on and the last steps of the working: what each is called and what it came to.
    /// </summary>
    public IReadOnlyList<(string Name, string Value)> ShortWorking { get; private set; } = [];

    /// <summary>How many facts and steps have no place on the page.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The price, without empty decimals.</summary>
    public string Figure { get; private set; } = "";

    /// <summary>The QR code of the public page.</summary>
    public (string Path, int Size) Picture { get; private set; }

    /// <summary>The address of the public page.</summary>
    public string PublicAddress { get; private set; } = "";

    /// <summary>The day the price was computed.</summary>
    public DateOnly MadeOn { get; private set; }

    /// <summary>The day it was approved.</summary>
    public DateOnly ApprovedOn { get; private set; }

    /// <summary>True when the reader works for the trust.</summary>
    public bool IsStaff => acting.Actor.May(LeasePermission.SeeAll);

    /// <summary>
    /// True when the reader may issue it, or replace it; once the home is sold only to show the address no more.
    /// </summary>
    public bool MayIssue => acting.Actor.May(PricingPermission.Determine)
        && (Price.HoldsOn(acting.Today) || (Price.SoldOn is not null && Certificate is null or { ShowsAddress: true }));

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(DeterminationId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Issues it.</summary>
    public async Task<IActionResult> OnPostAsync(DeterminationId id)
    {
        Input.Determination = id;
        var outcome = await runner.Run(issue, Input, Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect($"/prices/{id}/certificate");
        return await Load(id) ? Page() : NotFound();
    }

    // Dates, areas and what is nought change no sum that a reader could follow on paper.
    private static bool Counts(RuleValue value) =>
        value.Kind is RuleKind.Money or RuleKind.Rate or RuleKind.Number or RuleKind.Whole && value.Number != 0;

    private async Task<bool> Load(DeterminationId id)
    {
        if (await determinations.Whole(id) is not { } whole) return false;
        Price = await determinations.Summary(whole);
        if (Price.ValidUntil is null) return false;
        Lease = (await determinations.LeaseOf(whole))!;
        Certificate = await certificates.Of(id);
        Input.ShowsAddress = Certificate?.ShowsAddress ?? false;
        var frozen = DeterminationFile.FromJson(whole.Content);
        RuleTitle = RuleHtml.TitleOf(frozen.RuleText);
        RuleSentence = RuleHtml.SummaryOf(frozen.RuleText);
        var currency = Currency.Parse(frozen.Currency);
        var named = await areas.Named(frozen.AreaCodes());
        var facts = frozen.Givens.Where(g => Counts(g.Value)).ToList();
        LeftOut = Math.Max(0, facts.Count - MostFacts) + Math.Max(0, frozen.Steps.Count - MostSteps);
        List<(string Name, RuleValue Value)> lines =
        [
            .. facts.Take(MostFacts)
                .Select(g => (FormulaWords.Heading(g.Label, g.Name), g.Value)),
            .. frozen.Steps.TakeLast(MostSteps).Select(s => (FormulaWords.Heading(s.Label, s.Name), s.Value)),
        ];
        var decimals = lines.Select(l => l.Value).DecimalsOf(currency);
        ShortWorking = lines.ConvertAll(l => (l.Name, l.Value.OnPaper(currency, named, decimals)));
        Figure = frozen.Steps[^1].Value.OnPaper(currency, named, frozen.Steps.TakeLast(1).Select(s => s.Value)
            .DecimalsOf(currency));
        MadeOn = Determinations.DayOf(whole.MadeAt, acting);
        ApprovedOn = Determinations.DayOf(whole.Decisions.First(d => d.Kind == DecisionKind.Approved).At, acting);
        if (Certificate is not { } certificate) return true;
        Public = (await certificates.ByCode(certificate.Code))!;
        PublicAddress = $"{Request.Scheme}://{Request.Host}/p/{certificate.Code}";
        Picture = QrPicture.Of(PublicAddress);
        return true;
    }
}
