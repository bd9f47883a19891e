using System.Reflection;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Audit;

/// <summary>What a walk over seals and attested rows found.</summary>
public sealed class VerificationReport
{
    /// <summary>Where the record does not agree with its attestation, in words; empty when all is well.</summary>
    public List<string> Breaks { get; } = [];

    /// <summary>Seals walked.</summary>
    public long Seals { get; internal set; }

    /// <summary>Sealed audit entries walked.</summary>
    public long Entries { get; internal set; }

    /// <summary>Records whose present row agrees with its last attestation.</summary>
    public long Records { get; internal set; }

    /// <summary>Rows of bulk work that agree with the record that attests them together.</summary>
    public long Rows { get; internal set; }

    /// <summary>Entries written but not yet sealed.</summary>
    public long Unsealed { get; internal set; }

    /// <summary>Tables whose rows are not attested one by one.</summary>
    public List<string> NotAttested { get; } = [];

    /// <summary>The last seal's hash in hexadecimal, or null before the first.</summary>
    public string? Head { get; internal set; }

    /// <summary>When a head was given: the number of the seal that has it.</summary>
    public long? HeadFoundAt { get; internal set; }

    /// <summary>True when nothing is broken.</summary>
    public bool IsSound => Breaks.Count == 0;
}

/// <summary>Walks the seals from the first to the last and every attested row, and names what does not agree.</summary>
public static class Verification
{
    private const int MostBreaks = 100;

    /// <summary>Verifies a trust's record.</summary>
    /// <param name="trust">The trust.</param>
    /// <param name="head">A head hash known from outside (a certificate, a mail), which must be one of the
    /// seals'.</param>
    public static async Task<VerificationReport> Run(OpenTrust trust, string? head = null)
    {
        await using var db = trust.NewDb();
        var report = new VerificationReport();
        await WalkSeals(db, report, head);
        await WalkRecords(db, report);
        report.Rows = await RowsVerification.Walk(db, text => Break(report, text));
        report.Unsealed = await Sealing.Unsealed(db).LongCountAsync();
        report.NotAttested.AddRange(NotAttested(db));
        return report;
    }

    private static async Task WalkSeals(TrustDb db, VerificationReport report, string? head)
    {
        byte[] previous = [];
        foreach (var seal in await db.Set<Seal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync())
        {
            report.Seals++;
            if (seal.Number != report.Seals)
                Break(report, $"Seal {report.Seals} is missing; seal {seal.Number} follows.");
            previous = await WalkSeal(db, report, seal, previous);
            report.Head = Convert.ToHexStringLower(seal.Hash);
            if (string.Equals(report.Head, head, StringComparison.OrdinalIgnoreCase)) report.HeadFoundAt = seal.Number;
        }

        if (head is not null && report.HeadFoundAt is null)
            Break(report,
                $"No seal has the head hash {head}: the record is not a continuation of the one it was taken from.");
    }

    private static async Task<byte[]> WalkSeal(TrustDb db, VerificationReport report, Seal seal, byte[] previous)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking().Include(e => e.Attestations)
            .Where(e => db.Set<SealedEntry>().Any(s => s.EntryNumber == e.Number && s.SealNumber == seal.Number))
            .OrderBy(e => e.Number).ToListAsync();
        report.Entries += entries.Count;
        if (!Sealing.Hash(previous, entries).AsSpan().SequenceEqual(seal.Hash))
        {
            var range = entries.Count == 0 ? "its entries are gone"
                : $"entries {entries[0].Number} to {entries[^1].Number}";
            Break(report,
                $"Seal {seal.Number} of {seal.At:u} does not fit {range}: one of them, or the seal, was changed.");
        }

        return seal.Hash;
    }

    private static async Task WalkRecords(TrustDb db, VerificationReport report)
    {
        var latest = await Latest(db);
        foreach (var entity in RecordTypes(db))
        {
            var table = entity.GetTableName()!;
            var walk = _walkTable.MakeGenericMethod(entity.ClrType);
            await (Task)walk.Invoke(null, [db, report, table, latest])!;
        }

        foreach (var (place, attestation) in latest.Where(a => a.Value.Hash.Length > 0))
        {
            var row = $"{place.Table} {RecordIds.Text(place.Key)}";
            Break(report, $"{row}: attested by entry {attestation.EntryNumber}, but the row is gone.");
        }
    }

    private static readonly MethodInfo _walkTable =
        typeof(Verification).GetMethod(nameof(WalkTable), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task WalkTable<TRecord>(
        TrustDb db, VerificationReport report, string table, Dictionary<(string Table, Guid Key), Attestation> latest)
        where TRecord : Record
    {
        await foreach (var record in db.Set<TRecord>().AsNoTracking().AsAsyncEnumerable())
        {
            var place = (table, record.Key);
            if (!latest.Remove(place, out var attestation))
            {
                Break(report, $"{table} {RecordIds.Text(record.Key)}: no operation wrote this row.");
                continue;
            }

            if (CanonicalRow.Hash(db.Entry(record)).AsSpan().SequenceEqual(attestation.Hash)) report.Records++;
            else
            {
                var row = $"{table} {RecordIds.Text(record.Key)}";
                Break(report, $"{row}: differs from what entry {attestation.EntryNumber} attested.");
            }
        }
    }

    private static async Task<Dictionary<(string Table, Guid Key), Attestation>> Latest(TrustDb db)
    {
        var latest = new Dictionary<(string, Guid), Attestation>();
        await foreach (var a in db.Set<Attestation>().AsNoTracking().AsAsyncEnumerable())
        {
            var place = (a.Table, a.Key);
            if (!latest.TryGetValue(place, out var seen) || seen.Version < a.Version) latest[place] = a;
        }

        return latest;
    }

    private static IEnumerable<IEntityType> RecordTypes(TrustDb db) =>
        db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Record)));

    private static IEnumerable<string> NotAttested(TrustDb db) => db.Model.GetEntityTypes()
        .Where(e => !e.ClrType.IsAssignableTo(typeof(Record)) && e.ClrType.Namespace != typeof(Verification).Namespace)
        .Where(e => !e.ClrType.IsAssignableTo(typeof(IAttestedRow)))
        .Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal);

    private static void Break(VerificationReport report, string text)
    {
        if (report.Breaks.Count < MostBreaks) report.Breaks.Add(text);
    }
}
