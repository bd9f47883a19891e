using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.People;

/// <summary>One organisation and the persons who speak for it.</summary>
public sealed class OrganisationPageModel(
    PeopleRegister people, OperationRunner runner, NameContact nameContact, EndContact endContact) : PageModel
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    /// <summary>A person to name.</summary>
    [BindProperty]
    public NameContactInput Contact { get; set; } = new();

    /// <summary>A contact person to end.</summary>
    [BindProperty]
    public EndContactInput End { get; set; } = new();

    /// <summary>The organisation.</summary>
    internal Organisation Organisation { get; private set; } = null!;

    /// <summary>Who was found to be named.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <summary>Shows the organisation.</summary>
    public Task<IActionResult> OnGetAsync(OrganisationId id, string? who) => Show(id, who);

    /// <summary>Names a contact person.</summary>
    public async Task<IActionResult> OnPostContactAsync(OrganisationId id, string? who)
    {
        Contact.Organisation = id;
        if (!this.CanRead(nameof(Contact))) return await Show(id, who);
        var outcome = await runner.Run(nameContact, Contact, Once.KeyOf(Request));
        if (this.Accepts(outcome, nameof(Contact))) return Redirect($"/people/organisations/{id}");
        return await Show(id, who);
    }

    /// <summary>Ends a contact person.</summary>
    public async Task<IActionResult> OnPostEndAsync(OrganisationId id)
    {
        if (!this.CanRead(nameof(End))) return await Show(id, null);
        var outcome = await runner.Run(endContact, End);
        if (this.Accepts(outcome, nameof(End))) return Redirect($"/people/organisations/{id}");
        return await Show(id, null);
    }

    /// <summary>A person's name.</summary>
    public string NameOf(PersonId person) => _names.TryGetValue(person, out var name) ? name : person.ToString();

    private async Task<IActionResult> Show(OrganisationId id, string? who)
    {
        if (await people.Organisation(id) is not { } organisation) return NotFound();
        Organisation = organisation;
        Found = await FoundPersons.By(people, who);
        _names = await people.Names([.. organisation.Contacts.Select(c => c.Person).Distinct()]);
        return Page();
    }
}
