using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Governance;

/// <summary>A form on one meeting: names it above, runs the operation, and leads back to it.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class MeetingForm<TInput>(
    OperationRunner runner, MeetingRegister meetings, IOperation<TInput, MeetingId> operation) : PageModel
    where TInput : class, IMeetingInput, new()
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The meeting.</summary>
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The register, for what the form offers to choose from.</summary>
    private protected MeetingRegister Register => meetings;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(MeetingId id)
    {
        if (!await Load(id)) return NotFound();
        return await Prepare(isNew: true) ? Page() : NotFound();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(MeetingId id)
    {
        if (!await Load(id)) return NotFound();
        Input.Meeting = id;
        Complete();
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/meetings/{id}");
        }

        return await Prepare(isNew: false) ? Page() : NotFound();
    }

    /// <summary>Fills in what the form starts with, and its choices.</summary>
    /// <returns>False when there is nothing to show.</returns>
    protected virtual Task<bool> Prepare(bool isNew) => Task.FromResult(true);

    /// <summary>Adds what the address says to what was typed.</summary>
    protected virtual void Complete()
    {
    }

    private async Task<bool> Load(MeetingId id)
    {
        if (await meetings.Meeting(id) is not { } meeting) return false;
        Meeting = meeting;
        return true;
    }
}
