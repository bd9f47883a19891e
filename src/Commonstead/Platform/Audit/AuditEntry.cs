using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Platform.Audit;

/// <summary>
/// One done operation: who, when, what, and the attested state of each record it touched. Holds no personal text.
/// </summary>
[NotPersonal]
public sealed class AuditEntry : IAppendOnly
{
    /// <summary>Numbered by the database as written; numbers may be skipped, never used again.</summary>
    public long Number { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The account's id, or "operator" for the command line and "program" for background work.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The operation's name.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The id the operation gave back, or null.</summary>
    public Guid? Result { get; init; }

    /// <summary>A content hash and row count of bulk work, or null.</summary>
    public string? Bulk { get; init; }

    /// <summary>The state of each record touched.</summary>
    public List<Attestation> Attestations { get; } = [];
}

/// <summary>That a record had this content, by hash, at this version.</summary>
[NotPersonal]
public sealed class Attestation : IAppendOnly
{
    /// <summary>The audit entry.</summary>
    public long EntryNumber { get; init; }

    /// <summary>The record's table.</summary>
    public string Table { get; init; } = "";

    /// <summary>The record's id.</summary>
    public Guid Key { get; init; }

    /// <summary>The record's version after the operation; one more than its last when it was removed.</summary>
    public int Version { get; init; }

    /// <summary>SHA-256(salt ‖ canonical row); empty when the record was removed.</summary>
    public byte[] Hash { get; init; } = [];
}

/// <summary>What an operation changed in one record, old and new; erased with the person it speaks of.</summary>
[Personal("shows who changed what, so that mistakes can be found and put right")]
public sealed class RecordChange
{
    /// <summary>The number of the audit entry it belongs to.</summary>
    public long EntryNumber { get; init; }

    /// <summary>The audit entry it belongs to.</summary>
    public AuditEntry? Entry { get; init; }

    /// <summary>The record's table.</summary>
    public string Table { get; init; } = "";

    /// <summary>The record's id.</summary>
    public Guid Key { get; init; }

    /// <summary>JSON: for each changed column its old and new value as canonical text.</summary>
    public string Values { get; init; } = "";
}

/// <summary>A link of the chain over audit entries; any change to an earlier entry breaks every later seal.</summary>
[NotPersonal]
public sealed class Seal : IAppendOnly
{
    /// <summary>Counts from 1 without gaps.</summary>
    public long Number { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>SHA-256 over the previous seal's hash, this seal's number and instant, and its entries' digests.
    /// </summary>
    public byte[] Hash { get; init; } = [];
}

/// <summary>Places an entry in a seal, in order.</summary>
[NotPersonal]
public sealed class SealedEntry : IAppendOnly
{
    /// <summary>The audit entry.</summary>
    public long EntryNumber { get; init; }

    /// <summary>The seal.</summary>
    public long SealNumber { get; init; }

    /// <summary>SHA-256 of the entry as it was sealed, so that a changed one is found among thousands.</summary>
    public byte[] Digest { get; init; } = [];
}

internal sealed class AuditTables :
    IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<Attestation>, IEntityTypeConfiguration<RecordChange>,
    IEntityTypeConfiguration<Seal>, IEntityTypeConfiguration<SealedEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entry");
        builder.HasKey(e => e.Number);
        builder.HasMany(e => e.Attestations).WithOne().HasForeignKey(a => a.EntryNumber);
        builder.HasIndex(e => new { e.At, e.Number });
        builder.HasIndex(e => new { e.Actor, e.At, e.Number });
        builder.HasIndex(e => new { e.Operation, e.At, e.Number });
    }

    public void Configure(EntityTypeBuilder<Attestation> builder)
    {
        builder.ToTable("audit_attestation");
        builder.HasKey(a => new { a.EntryNumber, a.Table, a.Key });
        builder.HasIndex(a => a.Key);
    }

    public void Configure(EntityTypeBuilder<RecordChange> builder)
    {
        builder.ToTable("audit_change");
        builder.HasKey(c => new { c.EntryNumber, c.Table, c.Key });
        builder.HasOne(c => c.Entry).WithMany().HasForeignKey(c => c.EntryNumber);
        builder.HasIndex(c => c.Key);
    }

    public void Configure(EntityTypeBuilder<Seal> builder)
    {
        builder.ToTable("audit_seal");
        builder.HasKey(s => s.Number);
        builder.Property(s => s.Number).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SealedEntry> builder)
    {
        builder.ToTable("audit_sealed");
        builder.HasKey(s => s.EntryNumber);
        builder.Property(s => s.EntryNumber).ValueGeneratedNever();
        builder.HasIndex(s => s.SealNumber);
    }
}
