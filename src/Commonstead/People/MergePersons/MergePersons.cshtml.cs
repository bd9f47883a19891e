using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>Finds the entry to keep, and merges into it.</summary>
public sealed class MergePersonsModel(OperationRunner runner, MergePersons merge, PeopleRegister people) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public MergePersonsInput Input { get; set; } = new();

    /// <summary>The entry that gives way.</summary>
    public PersonId Id { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Entries to choose from.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <summary>Shows the search, and what it found.</summary>
    public async Task<IActionResult> OnGetAsync(PersonId id, string? who) => await Show(id, who) ? Page() : NotFound();

    /// <summary>Merges.</summary>
    public async Task<IActionResult> OnPostAsync(PersonId id, string? who)
    {
        if (!await Show(id, who)) return NotFound();
        if (!this.CanRead()) return Page();
        Input.Duplicate = id;
        var outcome = await runner.Run(merge, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/people/{Input.Kept}") : Page();
    }

    private async Task<bool> Show(PersonId id, string? who)
    {
        if (await people.Person(id) is not { MergedInto: null } person) return false;
        (Id, Name) = (id, person.Name);
        Found = await FoundPersons.By(people, who, id);
        return true;
    }
}
