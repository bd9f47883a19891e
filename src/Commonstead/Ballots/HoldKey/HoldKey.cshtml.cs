using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>An officer's share of a ballot's key, until she has it on paper.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HoldKeyModel(
    OperationRunner runner, ConfirmShare operation, BallotRegister ballots, BoxKeys keys, Acting acting) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ConfirmShareInput Input { get; set; } = new();

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The number of her share.</summary>
    public int Number { get; private set; }

    /// <summary>Her share, as she writes it down.</summary>
    public string Share { get; private set; } = "";

    /// <summary>True when she has shown that she holds it.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Officers who have.</summary>
    public int Taken { get; private set; }

    /// <summary>Shows the share.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Takes it as written down.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id)) return NotFound();
        (Input.Ballot, Input.Site) = (id, $"{Request.Scheme}://{Request.Host}");
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(operation, Input);
        return this.Accepts(outcome) ? Redirect($"/ballots/{id}/key") : Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return false;
        if (ballot.Holders.Find(h => h.Account == acting.Actor.Key) is not { } holder) return false;
        (Ballot, Number) = (ballot, holder.Share);
        if (ballot.State is not BallotState.Draft)
        {
            (IsTaken, Taken) = (true, ballot.Holders.Count);
            return true;
        }

        var share = keys.ShareOf(acting.Trust, id, holder.Share, ballot.SharesNeeded, ballot.Holders.Count);
        var written = keys.WrittenDown(acting.Trust, id);
        (IsTaken, Taken) = (written.Contains(holder.Share), written.Count);
        Share = ShareText.Of(share);
        return true;
    }
}
