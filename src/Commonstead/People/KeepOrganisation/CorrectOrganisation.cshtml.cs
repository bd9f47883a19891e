using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>The form that corrects an organisation.</summary>
public sealed class CorrectOrganisationModel(OperationRunner runner, KeepOrganisation keep, PeopleRegister people)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public KeepOrganisationInput Input { get; set; } = new();

    /// <summary>Shows the entry to correct.</summary>
    public async Task<IActionResult> OnGetAsync(OrganisationId id)
    {
        if (await people.Organisation(id) is not { } organisation) return NotFound();
        Input = new KeepOrganisationInput
        {
            Organisation = id,
            Version = organisation.Version,
            Name = organisation.Name,
            Kind = organisation.Kind,
            RegistrationNumber = organisation.RegistrationNumber,
            Reach = organisation.Reach,
        };
        return Page();
    }

    /// <summary>Saves the correction.</summary>
    public async Task<IActionResult> OnPostAsync(OrganisationId id)
    {
        Input.Organisation = id;
        var outcome = await runner.Run(keep, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/people/organisations/{id}") : Page();
    }
}
