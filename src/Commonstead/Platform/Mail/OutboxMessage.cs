using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Platform.Mail;

/// <summary>
/// A message that leaves, or would leave, by mail. It is written in the transaction of the operation that causes it, so
/// that neither is there without the other. It stands outside the audit chain: what it tells stands in other records.
/// </summary>
[Personal("tells the person by mail what they asked for or need to know", Kept = OutboxMessage.KeptFor)]
public sealed class OutboxMessage
{
    /// <summary>How long messages are kept.</summary>
    public const string KeptFor = "the text until a mail server took it; the rest, and what is kept as a file, 30 days";

    /// <summary>Its id; the Message-Id is made of it, so that a message sent twice is known for one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The address.</summary>
    public string To { get; init; } = "";

    /// <summary>The subject, on one line.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The text; empty once a mail server took it.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Whom it is to, by their id in the register of people; null for somebody who does not stand in it.
    /// </summary>
    public Guid? Person { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTime QueuedAt { get; init; }

    /// <summary>When it is tried next; null when it is not tried any more.</summary>
    public DateTime? NextAt { get; internal set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How it stands.</summary>
    public MailState State { get; internal set; }

    /// <summary>Since when it stands so, in UTC.</summary>
    public DateTime StateAt { get; internal set; }

    /// <summary>What the mail server, or the way to it, said last.</summary>
    public string? LastError { get; internal set; }
}

/// <summary>How a message stands.</summary>
public enum MailState
{
    /// <summary>It is still to be sent.</summary>
    [Display(Name = "Waiting")] Waiting,

    /// <summary>A mail server took it.</summary>
    [Display(Name = "Sent")] Sent,

    /// <summary>It lies as a file in the data folder, because no mail server is set.</summary>
    [Display(Name = "Kept as a file")] Kept,

    /// <summary>It could not be sent.</summary>
    [Display(Name = "Not sent")] GivenUp,
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("mail_outbox");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.NextAt);
        builder.HasIndex(m => m.Person);
        builder.HasIndex(m => new { m.QueuedAt, m.Id });
        builder.HasIndex(m => new { m.State, m.QueuedAt, m.Id });
        builder.HasIndex(m => m.StateAt);
    }
}
