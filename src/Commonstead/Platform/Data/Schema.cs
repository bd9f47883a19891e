using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Data;

/// <summary>
/// Brings a new database to the shape this program writes, and refuses one of any other shape before it touches it.
/// </summary>
/// <remarks>
/// Until the first release there is one initial migration, written anew whenever the model changes; its name ends with
/// the hash of what it makes, so that a database itself says which shape it has.
/// </remarks>
internal static class Schema
{
    /// <summary>How the name of the one migration before the first release begins.</summary>
    public const string Initial = "20260101000000_Initial";

    // What others may keep beside a trust's tables: EF's own, and the reference table of the PostGIS extension.
    private const string SqliteTables =
        "select count(*) as \"Value\" from sqlite_master where type = 'table' and name not like 'sqlite@_%' escape '@' "
        + "and name not like '@_@_EF%' escape '@'";

    private const string PostgresTables =
        "select count(*)::int as \"Value\" from pg_tables where schemaname = current_schema() "
        + "and tablename not like '@_@_EF%' escape '@' and tablename <> 'spatial_ref_sys'";

    /// <summary>Makes the tables of a new database; leaves one of this program's shape as it is.</summary>
    /// <exception cref="OtherShapeException">The database has another shape; nothing was changed.</exception>
    public static async Task Ensure(TrustDb db)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await Applied(db, known);
        if (applied < known.Count)
        {
            if (applied == 0 && await HasTables(db))
            {
                throw new OtherShapeException(
                    "This database holds something else than a trust's record. Name an empty one; "
                    + "nothing was changed.");
            }

            await db.Database.MigrateAsync();
        }

        await AppendOnlyTriggers.Ensure(db);
        await SearchIndex.Ensure(db);
    }

    /// <summary>Requires a database of exactly this program's shape, and changes nothing in it.</summary>
    /// <exception cref="OtherShapeException">The database has another shape, or none.</exception>
    public static async Task MustFit(TrustDb db)
    {
        var known = db.Database.GetMigrations().ToList();
        if (await Applied(db, known) < known.Count)
            throw new OtherShapeException("The trust's record is not complete: its tables were never made.");
    }

    private static async Task<int> Applied(TrustDb db, List<string> known)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        var strange = applied.Find(name => !known.Contains(name, StringComparer.Ordinal));
        if (strange is null) return applied.Count;
        throw new OtherShapeException(strange.StartsWith(Initial, StringComparison.Ordinal)
            ? "This record was written by another version of the program "
                + $"(its shape is {ShapeOf(strange)}, this program's {ShapeOf(known[0])}). Until the first release the "
                + "shape may change without a way across: open it with the version that wrote it. Nothing was changed."
            : $"This record was written by a newer program ({strange}). Update the program; nothing was changed.");
    }

    private static string ShapeOf(string migration) =>
        migration.Length > Initial.Length ? migration[(Initial.Length + 1)..] : "an early one";

    private static async Task<bool> HasTables(TrustDb db)
    {
        if (!await db.Database.CanConnectAsync()) return false;
        var sql = db.Database.IsSqlite() ? SqliteTables : PostgresTables;
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync() > 0;
    }
}

/// <summary>A database is not of the shape that this program reads and writes.</summary>
public sealed class OtherShapeException(string message) : IOException(message);
