using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Resales;

/// <summary>The form for the trust's deadlines and customs.</summary>
public sealed class ChangeSettingsModel(OperationRunner runner, ChangeSettings operation, ResaleBoard board,
    Acting acting)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ChangeSettingsInput Input { get; set; } = new();

    /// <summary>Shows what holds today.</summary>
    public async Task OnGetAsync()
    {
        var settings = await board.Settings();
        Input = new ChangeSettingsInput
        {
            SeenVersion = settings.Version,
            Deadlines =
            [
                .. StepPlan.Of(acting.Profile.Country).Select(s =>
                    new StepDeadline { Kind = s.Kind, Deadline = EnteredDeadline.Of(settings.DeadlineOf(s.Kind)) }),
            ],
            CertificationMonths = settings.CertificationMonths,
            AppraisalMonths = settings.AppraisalMonths,
            DisputeDays = settings.DisputeDays,
            Dispute = settings.Dispute,
            MonthsToAnyBuyer = settings.MonthsToAnyBuyer,
            MonthsToPowerOfSale = settings.MonthsToPowerOfSale,
            IssuesNewLease = settings.IssuesNewLease,
        };
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        this.CanRead() && this.Accepts(await runner.Run(operation, Input)) ? Redirect("/resales") : Page();
}
