using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Members;

/// <summary>What is done to one membership.</summary>
public interface IMemberInput
{
    /// <summary>The membership.</summary>
    MemberId Member { get; set; }

    /// <summary>The entry's version, as the person saw it.</summary>
    int Version { get; set; }
}

/// <summary>A form on one membership: shows whose above, runs the operation, and leads back to the entry.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class MemberForm<TInput>(
    OperationRunner runner, MemberRegister members, IOperation<TInput, MemberId> operation) : PageModel
    where TInput : class, IMemberInput, new()
{
    /// <summary>The form.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    /// <summary>The register, for what the form offers to choose from.</summary>
    private protected MemberRegister Register => members;

    /// <summary>The entry.</summary>
    internal Member Member { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(MemberId id)
    {
        if (await members.Member(id) is not { IsOpen: true } member) return NotFound();
        (Member, Input.Member, Input.Version) = (member, id, member.Version);
        await Prepare(isNew: true);
        return Page();
    }

    /// <summary>Runs the operation.</summary>
    public async Task<IActionResult> OnPostAsync(MemberId id)
    {
        if (await members.Member(id) is not { } member) return NotFound();
        (Member, Input.Member) = (member, id);
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/members/{id}");
        }

        await Prepare(isNew: false);
        return Page();
    }

    /// <summary>Fills in what the form starts with, and its choices.</summary>
    protected virtual Task Prepare(bool isNew) => Task.CompletedTask;
}
