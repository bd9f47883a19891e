using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Resales;

/// <summary>The form for what a lease itself states of its resale.</summary>
public sealed class StateLeaseTermsModel(
    OperationRunner runner, StateLeaseTerms operation, ResaleBoard board, ILeases leases, Acting acting,
    IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public StateLeaseTermsInput Input { get; set; } = new();

    /// <summary>The lease.</summary>
    public LeaseTerms Lease { get; private set; } = null!;

    /// <summary>The trust's usual terms.</summary>
    public ResaleSettings Usual { get; private set; } = null!;

    /// <summary>How a dispute may be settled.</summary>
    public IEnumerable<SelectListItem> Settlements =>
    [
        new(words["The trust’s usual: {0}.", words[Usual.Dispute.ToReader()].Value], ""),
        .. Enum.GetValues<DisputeSettlement>().Select(d => new SelectListItem(words[d.ToReader()], d.ToString())),
    ];

    /// <summary>What the buyer may receive.</summary>
    public IEnumerable<SelectListItem> Instruments =>
    [
        new(words["The trust’s usual: {0}.", words[Usual.IssuesNewLease ? "A new lease" : "The seller’s lease"].Value],
            ""),
        new(words["A new lease"], "true"),
        new(words["The seller’s lease"], "false"),
    ];

    /// <summary>Shows what is recorded.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId lease)
    {
        if (!await Load(lease)) return NotFound();
        var terms = await board.TermsOf(lease) ?? new LeaseResaleTerms();
        var deadlines = terms.Deadlines();
        Input = new StateLeaseTermsInput
        {
            SeenVersion = terms.Version,
            Source = terms.Source,
            Deadlines =
            [
                .. StepPlan.Of(acting.Profile.Country).Select(s =>
                    new StatedDeadline
                    {
                        Kind = s.Kind,
                        Deadline = deadlines.GetValueOrDefault(s.Kind) is { } stated
                            ? EnteredDeadline.Of(DeadlineText.Parse(stated))
                            : new EnteredDeadline(),
                    }),
            ],
            CertificationMonths = terms.CertificationMonths,
            AppraisalMonths = terms.AppraisalMonths,
            DisputeDays = terms.DisputeDays,
            Dispute = terms.Dispute,
            MonthsToAnyBuyer = terms.MonthsToAnyBuyer,
            MonthsToPowerOfSale = terms.MonthsToPowerOfSale,
            IssuesNewLease = terms.IssuesNewLease,
        };
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(LeaseId lease)
    {
        if (!await Load(lease)) return NotFound();
        Input.Lease = lease;
        return this.CanRead() && this.Accepts(await runner.Run(operation, Input))
            ? Redirect($"/leases/{lease}")
            : Page();
    }

    private async Task<bool> Load(LeaseId id)
    {
        if (await leases.Terms(id) is not { } lease) return false;
        Lease = lease;
        Usual = await board.Settings();
        return true;
    }
}
