using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Ballots;

/// <summary>What is done to one ballot.</summary>
public interface IBallotInput
{
    /// <summary>The ballot.</summary>
    BallotId Ballot { get; set; }
}

/// <summary>A form on one ballot: names it above, runs the operation, and leads back to the ballot.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class BallotForm<TInput>(
    OperationRunner runner, BallotRegister ballots, IOperation<TInput, BallotId> operation) : PageModel
    where TInput : class, IBallotInput, new()
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The ballot.</summary>
    public Ballot Ballot { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(BallotId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(BallotId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Ballot = id;
        if (!this.CanRead()) return Page();
        var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect($"/ballots/{id}") : Page();
    }

    private async Task<bool> Load(BallotId id)
    {
        if (await ballots.Ballot(id) is not { } ballot) return false;
        Ballot = ballot;
        return true;
    }
}
