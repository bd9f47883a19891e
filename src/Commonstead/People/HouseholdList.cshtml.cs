using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>The register of households, with the form for a new one.</summary>
public sealed class HouseholdListModel(
    PeopleRegister people, OperationRunner runner, AddHousehold addHousehold, Acting acting) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public AddHouseholdInput Input { get; set; } = new();

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        return query.WantsCsv ? Households().Csv(Rows(), query) : await Show(query);
    }

    /// <summary>Adds a household.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await runner.Run(addHousehold, Input, Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect($"/people/households/{outcome.Value}");
        return await Show(ListingQuery.From(Request));
    }

    private async Task<IActionResult> Show(ListingQuery query)
    {
        Listing = await Households().Read(Rows(), query);
        return Page();
    }

    private IQueryable<Household> Rows() => people.Households.Include(h => h.Members);

    private Listing<Household> Households() => Listing<Household>.Of("Households", h => h.Id)
        .Column("Name", "name", h => h.Name, link: h => $"/people/households/{h.Id}")
        .Column("Members today", h => h.SizeOn(acting.Today))
        .SortedAtFirst("name")
        .Search();
}
