using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Governance;

/// <summary>A form on one version of the bylaws: runs the operation, and leads back to it.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class BylawForm<TInput>(
    OperationRunner runner, BylawBook bylaws, IOperation<TInput, BylawsId> operation) : PageModel
    where TInput : class, IBylawsInput, new()
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The version.</summary>
    internal Bylaws Bylaws { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(BylawsId id)
    {
        if (!await Load(id)) return NotFound();
        (Input.Bylaws, Input.Version) = (id, Bylaws.Version);
        return await Prepare(isNew: true) ? Page() : NotFound();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(BylawsId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Bylaws = id;
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/bylaws/{id}");
        }

        await Prepare(isNew: false);
        return Page();
    }

    /// <summary>Fills in what the form starts with, and its choices.</summary>
    /// <returns>False when there is nothing to show.</returns>
    protected abstract Task<bool> Prepare(bool isNew);

    private async Task<bool> Load(BylawsId id)
    {
        if (await bylaws.Version(id) is not { } version) return false;
        Bylaws = version;
        return true;
    }
}
