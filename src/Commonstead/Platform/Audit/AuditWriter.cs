using System.Text.Encodings.Web;
using System.Text.Json;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Commonstead.Platform.Audit;

/// <summary>
/// Saves what an operation did together with its audit entry, which attests every record it touched.
/// </summary>
/// <remarks>
/// Attestations and changes are several rows for each record and nobody reads them again in this unit of work, so they
/// go through the bulk writer: tracked, they would take longer than the operation's own rows.
/// </remarks>
public sealed class AuditWriter(TrustDb db, Acting acting, Additions additions, BulkWriter bulk)
{
    private static readonly JsonSerializerOptions _json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Saves; called by the runner after the operation.</summary>
    internal async Task Save(string operation, object? result)
    {
        db.PrepareRecords();
        var touched = Changed().ConvertAll(Touched.Of);
        var entry = new AuditEntry
        {
            At = acting.Now,
            Actor = acting.Actor.Key,
            Operation = operation,
            Result = (result as IRecordId)?.Value,
            Bulk = (result as IBulkResult)?.Attested,
        };
        var number = await SaveKnown(entry);
        if (touched.Count == 0) return;
        await bulk.Write(touched.Select(t => new Attestation
        {
            EntryNumber = number,
            Table = t.Table,
            Key = t.Key,
            Version = t.Version,
            Hash = t.Hash,
        }));
        await bulk.Write(touched.Where(t => t.Values is not null).Select(t => new RecordChange
        {
            EntryNumber = number,
            Table = t.Table,
            Key = t.Key,
            Values = t.Values!,
        }));
    }

    // Every change was found just now; looking again twice would be a tenth of a small operation's time.
    private async Task<long> SaveKnown(AuditEntry entry)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (await additions.Save() && db.Database.IsSqlite()) return bulk.WriteNumbered(entry);
            db.Add(entry);
            await db.SaveChangesAsync();
            return entry.Number;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private List<EntityEntry> Changed() => [.. db.ChangeTracker.Entries()
        .Where(e => e.Entity is Record && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    /// <summary>A record as the operation leaves it, with its old and new values unless they are being erased.
    /// </summary>
    private sealed record Touched(string Table, Guid Key, int Version, byte[] Hash, string? Values)
    {
        public static Touched Of(EntityEntry changed)
        {
            var record = (Record)changed.Entity;
            var removed = changed.State == EntityState.Deleted;
            return new Touched(
                changed.Metadata.GetTableName()!, record.Key,
                removed ? record.Version + 1 : record.Version,
                removed ? [] : CanonicalRow.Hash(changed),
                record.IsBeingErased ? null : ValuesOf(changed));
        }

        private static string ValuesOf(EntityEntry changed)
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

            return JsonSerializer.Serialize(values, _json);
        }
    }
}

/// <summary>The result of bulk work, whose rows are attested together.</summary>
public interface IBulkResult
{
    /// <summary>Row count and content hash, as the audit entry keeps them.</summary>
    string Attested { get; }
}
