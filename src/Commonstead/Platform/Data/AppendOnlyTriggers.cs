using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Data;

/// <summary>
/// The guarantee behind <see cref="IAppendOnly"/>: triggers that refuse to change or remove a row, for both engines.
/// They are made again at every start, since SQLite alters a table by building it anew.
/// </summary>
internal static class AppendOnlyTriggers
{
    /// <summary>The tables that triggers guard.</summary>
    public static IEnumerable<string> Tables(DbContext db) => db.Model.GetEntityTypes()
        .Where(e => e.ClrType.IsAssignableTo(typeof(IAppendOnly)))
        .Select(e => e.GetTableName()!)
        .Order(StringComparer.Ordinal);

    /// <summary>Makes the triggers that are missing.</summary>
    public static async Task Ensure(TrustDb db)
    {
        var sqlite = db.Database.IsSqlite();
        if (!sqlite) await db.Database.ExecuteSqlRawAsync(PostgresFunction);
        foreach (var table in Tables(db))
        {
            foreach (var act in (string[])["update", "delete"])
            {
                await db.Database.ExecuteSqlRawAsync(sqlite ? Sqlite(table, act) : Postgres(table, act));
            }
        }
    }

    private const string PostgresFunction = """
        create or replace function append_only() returns trigger language plpgsql as
        $$ begin raise exception '% is append-only', tg_table_name; end $$
        """;

    private static string Sqlite(string table, string act) => $"""
        create trigger if not exists "{table}_no_{act}" before {act} on "{table}"
        begin select raise(abort, '{table} is append-only'); end
        """;

    private static string Postgres(string table, string act) => $"""
        create or replace trigger "{table}_no_{act}" before {act} on "{table}"
        for each row execute function append_only()
        """;
}
