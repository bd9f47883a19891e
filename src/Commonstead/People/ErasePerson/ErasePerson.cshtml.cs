using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>Says what erasing does, and erases.</summary>
public sealed class ErasePersonModel(OperationRunner runner, ErasePerson erase, PeopleRegister people) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ErasePersonInput Input { get; set; } = new();

    /// <summary>The person's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Says what it does.</summary>
    public async Task<IActionResult> OnGetAsync(PersonId id) => await Show(id) ? Page() : NotFound();

    /// <summary>Erases.</summary>
    public async Task<IActionResult> OnPostAsync(PersonId id)
    {
        if (!await Show(id)) return NotFound();
        var outcome = await runner.Run(erase, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/people/{id}") : Page();
    }

    private async Task<bool> Show(PersonId id)
    {
        Input.Person = id;
        Name = (await people.Person(id))?.Name ?? "";
        return Name.Length > 0;
    }
}
