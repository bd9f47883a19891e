using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.People;

/// <summary>One household: who belongs to it, and how many did on a date.</summary>
public sealed class HouseholdPageModel(
    PeopleRegister people, OperationRunner runner, JoinHousehold join, LeaveHousehold leave, Acting acting) : PageModel
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    /// <summary>Who joins.</summary>
    [BindProperty]
    public JoinHouseholdInput Join { get; set; } = new();

    /// <summary>Who leaves.</summary>
    [BindProperty]
    public LeaveHouseholdInput Leave { get; set; } = new();

    /// <summary>The household.</summary>
    internal Household Household { get; private set; } = null!;

    /// <summary>The date whose size is shown.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who was found to join.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <summary>The members who may leave.</summary>
    public IReadOnlyList<SelectListItem> Leaving { get; private set; } = [];

    /// <summary>Shows the household on a date; today when none is given.</summary>
    public Task<IActionResult> OnGetAsync(HouseholdId id, DateOnly? on, string? who) => Show(id, on, who);

    /// <summary>Somebody joins.</summary>
    public async Task<IActionResult> OnPostJoinAsync(HouseholdId id, string? who)
    {
        Join.Household = id;
        if (!this.CanRead(nameof(Join))) return await Show(id, null, who);
        var outcome = await runner.Run(join, Join, Once.KeyOf(Request));
        if (!this.Accepts(outcome, nameof(Join))) return await Show(id, null, who);
        return Redirect($"/people/households/{id}");
    }

    /// <summary>Somebody leaves.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(HouseholdId id)
    {
        if (!this.CanRead(nameof(Leave))) return await Show(id, null, null);
        var outcome = await runner.Run(leave, Leave, Once.KeyOf(Request));
        if (!this.Accepts(outcome, nameof(Leave))) return await Show(id, null, null);
        return Redirect($"/people/households/{id}");
    }

    /// <summary>A member's name.</summary>
    public string NameOf(PersonId person) => _names.TryGetValue(person, out var name) ? name : person.ToString();

    private async Task<IActionResult> Show(HouseholdId id, DateOnly? on, string? who)
    {
        if (await people.Household(id) is not { } household) return NotFound();
        Household = household;
        On = on ?? acting.Today;
        Found = await FoundPersons.By(people, who);
        _names = await people.Names([.. household.Members.Select(m => m.Person).Distinct()]);
        Leaving =
        [
            .. household.Members.Where(m => m.LeftOn is null)
                .Select(m => new SelectListItem(NameOf(m.Person), m.Id.ToString())),
        ];
        return Page();
    }
}
