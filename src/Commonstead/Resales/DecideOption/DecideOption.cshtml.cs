using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Resales;

/// <summary>The form for the trust's purchase option.</summary>
public sealed class DecideOptionModel(
    OperationRunner runner, DecideOption operation, ResaleBoard board, ILeases leases, Acting acting)
        : ResaleForm(board, leases)
{
    /// <summary>The form.</summary>
    [BindProperty]
    public DecideOptionInput Input { get; set; } = new();

    /// <summary>The decisions there are.</summary>
    public IEnumerable<SelectListItem> Choices { get; } = Enum.GetValues<OptionState>().Where(o =>
        o != OptionState.Open)
        .Select(o => new SelectListItem(o.ToReader(), o.ToString()));

    /// <summary>Today where the trust is.</summary>
    public DateOnly Today => acting.Today;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotFound();
        Input.On = acting.Today;
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Resale, Input.SeenVersion) = (Id, SeenVersion);
        return await Answer(this.CanRead() && this.Accepts(await runner.Run(operation, Input, Once.KeyOf(Request))));
    }
}
