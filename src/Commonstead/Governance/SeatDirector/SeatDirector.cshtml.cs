using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Governance;

/// <summary>Finds the person, then asks for the seat.</summary>
public sealed class SeatDirectorModel(
    OperationRunner runner, SeatDirector operation, BylawBook bylaws, BodyNames bodies, IPeople people, Acting acting)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public SeatDirectorInput Input { get; set; } = new();

    /// <summary>Who was found.</summary>
    public FoundPersons Found { get; private set; } = FoundPersons.Nobody;

    /// <summary>The seats that the bylaws have.</summary>
    public IReadOnlyList<SelectListItem> Seats { get; private set; } = [];

    /// <summary>Shows the search, and the form once somebody is found.</summary>
    public async Task OnGetAsync(string? who)
    {
        await Show(who);
        Input.From = acting.Today;
    }

    /// <summary>Seats the director.</summary>
    public async Task<IActionResult> OnPostAsync(string? who)
    {
        if (this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))))
            return Redirect("/board");
        await Show(who ?? Input.Person?.ToString());
        return Page();
    }

    private async Task Show(string? who)
    {
        Found = await FoundPersons.By(people, who);
        var names = await bodies.All();
        Seats = [.. (await bylaws.On(acting.Today)).Board.Seats
            .Select(s => new SelectListItem(names.GetValueOrDefault(s.Class, s.Class), s.Class))];
    }
}
