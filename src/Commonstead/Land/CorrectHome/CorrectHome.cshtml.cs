using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>The form that corrects a home's facts.</summary>
public sealed class CorrectHomeModel(
    OperationRunner runner, CorrectHome correct, LandRegister land, Acting acting) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CorrectHomeInput Input { get; set; } = new();

    /// <summary>The home's number now.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The form with what is recorded.</summary>
    public async Task<IActionResult> OnGetAsync(HomeId id)
    {
        if (await land.Home(id) is not { } home) return NotFound();
        Number = home.Number;
        (Input.Home, Input.Version) = (id, home.Version);
        Input.ReadFrom(home, acting.Profile.Measurement);
        return Page();
    }

    /// <summary>Saves the correction.</summary>
    public async Task<IActionResult> OnPostAsync(HomeId id)
    {
        if (await land.Home(id) is not { } home) return NotFound();
        (Number, Input.Home) = (home.Number, id);
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(correct, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/land/homes/{id}") : Page();
    }
}
