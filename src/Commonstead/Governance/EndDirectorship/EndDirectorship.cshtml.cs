using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>Records that a director leaves.</summary>
public sealed class EndDirectorshipModel(
    OperationRunner runner, EndDirectorship operation, BoardRegister board, IPeople people, Acting acting,
    IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public EndDirectorshipInput Input { get; set; } = new();

    /// <summary>Why a director leaves.</summary>
    public IReadOnlyList<SelectListItem> Reasons =>
    [
        .. Enum.GetValues<SeatEnd>().Where(r => r is not SeatEnd.Declined)
            .Select(r => new SelectListItem(words[r.ToReader()], r.ToString())),
    ];

    /// <summary>The director.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(DirectorshipId id)
    {
        Input.On = acting.Today;
        return await Load(id) ? Page() : NotFound();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(DirectorshipId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Term = id;
        return this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request)))
            ? Redirect("/board") : Page();
    }

    private async Task<bool> Load(DirectorshipId id)
    {
        if (await board.Find(id) is not { } term) return false;
        Name = (await people.Names([term.Person])).GetValueOrDefault(term.Person, "");
        return true;
    }
}
