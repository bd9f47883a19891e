using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>The roll as returning officers keep it: marks for papers, and codes for whoever cannot sign in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class BallotRollModel(
    OperationRunner runner, MarkPaperVoter mark, IssueVotingCode issue, PaperRoom room, ServerOptions options,
    Acting acting) : PageModel
{
    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The words somebody is looked for by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>Entries found.</summary>
    internal IReadOnlyList<EntryOnRoll> Found { get; private set; } = [];

    /// <summary>Entries marked as having voted on paper.</summary>
    public int PaperVoters { get; private set; }

    /// <summary>A code just made.</summary>
    public string? Code { get; private set; }

    /// <summary>Whose it is.</summary>
    public string? CodeOf { get; private set; }

    /// <summary>Where it is used.</summary>
    public string VoteAt => (options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}") + "/vote";

    /// <summary>Until when.</summary>
    public string Closes => Ballot.ClosesAt.ToReader(acting.Profile.Zone, acting.Profile.Culture);

    /// <summary>True while papers are taken online.</summary>
    public bool TakesPapers => Ballot.TakesPapers(acting.Now);

    /// <summary>Shows the roll.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Marks an entry, or takes the mark back.</summary>
    public async Task<IActionResult> OnPostMarkAsync(BallotId id, RollEntryId entry, bool mistake)
    {
        var outcome = await runner.Run(
            mark, new MarkPaperVoterInput { Ballot = id, Entry = entry, IsMistake = mistake });
        var isDone = this.Accepts(outcome);
        if (!await Load(id)) return NotFound();
        return isDone ? Redirect($"/ballots/{id}/roll?who={Uri.EscapeDataString(Who ?? "")}") : Page();
    }

    /// <summary>Makes a code and shows it, this once.</summary>
    public async Task<IActionResult> OnPostCodeAsync(BallotId id, RollEntryId entry)
    {
        var outcome = await runner.Run(issue, new IssueVotingCodeInput { Ballot = id, Entry = entry });
        var isDone = this.Accepts(outcome);
        if (!await Load(id)) return NotFound();
        if (!isDone) return Page();
        (Code, CodeOf) = (outcome.Value.Code, Found.FirstOrDefault(e => e.Id == entry)?.Voter ?? "");
        return Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await room.Ballot(id) is not { State: BallotState.Open } ballot) return false;
        Ballot = ballot;
        Found = await room.Find(ballot, Who?.Trim() ?? "");
        PaperVoters = await room.PaperVoters(id);
        return true;
    }
}
