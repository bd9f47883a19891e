using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>The ballot paper, and the receipt once it is cast.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CastPaperModel(CastPaper cast, BallotRegister ballots, IMembers members) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public CastPaperInput Input { get; set; } = new();

    /// <summary>The one mark, where a paper has one.</summary>
    [BindProperty]
    public int? Mark { get; set; }

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>Whose vote it is, when the voter has several.</summary>
    public string? MemberName { get; private set; }

    /// <summary>The receipt; null before.</summary>
    public string? Receipt { get; private set; }

    /// <summary>The paper.</summary>
    public PaperView Paper => new(Ballot, Input.Values, Mark);

    /// <summary>Shows the paper.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id, RollEntryId entry) =>
        !await Load(id, entry) ? NotFound() : Ballot.State is BallotState.Open ? Page() : Redirect($"/ballots/{id}");

    /// <summary>Puts it into the box.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id, RollEntryId entry)
    {
        if (!await Load(id, entry)) return NotFound();
        (Input.Ballot, Input.Entry) = (id, entry);
        Input.Values = Paper.ValuesOf(Input.Values, Mark);
        this.NameUnread(Paper);
        if (!this.CanRead()) return Page();
        var outcome = await cast.Run(Input);
        if (this.Accepts(outcome)) Receipt = outcome.Value;
        return Page();
    }

    private async Task<bool> Load(BallotId id, RollEntryId entry)
    {
        if (await ballots.Ballot(id) is not { } ballot) return false;
        var own = await ballots.OwnEntries(id);
        if (own.FirstOrDefault(e => e.Id == entry) is not { } mine) return false;
        Ballot = ballot;
        if (own.Count > 1) MemberName = (await members.Names([mine.Member])).GetValueOrDefault(mine.Member);
        return true;
    }
}
