using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Platform.Web;

/// <summary>A form on one record: finds it, runs an operation on it, and leads back to its page.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <typeparam name="TId">The record's id.</typeparam>
/// <typeparam name="TRecord">The record as the form shows it.</typeparam>
public abstract class RecordForm<TInput, TId, TRecord>(OperationRunner runner, IOperation<TInput, TId> operation)
    : PageModel
    where TInput : class, new()
    where TRecord : class
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The record.</summary>
    private protected TRecord Record { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(TId id)
    {
        if (!await Load(id, isNew: true)) return NotFound();
        await Prepare(isNew: true);
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(TId id)
    {
        if (!await Load(id, isNew: false)) return NotFound();
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect(PageOf(id));
        }

        await Prepare(isNew: false);
        return Page();
    }

    /// <summary>The record's page.</summary>
    protected abstract string PageOf(TId id);

    /// <summary>The record; null when there is none for this reader.</summary>
    private protected abstract Task<TRecord?> Find(TId id);

    /// <summary>Says in the input which record it is, and what the address says besides.</summary>
    /// <param name="id">The record.</param>
    /// <param name="isNew">True for an empty form, which takes the record's version as well.</param>
    /// <returns>False when nothing can be done to the record.</returns>
    protected abstract bool Seed(TId id, bool isNew);

    /// <summary>Fills in what the form starts with, and its choices.</summary>
    protected virtual Task Prepare(bool isNew) => Task.CompletedTask;

    private async Task<bool> Load(TId id, bool isNew)
    {
        if (await Find(id) is not { } record) return false;
        Record = record;
        return Seed(id, isNew);
    }
}
