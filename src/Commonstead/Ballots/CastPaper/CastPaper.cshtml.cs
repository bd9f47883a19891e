using Commonstead.Core;
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

    /// <summary>True when a paper has one mark.</summary>
    public bool IsOneMark => Ballot.CountingRule is YesNoVote;

    /// <summary>True when a paper has as many marks as one likes.</summary>
    public bool IsMarks => Ballot.CountingRule is ApprovalVote;

    /// <summary>What the voter is asked to do.</summary>
    public string Asks => Ballot.CountingRule switch
    {
        YesNoVote => "Choose one",
        ApprovalVote => "Mark every choice you approve of",
        ScoreVote => "Give each choice from 0 to 5 points",
        _ => "Number your choices: 1 for the first, 2 for the second, as far as you like",
    };

    /// <summary>What was typed for a choice.</summary>
    public int? Value(int choice) => choice < Input.Values.Count ? Input.Values[choice] : null;

    /// <summary>Shows the paper.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id, RollEntryId entry) =>
        !await Load(id, entry) ? NotFound() : Ballot.State is BallotState.Open ? Page() : Redirect($"/ballots/{id}");

    /// <summary>Puts it into the box.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id, RollEntryId entry)
    {
        if (!await Load(id, entry)) return NotFound();
        (Input.Ballot, Input.Entry) = (id, entry);
        var choices = Ballot.Choices.Count;
        if (IsOneMark) Input.Values = [.. Enumerable.Range(0, choices).Select(c => c == Mark ? 1 : (int?)null)];
        while (Input.Values.Count < choices) Input.Values.Add(null);
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
