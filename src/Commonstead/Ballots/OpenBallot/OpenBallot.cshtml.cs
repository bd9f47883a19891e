using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>Opens a ballot.</summary>
public sealed class OpenBallotModel(
    OperationRunner runner, OpenBallot operation, BallotRegister ballots, ServerOptions options) : PageModel
{
    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>Says what opening does.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return NotFound();
        Ballot = ballot;
        return Page();
    }

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return NotFound();
        Ballot = ballot;
        var page = (options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}") + $"/ballots/{id}";
        var outcome = await runner.Run(operation, new OpenBallotInput(id, page));
        return this.Accepts(outcome) ? Redirect($"/ballots/{id}") : Page();
    }
}
