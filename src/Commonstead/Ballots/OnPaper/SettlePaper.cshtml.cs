using System.Globalization;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>Both readings of a paper side by side, and which of them is right.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SettlePaperModel(OperationRunner runner, SettlePaper operation, PaperRoom room) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public SettlePaperInput Input { get; set; } = new();

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>The paper.</summary>
    public EnteredPaper Paper { get; private set; } = null!;

    /// <summary>What the first read.</summary>
    internal PaperReading First => PaperReading.Parse(Paper.First);

    /// <summary>What the second read; null before.</summary>
    internal PaperReading? Second => Paper.SecondBy.Length > 0 ? PaperReading.Parse(Paper.Second) : null;

    /// <summary>Shows what was read.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id, string? number) =>
        await Load(id, number) ? Page() : NotFound();

    /// <summary>Settles it.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id, Input.Number)) return NotFound();
        Input.Ballot = id;
        if (!this.CanRead()) return Page();
        return this.Accepts(await runner.Run(operation, Input)) ? Redirect($"/ballots/{id}/papers") : Page();
    }

    /// <summary>What was read for a choice, for the table.</summary>
    internal static string Value(PaperReading read, int choice) => choice < read.Values.Count
        ? read.Values[choice]?.ToString(CultureInfo.CurrentCulture) ?? "–" : "–";

    private async Task<bool> Load(BallotId id, string? number)
    {
        if (await room.Ballot(id) is not { State: BallotState.Open } ballot) return false;
        if ((await room.Papers(id)).Find(p => p.Number == number) is not { } paper || !room.MayCompare(paper))
            return false;
        (Ballot, Paper, Input.Number) = (ballot, paper, paper.Number);
        return true;
    }
}
