using System.Reflection;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Audit;

/// <summary>Walks the tables whose rows are attested together and names each record whose rows do not agree.</summary>
internal static class RowsVerification
{
    private static readonly MethodInfo _walk =
        typeof(RowsVerification).GetMethod(nameof(WalkTable), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The kinds of row that some kind of record attests.</summary>
    public static IEnumerable<Type> RowTypes(TrustDb db) => Pairs(db).Select(pair => pair.Row);

    /// <summary>Walks every such table.</summary>
    /// <param name="db">The trust's record.</param>
    /// <param name="found">Is told of each break, in words.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <returns>How many rows agree with their attestation.</returns>
    public static async Task<long> Walk(TrustDb db, Action<string> found, CancellationToken cancellation)
    {
        long sound = 0;
        foreach (var (record, row) in Pairs(db))
        {
            var walk = _walk.MakeGenericMethod(record, row);
            sound += await (Task<long>)walk.Invoke(null, [db, found, cancellation])!;
        }

        return sound;
    }

    private static IEnumerable<(Type Record, Type Row)> Pairs(TrustDb db) =>
        from entity in db.Model.GetEntityTypes()
        from attests in entity.ClrType.GetInterfaces()
        where attests.IsGenericType && attests.GetGenericTypeDefinition() == typeof(IAttestsRows<>)
        select (entity.ClrType, attests.GenericTypeArguments[0]);

    private static async Task<long> WalkTable<TRecord, TRow>(
        TrustDb db, Action<string> found, CancellationToken cancellation)
        where TRecord : Record, IAttestsRows<TRow>
        where TRow : class, IAttestedRow
    {
        var table = db.Model.FindEntityType(typeof(TRow))!.GetTableName();
        long sound = 0;
        long seen = 0;
        if (await Records<TRecord>(db, cancellation) is not { } records)
        {
            found($"{table} cannot be compared: a record that attests its rows cannot be read.");
            return 0;
        }

        foreach (var record in records)
        {
            var (hash, count) = await Read(db.Set<TRow>().AsNoTracking().Where(record.Rows), cancellation);
            seen += count;
            if (count == record.AttestedCount && hash == record.AttestedHash) sound += count;
            else if (hash.Length == 0) found($"{table} of {record.Called} cannot be read: a value is not of its kind.");
            else if (count != record.AttestedCount)
                found($"{table} of {record.Called} has {count} rows, not the {record.AttestedCount} attested.");
            else found($"{table} of {record.Called} differs from its attested hash.");
        }

        var all = await db.Set<TRow>().LongCountAsync(cancellation);
        if (all > seen) found($"{table} has {all - seen} rows that no operation wrote.");
        return sound;
    }

    // Null when a value of one of them is not of its kind; the walk over records names it.
    private static async Task<List<TRecord>?> Records<TRecord>(TrustDb db, CancellationToken cancellation)
        where TRecord : Record
    {
        try
        {
            return await db.Set<TRecord>().AsNoTracking().ToListAsync(cancellation);
        }
        catch (Exception e) when (RecordWalk.IsUnreadable(e))
        {
            return null;
        }
    }

    private static async Task<(string Hash, int Count)> Read<TRow>(
        IQueryable<TRow> rows, CancellationToken cancellation)
        where TRow : class, IAttestedRow
    {
        try
        {
            return RowsHash.Of(await rows.ToListAsync(cancellation));
        }
        catch (Exception e) when (RecordWalk.IsUnreadable(e))
        {
            return ("", await rows.CountAsync(cancellation));
        }
    }
}
