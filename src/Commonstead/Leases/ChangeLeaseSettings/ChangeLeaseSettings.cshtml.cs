using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Leases;

/// <summary>The form for the trust's deadlines under its leases.</summary>
public sealed class ChangeLeaseSettingsModel(
    OperationRunner runner, ChangeLeaseSettings operation, LeaseRegister leases) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ChangeLeaseSettingsInput Input { get; set; } = new();

    /// <summary>Shows what holds today.</summary>
    public async Task OnGetAsync()
    {
        var settings = await leases.Settings();
        Input = new ChangeLeaseSettingsInput
        {
            SeenVersion = settings.Version,
            PaymentCure = EnteredDeadline.Of(DeadlineText.Parse(settings.PaymentCure)),
            BreachCure = EnteredDeadline.Of(DeadlineText.Parse(settings.BreachCure)),
            LenderCure = EnteredDeadline.Of(DeadlineText.Parse(settings.LenderCure)),
            LenderOption = EnteredDeadline.Of(DeadlineText.Parse(settings.LenderOption)),
            HouseholdMonths = settings.HouseholdMonths,
        };
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        this.CanRead() && this.Accepts(await runner.Run(operation, Input)) ? Redirect("/leases") : Page();
}
