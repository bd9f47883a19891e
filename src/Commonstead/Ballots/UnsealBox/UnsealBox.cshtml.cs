using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>Where officers type their shares after a ballot has closed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class UnsealBoxModel(OperationRunner runner, UnsealBox operation, BallotRegister ballots, Acting acting)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public UnsealBoxInput Input { get; set; } = new();

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>Shares that are still needed once this officer's was taken.</summary>
    public int? Missing { get; private set; }

    /// <summary>Asks for the share.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Takes it.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Ballot = id;
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(operation, Input);
        if (!this.Accepts(outcome)) return Page();
        if (outcome.Value.Missing == 0) return Redirect($"/ballots/{id}");
        Missing = outcome.Value.Missing;
        return Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return false;
        Ballot = ballot;
        return ballot.Holders.Exists(h => h.Account == acting.Actor.Key);
    }
}
