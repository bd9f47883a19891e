using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>The form for a new organisation.</summary>
public sealed class AddOrganisationModel(OperationRunner runner, KeepOrganisation keep) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public KeepOrganisationInput Input { get; set; } = new();

    /// <summary>Adds the organisation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Organisation, Input.Version) = (null, 0);
        var outcome = await runner.Run(keep, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/people/organisations/{outcome.Value}") : Page();
    }
}
