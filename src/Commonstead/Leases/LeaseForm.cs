using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Leases;

/// <summary>What is done to one lease.</summary>
public interface ILeaseInput
{
    /// <summary>The lease.</summary>
    LeaseId Lease { get; set; }
}

/// <summary>
/// A form on one lease: shows the lease's name above, runs the operation, and leads back to the lease.
/// </summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
/// <typeparam name="TResult">What it gives back.</typeparam>
public abstract class LeaseForm<TInput, TResult>(
    OperationRunner runner, LeaseRegister leases, IOperation<TInput, TResult> operation) : PageModel
    where TInput : class, ILeaseInput, new()
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The lease.</summary>
    internal LeaseView View { get; private set; } = null!;

    /// <summary>The part of the lease's page to lead back to.</summary>
    protected abstract string Part { get; }

    /// <summary>The register, for what the form offers to choose from.</summary>
    private protected LeaseRegister Leases => leases;

    /// <summary>Where to go when it is done; by default back to the lease.</summary>
    protected virtual string LeadTo(TResult result) => $"/leases/{View.Lease.Id}#{Part}";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId id) => await Load(id) && await Prepare(isNew: true) ? Page()
        : NotFound();

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(LeaseId id)
    {
        if (!await Load(id)) return NotFound();
        if (ModelState.IsValid)
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect(LeadTo(outcome.Value));
        }
        else Response.StatusCode = StatusCodes.Status400BadRequest;

        return await Prepare(isNew: false) ? Page() : NotFound();
    }

    /// <summary>Fills in what the form starts with, and its choices.</summary>
    /// <returns>False when there is nothing that the form could be about.</returns>
    protected virtual Task<bool> Prepare(bool isNew) => Task.FromResult(true);

    /// <summary>Puts into the input what the address names beside the lease.</summary>
    protected virtual void TakeFromAddress()
    {
    }

    private async Task<bool> Load(LeaseId id)
    {
        if (await leases.View(id) is not { } view) return false;
        View = view;
        Input.Lease = id;
        TakeFromAddress();
        return true;
    }
}
