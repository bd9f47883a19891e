using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Platform.Mail;

/// <summary>What the trust wrote to people by mail, and what became of it.</summary>
public sealed class MailListModel(MailRegister mail, ServerOptions options) : PageModel
{
    private static readonly Listing<OutboxMessage> _messages = Listing<OutboxMessage>.Of("Mail", m => m.Id)
        .Column("Subject", m => m.Subject.Length == 0 ? "—" : m.Subject, m => $"/mail/{m.Id:N}")
        .Column("To", m => m.To)
        .Column("Written", "written", m => m.QueuedAt)
        .Column("State", m => StateOf(m))
        .SortedAtFirst("-written")
        .Filter("State", "state", Enum.GetValues<MailState>().Select(
            s => new SelectListItem(s.ToReader(), s.ToString())), (rows, name) =>
            Enum.TryParse<MailState>(name, out var state) ? rows.Where(m => m.State == state) : rows);

    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Whether a mail server takes the messages.</summary>
    public bool HasServer => options.Mail is not null;

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _messages.Csv(mail.Messages, query);
        Listing = await _messages.Read(mail.Messages, query);
        return Page();
    }

    /// <summary>How a message stands, in a word and a colour.</summary>
    internal static Status StateOf(OutboxMessage message) => new(
        message.State switch
        {
            MailState.Waiting when message.Attempts > 0 => StatusKind.Due,
            MailState.Waiting => StatusKind.Waiting,
            MailState.GivenUp => StatusKind.Overdue,
            MailState.Sent => StatusKind.Done,
            _ => StatusKind.Plain,
        },
        message.State.ToReader());
}
