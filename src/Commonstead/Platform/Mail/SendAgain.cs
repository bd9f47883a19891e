using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Mail;

/// <summary>A message to be tried again.</summary>
public sealed class SendAgainInput
{
    /// <summary>The message.</summary>
    public Guid Message { get; set; }
}

/// <summary>Why a message is not tried again.</summary>
public enum SendAgainRefusal
{
    /// <summary>Only what failed is tried again.</summary>
    [Says("This message did not fail, so it is not sent again.", Kind = RefusalKind.Conflict)]
    NotFailed,
}

/// <summary>Has a message that was given up tried again from the start.</summary>
[Needs(MailPermission.See)]
[Does("A message that could not be sent was tried again")]
public sealed class SendAgain(TrustDb db, Acting acting) : IOperation<SendAgainInput, Done>
{
    /// <inheritdoc/>
    public async Task<Outcome<Done>> Run(SendAgainInput input)
    {
        if (await db.Set<OutboxMessage>().FirstOrDefaultAsync(m => m.Id == input.Message) is not { } message)
            return CommonRefusal.NotFound;
        if (message.State != MailState.GivenUp) return SendAgainRefusal.NotFailed;
        (message.State, message.StateAt, message.NextAt) = (MailState.Waiting, acting.Now, acting.Now);
        message.Attempts = 0;
        acting.AfterCommit(acting.Trust.MarkMail);
        return default(Done);
    }
}
