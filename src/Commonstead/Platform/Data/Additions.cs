using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Data;

/// <summary>
/// Saves what an operation added when it did nothing else, past EF Core's save, which makes its statements anew each
/// time: that takes several times as long as the inserts themselves. Whatever changes or removes a row is EF Core's.
/// </summary>
public sealed class Additions(TrustDb db, BulkWriter bulk)
{
    // A COPY is three round trips for each table; fewer rows go faster in EF Core's one.
    private const int FewOnPostgres = 100;

    private const string RankAnnotation = "Commonstead:Rank";

    /// <summary>Saves all that is tracked as added.</summary>
    /// <returns>False, and nothing is saved, when there is something else to save too or EF Core does it as well.
    /// </returns>
    internal async Task<bool> Save()
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged).ToList();
        if (entries.Exists(e => e.State != EntityState.Added || !IsPlain(e.Metadata))) return false;
        if (!db.Database.IsSqlite() && entries.Count < FewOnPostgres) return false;
        foreach (var table in entries.GroupBy(e => e.Metadata).OrderBy(table => Rank(table.Key)))
            await bulk.Write(table.Key, table.Select(e => e.Entity));
        db.ChangeTracker.AcceptAllChanges();
        return true;
    }

    // What the engine numbers, others may point to; only EF Core knows the number before it is given.
    private static bool IsPlain(IEntityType table) =>
        !table.IsOwned() && !table.GetFlattenedProperties().Any(p => BulkColumn.IsNumberedByEngine(p));

    // A row is written after the rows it points to, as both engines require at each statement.
    private static int Rank(IEntityType table) => table.GetOrAddRuntimeAnnotationValue<int?, IEntityType>(
        RankAnnotation,
        static t => 1 + t!.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(other => other != t)
            .Select(Rank).DefaultIfEmpty(0).Max(),
        table)!.Value;
}
