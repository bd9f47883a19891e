using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Mail;

/// <summary>A message to somebody.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text, in lines.</param>
/// <param name="Person">Whom it is to, by their id in the register of people, when they stand in it.</param>
public sealed record MailDraft(string To, string Subject, string Text, Guid? Person = null);

/// <summary>
/// Queues messages in the running operation's transaction; once that is durable, a background worker sends them.
/// </summary>
public sealed class Outbox(TrustDb db, Acting acting, BulkWriter bulk)
{
    /// <summary>Queues one message.</summary>
    public void Add(MailDraft draft)
    {
        db.Add(MessageOf(draft));
        acting.AfterCommit(acting.Trust.MarkMail);
    }

    /// <summary>Queues many messages: a hundred thousand take a few seconds.</summary>
    /// <param name="drafts">The messages; they may be made as they are asked for.</param>
    /// <param name="progress">Is told how many are written, now and then and at the end.</param>
    /// <returns>How many were queued.</returns>
    public async Task<int> AddMany(IEnumerable<MailDraft> drafts, Action<int>? progress = null)
    {
        var written = await bulk.Write(drafts.Select(MessageOf), progress);
        acting.AfterCommit(acting.Trust.MarkMail);
        return written;
    }

    /// <summary>The messages about persons, tracked: for a person's file and for erasing.</summary>
    internal Task<List<OutboxMessage>> About(IReadOnlyCollection<Guid> persons)
    {
        var ids = persons.Select(id => (Guid?)id).ToList();
        return db.Set<OutboxMessage>().Where(m => ids.Contains(m.Person)).ToListAsync();
    }

    private OutboxMessage MessageOf(MailDraft draft) => new()
    {
        To = OnOneLine(draft.To),
        Subject = OnOneLine(draft.Subject),
        Text = draft.Text,
        Person = draft.Person,
        QueuedAt = acting.Now,
        NextAt = acting.Now,
        StateAt = acting.Now,
    };

    // A line break in a header would begin another header.
    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
