using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>The form for a new person.</summary>
public sealed class AddPersonModel(OperationRunner runner, AddPerson addPerson) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AddPersonInput Input { get; set; } = new();

    /// <summary>True once someone of that name was found.</summary>
    public bool AsksWhetherAnother { get; private set; }

    /// <summary>Adds the person.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(addPerson, Input, Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect($"/people/{outcome.Value}");
        AsksWhetherAnother = Input.IsAnother || outcome.Refusals.Any(r => r.Code is AddPersonRefusal.PerhapsKnown);
        return Page();
    }
}
