using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Platform.Access;

/// <summary>Notes who looked at personal data, and when; it stands outside the audit chain of acts.</summary>
public sealed class AccessLog(TrustDb db, Acting acting)
{
    private const int MostShown = 100;

    /// <summary>Notes that the actor saw what is held about someone; looking at oneself is not noted.</summary>
    /// <param name="subject">Whose data it was, by their id in the register of people.</param>
    /// <param name="what">What was seen, in a word or two that hold no personal text.</param>
    public async Task Note(Guid subject, string what)
    {
        if (acting.Actor.Person == subject) return;
        var trust = acting.Trust;
        var lane = trust.IsSqlite ? trust.WriteLane : null;
        if (lane is not null) await lane.WaitAsync();
        try
        {
            await using var own = trust.NewDb();
            using var writing = own.Writing();
            own.Add(new AccessEntry { At = acting.Now, Actor = acting.Actor.Key, Subject = subject, What = what });
            await own.SaveChangesAsync();
        }
        finally
        {
            lane?.Release();
        }
    }

    /// <summary>The latest views of someone's data, the last first.</summary>
    public async Task<IReadOnlyList<AccessEntry>> Of(Guid subject) => await db.Set<AccessEntry>().AsNoTracking()
        .Where(e => e.Subject == subject).OrderByDescending(e => e.Number).Take(MostShown).ToListAsync();
}

/// <summary>That someone saw what is held about a person.</summary>
[NotPersonal]
public sealed class AccessEntry
{
    /// <summary>A number of its own.</summary>
    public long Number { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The account's id, or a fixed word for the program and its operator.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Whose data it was.</summary>
    public Guid Subject { get; init; }

    /// <summary>What was seen.</summary>
    public string What { get; init; } = "";
}

internal sealed class AccessEntryTable : IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<AccessEntry> builder)
    {
        builder.ToTable("access_entry");
        builder.HasKey(e => e.Number);
        builder.HasIndex(e => new { e.Subject, e.Number });
    }
}
