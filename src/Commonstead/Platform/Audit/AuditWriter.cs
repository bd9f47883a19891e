using System.Text.Encodings.Web;
using System.Text.Json;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Commonstead.Platform.Audit;

/// <summary>Appends the audit entry of the operation being run, attesting every record it touched.</summary>
public sealed class AuditWriter(TrustDb db, Acting acting)
{
    private static readonly JsonSerializerOptions _json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends the entry; called by the runner after the operation and before the save.</summary>
    internal void Append(string operation, object? result)
    {
        db.PrepareRecords();
        var entry = new AuditEntry
        {
            At = acting.Now,
            Actor = acting.Actor.Key,
            Operation = operation,
            Result = (result as IRecordId)?.Value,
            Bulk = (result as IBulkResult)?.Attested,
        };
        foreach (var changed in Changed())
        {
            var record = (Record)changed.Entity;
            var removed = changed.State == EntityState.Deleted;
            entry.Attestations.Add(new Attestation
            {
                Table = changed.Metadata.GetTableName()!,
                Key = record.Key,
                Version = removed ? record.Version + 1 : record.Version,
                Hash = removed ? [] : CanonicalRow.Hash(changed),
            });
            if (!record.IsBeingErased) db.Add(ChangeOf(changed, record, entry));
        }

        db.Add(entry);
    }

    private List<EntityEntry> Changed() => [.. db.ChangeTracker.Entries()
        .Where(e => e.Entity is Record && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private static RecordChange ChangeOf(EntityEntry changed, Record record, AuditEntry entry)
    {
        var values = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var (name, property) in CanonicalRow.Columns(changed.Metadata))
        {
            var before = changed.State == EntityState.Added ? null
                : CanonicalRow.Text(changed.OriginalValues[property]);
            var after = changed.State == EntityState.Deleted ? null
                : CanonicalRow.Text(changed.CurrentValues[property]);
            if (!string.Equals(before, after, StringComparison.Ordinal)) values[name] = [before, after];
        }

        return new RecordChange
        {
            Entry = entry,
            Table = changed.Metadata.GetTableName()!,
            Key = record.Key,
            Values = JsonSerializer.Serialize(values, _json),
        };
    }
}

/// <summary>The result of bulk work, whose rows are attested together.</summary>
public interface IBulkResult
{
    /// <summary>Row count and content hash, as the audit entry keeps them.</summary>
    string Attested { get; }
}
