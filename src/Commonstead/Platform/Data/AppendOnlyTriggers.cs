using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Commonstead.Platform.Data;

/// <summary>
/// The guarantee behind <see cref="IAppendOnly"/>: triggers that refuse to change or remove a row, for both engines.
/// They are made again at every start, since SQLite alters a table by building it anew.
/// </summary>
internal static class AppendOnlyTriggers
{
    private static readonly string[] _acts = ["update", "delete"];

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
            foreach (var act in _acts)
            {
                await db.Database.ExecuteSqlRawAsync(sqlite ? Sqlite(table, act) : Postgres(table, act));
            }
        }
    }

    /// <summary>Names each table that is not guarded as it should be, and against what: a trigger that is gone,
    /// switched off or does something else.</summary>
    public static async Task<IReadOnlyList<(string Table, string Act)>> Missing(
        TrustDb db, CancellationToken cancellation = default)
    {
        var sqlite = db.Database.IsSqlite();
        var found = await Found(db, sqlite ? SqliteList : PostgresList, cancellation);
        return
        [
            .. from table in Tables(db)
               from act in _acts
               let stands = found.GetValueOrDefault($"{table}_no_{act}")
               where stands is null || !stands.EndsWith(
                   sqlite ? SqliteRule(table, act) : PostgresRule(table, act), StringComparison.Ordinal)
               select (table, act),
        ];
    }

    private const string FunctionBody = " begin raise exception '% is append-only', tg_table_name; end ";

    private const string PostgresFunction = $"""
        create or replace function append_only() returns trigger language plpgsql as
        $${FunctionBody}$$
        """;

    private const string SqliteList = "select name, sql from sqlite_master where type = 'trigger'";

    // A trigger's kind is a sum of bits: 1 for each row, 2 before, 8 delete, 16 update; 'O' is switched on.
    private const string PostgresList = """
        select t.tgname, t.tgrelid::regclass::text || ' ' || t.tgtype::text || t.tgenabled::text ||
            case when t.tgqual is null then '' else ' when' end || p.prosrc
        from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace
        """;

    private static string Sqlite(string table, string act) =>
        $"create trigger if not exists \"{table}_no_{act}\" {SqliteRule(table, act)}";

    private static string SqliteRule(string table, string act) =>
        $"before {act} on \"{table}\" begin select raise(abort, '{table} is append-only'); end";

    private static string Postgres(string table, string act) => $"""
        create or replace trigger "{table}_no_{act}" before {act} on "{table}"
        for each row execute function append_only()
        """;

    private static string PostgresRule(string table, string act) =>
        $"{table} {(act == "update" ? 19 : 11)}O{FunctionBody}";

    private static async Task<Dictionary<string, string>> Found(TrustDb db, string sql, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) found[reader.GetString(0)] = reader.GetString(1);
        return found;
    }
}
