using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>The form that corrects a person's entry.</summary>
public sealed class CorrectPersonModel(OperationRunner runner, CorrectPerson correct, PeopleRegister people) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CorrectPersonInput Input { get; set; } = new();

    /// <summary>The name as it stands.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Shows the entry to correct.</summary>
    public async Task<IActionResult> OnGetAsync(PersonId id)
    {
        if (await people.Person(id) is not { MergedInto: null } person) return NotFound();
        Name = person.Name;
        Input = new CorrectPersonInput
        {
            Person = id,
            Version = person.Version,
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            AddressedAs = person.AddressedAs,
            BornOn = person.BornOn,
        };
        return Page();
    }

    /// <summary>Saves the correction.</summary>
    public async Task<IActionResult> OnPostAsync(PersonId id)
    {
        Input.Person = id;
        Name = (await people.Person(id))?.Name ?? "";
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(correct, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/people/{id}") : Page();
    }
}
