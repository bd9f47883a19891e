using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>One person.</summary>
public sealed class PersonPageModel(PeopleRegister people) : PageModel
{
    /// <summary>The person.</summary>
    internal Person Person { get; private set; } = null!;

    /// <summary>Shows them, or answers that there is nobody; a merged entry leads to the one that is kept.</summary>
    public async Task<IActionResult> OnGetAsync(PersonId id)
    {
        if (await people.Person(id) is not { } person) return NotFound();
        if (person.MergedInto is { } kept) return RedirectPermanent($"/people/{kept}");
        Person = person;
        return Page();
    }
}
