using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Mail;

/// <summary>What may be done with messages.</summary>
public static class MailPermission
{
    /// <summary>Read messages, and have those that failed tried again.</summary>
    public const string See = "mail.see";
}

/// <summary>Reads the outbox, for those who may.</summary>
public sealed class MailRegister(TrustDb db, Acting acting)
{
    /// <summary>The messages the actor may see: all, or none.</summary>
    internal IQueryable<OutboxMessage> Messages => acting.Actor.May(MailPermission.See)
        ? db.Set<OutboxMessage>().AsNoTracking() : db.Set<OutboxMessage>().AsNoTracking().Where(_ => false);

    /// <summary>One message, or null.</summary>
    internal Task<OutboxMessage?> Message(Guid id) => Messages.FirstOrDefaultAsync(m => m.Id == id);
}
