using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.People;

/// <summary>The register of organisations.</summary>
public sealed class OrganisationListModel(PeopleRegister people) : PageModel
{
    private static readonly Listing<Organisation> _organisations = Listing<Organisation>.Of("Organizations", o => o.Id)
        .Column("Name", "name", o => o.Name, link: o => $"/people/organisations/{o.Id}")
        .Column("Kind", "kind", o => o.Kind)
        .Column("Registration number", o => o.RegistrationNumber)
        .SortedAtFirst("name")
        .Filter("Kind", "is", Kinds(), (organisations, kind) =>
        {
            var wanted = Enum.Parse<OrganisationKind>(kind);
            return organisations.Where(o => o.Kind == wanted);
        })
        .Search();

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _organisations.Csv(people.Organisations, query);
        Listing = await _organisations.Read(people.Organisations, query);
        return Page();
    }

    private static IEnumerable<SelectListItem> Kinds() =>
        Enum.GetValues<OrganisationKind>().Select(kind => new SelectListItem(kind.ToReader(), kind.ToString()));
}
