using System.Reflection;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Audit;

/// <summary>Walks every row of every kind of record and compares it with what was last attested of it.</summary>
internal sealed class RecordWalk
{
    private static readonly MethodInfo _walkTable =
        typeof(RecordWalk).GetMethod(nameof(WalkTable), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private readonly TrustDb _db;
    private readonly VerificationReport _report;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<(string Table, Guid Key), Attestation> _latest = [];

    private RecordWalk(TrustDb db, VerificationReport report, CancellationToken cancellation) =>
        (_db, _report, _cancellation) = (db, report, cancellation);

    /// <summary>Walks them all.</summary>
    public static async Task Run(TrustDb db, VerificationReport report, CancellationToken cancellation)
    {
        var walk = new RecordWalk(db, report, cancellation);
        await walk.ReadLatest();
        foreach (var entity in RecordTypes(db))
            await (Task)_walkTable.MakeGenericMethod(entity.ClrType).Invoke(walk, [entity])!;
        foreach (var ((table, key), attestation) in walk._latest.Where(a => a.Value.Hash.Length > 0))
        {
            report.Break(new BrokenPlace(
                $"{table} {RecordIds.Text(key)}: attested by entry {attestation.EntryNumber}, but the row is gone.",
                BreakKind.Gone, table, key, attestation.EntryNumber));
        }
    }

    /// <summary>The kinds of record whose rows are attested one by one.</summary>
    internal static IEnumerable<IEntityType> RecordTypes(TrustDb db) =>
        db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Record)));

    private async Task ReadLatest()
    {
        var all = _db.Set<Attestation>().AsNoTracking().AsAsyncEnumerable();
        await foreach (var a in all.WithCancellation(_cancellation))
        {
            var place = (a.Table, a.Key);
            if (!_latest.TryGetValue(place, out var seen) || seen.Version < a.Version) _latest[place] = a;
        }
    }

    private async Task WalkTable<TRecord>(IEntityType entity)
        where TRecord : Record
    {
        var table = entity.GetTableName()!;
        try
        {
            var rows = _db.Set<TRecord>().AsNoTracking().AsAsyncEnumerable();
            await foreach (var record in rows.WithCancellation(_cancellation)) Compare(record, table);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            await WalkOneByOne(entity, table);
        }
    }

    // One unreadable value stops the reading of a whole table; then each attested row is read by itself.
    private async Task WalkOneByOne(IEntityType entity, string table)
    {
        var id = entity.FindPrimaryKey()!.Properties[0].ClrType;
        foreach (var key in _latest.Keys.Where(k => k.Table == table).Select(k => k.Key).ToList())
        {
            try
            {
                var found = await _db.FindAsync(
                    entity.ClrType, [Activator.CreateInstance(id, key)!], _cancellation);
                if (found is Record record) Compare(record, table);
            }
            catch (Exception e) when (IsUnreadable(e))
            {
                _latest.Remove((table, key), out var attestation);
                _report.Break(new BrokenPlace(
                    $"{table} {RecordIds.Text(key)}: cannot be read, a value is not of its kind.",
                    BreakKind.Unreadable, table, key, attestation?.EntryNumber));
            }

            _db.ChangeTracker.Clear();
        }
    }

    private void Compare(Record record, string table)
    {
        var row = $"{table} {RecordIds.Text(record.Key)}";
        if (!_latest.Remove((table, record.Key), out var attestation))
            _report.Break(new BrokenPlace(
                $"{row}: no operation wrote this row.", BreakKind.Added, table, record.Key));
        else if (CanonicalRow.Hash(_db.Entry(record)).AsSpan().SequenceEqual(attestation.Hash)) _report.Records++;
        else
            _report.Break(new BrokenPlace(
                $"{row}: differs from what entry {attestation.EntryNumber} attested.",
                BreakKind.Changed, table, record.Key, attestation.EntryNumber));
    }

    /// <summary>True for what reading a value that is not of its column's kind throws.</summary>
    internal static bool IsUnreadable(Exception e) => e is FormatException or InvalidCastException or OverflowException
        or ArgumentException or InvalidOperationException;
}
