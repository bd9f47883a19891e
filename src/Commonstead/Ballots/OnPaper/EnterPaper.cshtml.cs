using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>Reads one paper after another, the first time or the second.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EnterPaperModel(OperationRunner runner, EnterPaper operation, PaperRoom room, Acting acting)
    : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public EnterPaperInput Input { get; set; } = new();

    /// <summary>The number on a paper that is read a second time.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>The number of the paper just read, to be written on it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Written { get; set; }

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The paper.</summary>
    public PaperView Paper => new(Ballot, Input.Values, IsRead: true);

    /// <summary>True while papers are taken online, so that none is read yet.</summary>
    public bool IsOpen => Ballot.TakesPapers(acting.Now);

    /// <summary>Shows an empty paper.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Takes what was read.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id)) return NotFound();
        (Input.Ballot, Input.Values) = (id, Paper.ValuesOf(Input.Values, null));
        this.NameUnread(Paper);
        if (!this.CanRead("Input")) return Page();
        var outcome = await runner.Run(operation, Input);
        if (!this.Accepts(outcome)) return Page();
        if (string.IsNullOrEmpty(Input.Number))
            return Redirect($"/ballots/{id}/papers/read?written={outcome.Value.Number}");
        return Redirect(outcome.Value.Differs
            ? $"/ballots/{id}/papers/settle?number={outcome.Value.Number}" : $"/ballots/{id}/papers");
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await room.Ballot(id) is not { State: BallotState.Open } ballot) return false;
        Ballot = ballot;
        return true;
    }
}
