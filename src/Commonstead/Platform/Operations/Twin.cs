using System.Linq.Expressions;
using System.Reflection;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Commonstead.Platform.Operations;

/// <summary>
/// Two people who take the same name or number at once: the engine keeps the first, and the second is told whose it is.
/// </summary>
internal static class Twin
{
    private const int MostCompared = 20;

    private static readonly MethodInfo _keys =
        typeof(Twin).GetMethod(nameof(KeysOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>True when a save failed because what may stand only once stands already.</summary>
    public static bool Is(Exception e) => e.GetBaseException() is
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    /// <summary>
    /// The refusal, naming the record that was first for the runner to say who made it and when; call it before the
    /// tracked records are let go.
    /// </summary>
    public static async Task<Refusal> Refusal(TrustDb db, Exception e)
    {
        var unnamed = new Refusal(CommonRefusal.ChangedMeanwhile,
            "another record of the same name or number was added");
        if (IndexOf(db, e.GetBaseException()) is not { } index) return unnamed;
        foreach (var entry in db.ChangeTracker.Entries().Where(x => x.Metadata == index.DeclaringEntityType
            && x is { Entity: Record, State: EntityState.Added or EntityState.Modified }).ToList())
        {
            var find = _keys.MakeGenericMethod(entry.Metadata.ClrType);
            var keys = await (Task<List<Guid>>)find.Invoke(null, [db, index, entry])!;
            var first = await db.Set<Attestation>().Where(a => keys.Contains(a.Key) && a.Version == 1)
                .OrderByDescending(a => a.EntryNumber).Select(a => (Guid?)a.Key).FirstOrDefaultAsync();
            if (first is not { } key) continue;
            var taken = string.Join(", ", index.Properties.Select(p => entry.CurrentValues[p]).OfType<string>());
            var refusal = taken.Length == 0 ? unnamed
                : new Refusal(CommonRefusal.TakenMeanwhile, unnamed.Figures[0], taken);
            return refusal with { Outdated = new OutdatedSight(key, 0) };
        }

        return unnamed;
    }

    // SQLite names the columns ("UNIQUE constraint failed: land_parcel.name"), PostgreSQL the index.
    private static IIndex? IndexOf(TrustDb db, Exception e) => db.Model.GetEntityTypes()
        .SelectMany(type => type.GetIndexes()).FirstOrDefault(index => index.IsUnique && (e is PostgresException failed
            ? index.GetDatabaseName() == failed.ConstraintName
            : e.Message.Contains(": " + string.Join(", ", index.Properties.Select(p =>
                $"{index.DeclaringEntityType.GetTableName()}.{p.GetColumnName()}")) + "'", StringComparison.Ordinal)));

    private static async Task<List<Guid>> KeysOf<TRecord>(TrustDb db, IIndex index, EntityEntry entry)
        where TRecord : Record
    {
        var found = db.Set<TRecord>().AsNoTracking();
        foreach (var property in index.Properties)
        {
            var record = Expression.Parameter(typeof(TRecord));
            var stored = Expression.Call(
                typeof(EF), nameof(EF.Property), [property.ClrType], record, Expression.Constant(property.Name));
            var value = Expression.Constant(entry.CurrentValues[property], property.ClrType);
            found = found.Where(Expression.Lambda<Func<TRecord, bool>>(Expression.Equal(stored, value), record));
        }

        return (await found.Take(MostCompared).ToListAsync()).ConvertAll(r => r.Key);
    }
}
