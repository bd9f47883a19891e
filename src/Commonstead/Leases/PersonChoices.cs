using Commonstead.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The people a form offers to choose from.</summary>
public sealed class PersonChoices(IPeople people)
{
    private const int Most = 200;

    /// <summary>Everyone in the register by name, or null when they are too many for a list or none.</summary>
    public async Task<IReadOnlyList<SelectListItem>?> All()
    {
        var found = await people.Find("", Most + 1);
        return found.Count is 0 or > Most
            ? null
            : [.. found.Select(p => new SelectListItem(Named(p), p.Id.ToString()))];
    }

    private static string Named(PersonMatch person) =>
        person.Known.Length == 0 ? person.Name : $"{person.Name} ({person.Known})";
}
