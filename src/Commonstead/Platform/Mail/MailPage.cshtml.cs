using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Platform.Mail;

/// <summary>One message, and what became of it.</summary>
public sealed class MailPageModel(MailRegister mail, OperationRunner runner, SendAgain again) : PageModel
{
    /// <summary>The message.</summary>
    public OutboxMessage Message { get; private set; } = null!;

    /// <summary>How it stands.</summary>
    public Status State => MailListModel.StateOf(Message);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : NotFound();

    /// <summary>Has it tried again.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Load(id)) return NotFound();
        return this.Accepts(await runner.Run(again, new SendAgainInput { Message = id })) ? Redirect($"/mail/{id:N}")
            : Page();
    }

    private async Task<bool> Load(Guid id)
    {
        if (await mail.Message(id) is not { } message) return false;
        Message = message;
        return true;
    }
}
