using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Ballots;

/// <summary>The count before it is declared, and recounts beside it.</summary>
public sealed class RecountBallotModel(
    OperationRunner runner, RecountBallot operation, BallotRegister ballots, BallotsWithoutResult without,
    IStringLocalizer<Words> words) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public RecountBallotInput Input { get; set; } = new();

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The counts, the first above.</summary>
    public IReadOnlyList<BallotCount> Counts { get; private set; } = [];

    /// <summary>The count with its stages; null once the result is declared, and while a lot has to decide.</summary>
    public CountReport? Whole { get; private set; }

    /// <summary>True when there is no result, so that the ballot can only be called off.</summary>
    public bool MayBeCalledOff { get; private set; }

    /// <summary>What a count came to.</summary>
    public string Said(BallotCount count)
    {
        var names = string.Join(", ", Ballot.NamesOf(count.Numbers).Select(n => words[n].Value));
        if (count.NeedsLot) return words["A lot has to decide between {0}.", names];
        if (Ballot.CountingRule is YesNoVote) return words[count.Numbers.Contains(1) ? "Passed" : "Not passed"];
        return names.Length == 0 ? words["No paper has a mark that counts."] : words["Elected: {0}.", names];
    }

    /// <summary>Shows the counts.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Counts again.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Ballot = id;
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/ballots/{id}/count") : Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return false;
        (Ballot, Counts, Whole) = (ballot, await ballots.Counts(id), await ballots.CountOf(ballot));
        MayBeCalledOff = ballot.State is BallotState.Unsealed && await without.MayBeCalledOff(ballot);
        return true;
    }
}
