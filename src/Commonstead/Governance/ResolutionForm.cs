using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Governance;

/// <summary>What is done to one resolution.</summary>
public interface IResolutionInput
{
    /// <summary>The resolution.</summary>
    ResolutionId Resolution { get; set; }
}

/// <summary>A form on one resolution: names it above, runs the operation, and leads back to it.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class ResolutionForm<TInput>(
    OperationRunner runner, ResolutionRegister resolutions, IOperation<TInput, ResolutionId> operation) : PageModel
    where TInput : class, IResolutionInput, new()
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The resolution with what it still needs.</summary>
    public ResolutionStanding Standing { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(ResolutionId id)
    {
        if (!await Load(id)) return NotFound();
        await Prepare(isNew: true);
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(ResolutionId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Resolution = id;
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/resolutions/{id}");
        }

        await Prepare(isNew: false);
        return Page();
    }

    /// <summary>Fills in what the form starts with, and its choices.</summary>
    protected virtual Task Prepare(bool isNew) => Task.CompletedTask;

    private async Task<bool> Load(ResolutionId id)
    {
        if (await resolutions.Standing(id) is not { } standing) return false;
        Standing = standing;
        return true;
    }
}
