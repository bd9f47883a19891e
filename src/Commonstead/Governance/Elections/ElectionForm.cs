using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Governance;

/// <summary>A form on one election: names it above, runs the operation, and leads back to it.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class ElectionForm<TInput>(
    OperationRunner runner, ElectionRegister elections, IOperation<TInput, ElectionId> operation) : PageModel
    where TInput : class, IElectionInput, new()
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The election.</summary>
    public Election Election { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(ElectionId id, string? who)
    {
        if (!await Load(id)) return NotFound();
        await Prepare(who);
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(ElectionId id, string? who)
    {
        if (!await Load(id)) return NotFound();
        Input.Election = id;
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/elections/{id}");
        }

        await Prepare(who);
        return Page();
    }

    /// <summary>Fills in what the form offers to choose from.</summary>
    /// <param name="who">Whom the reader searched for.</param>
    protected virtual Task Prepare(string? who) => Task.CompletedTask;

    private async Task<bool> Load(ElectionId id)
    {
        if (await elections.Election(id) is not { } election) return false;
        Election = election;
        return true;
    }
}
