using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>Reminds voters.</summary>
public sealed class RemindVotersModel(
    OperationRunner runner, RemindVoters operation, BallotRegister ballots, ServerOptions options) : PageModel
{
    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>Says what it does.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id)) return NotFound();
        var page = (options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}") + $"/ballots/{id}";
        var outcome = await runner.Run(operation, new RemindVotersInput(id, page));
        return this.Accepts(outcome) ? Redirect($"/ballots/{id}") : Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return false;
        Ballot = ballot;
        return true;
    }
}
