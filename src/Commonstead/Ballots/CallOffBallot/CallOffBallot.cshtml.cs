using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>Calls a ballot off.</summary>
public sealed class CallOffBallotModel(OperationRunner runner, CallOffBallot operation, BallotRegister ballots)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CallOffBallotInput Input { get; set; } = new();

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Calls it off.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Ballot = id;
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/ballots/{id}") : Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return false;
        Ballot = ballot;
        return true;
    }
}
