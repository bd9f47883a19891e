using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>The papers that came on paper, while they are read.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PaperListModel(PaperRoom room, Acting acting) : PageModel
{
    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The papers, by number.</summary>
    public IReadOnlyList<EnteredPaper> Papers { get; private set; } = [];

    /// <summary>Entries marked as having voted on paper.</summary>
    public int PaperVoters { get; private set; }

    /// <summary>True while papers are taken online.</summary>
    public bool IsOpen => Ballot.TakesPapers(acting.Now);

    /// <summary>True when the reader read it first.</summary>
    public bool IsOwn(EnteredPaper paper) => paper.FirstBy == acting.Actor.Key;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id)
    {
        if (await room.Ballot(id) is not { State: BallotState.Open } ballot) return NotFound();
        Ballot = ballot;
        Papers = await room.Papers(id);
        PaperVoters = await room.PaperVoters(id);
        return Page();
    }

    /// <summary>How a paper stands.</summary>
    public static string Stands(EnteredPaper paper) => (paper.SecondBy.Length > 0, paper.Agreed.Length > 0) switch
    {
        (false, _) => "Read once",
        (true, false) => "Read differently",
        _ => "Agreed",
    };
}
