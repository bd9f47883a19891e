using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Commonstead.Platform.Data;

/// <summary>
/// The index of searched words on SQLite: for each kind of record an FTS5 table of trigrams without a copy of the text,
/// and a table that gives every record a number in it (a table's own row numbers change when a file is compacted).
/// </summary>
/// <remarks>
/// A row written alone would cost FTS5 a dozen pages, several times the row itself. So a record is given its number at
/// once and is read into the index with its block of 256; until then a search reads those few records themselves.
/// What is changed or erased leaves the index in the same transaction, and by 'secure-delete' its pages, too.
/// </remarks>
internal static class SqliteSearchIndex
{
    private const int Block = 256;

    // Up to which number the records of each kind are read into the index.
    private const string Progress = """CREATE TABLE "search_progress" ("kind" TEXT PRIMARY KEY, "indexed" INTEGER)""";

    private const string List = "select sql from sqlite_master where sql is not null and type in ('table', 'trigger')";

    /// <summary>Makes each kind's index that is missing or is not as it should be.</summary>
    public static async Task Ensure(TrustDb db)
    {
        if ((await Missing(db)).Count == 0) return;
        await using var making = await db.Database.BeginTransactionAsync();
        foreach (var table in await Missing(db)) await db.Database.ExecuteSqlRawAsync(MadeAnew(table));
        await making.CommitAsync();
    }

    /// <summary>
    /// Asks for the ids of the records that hold words, {0} as a text and {1} as a phrase, and of at most {2}.
    /// </summary>
    public static string Hits(SearchedTable table) => $"""
        select w."id" as "Value" from "{Grams(table)}" g join "{Words(table)}" w on w."number" = g.rowid
        where g."text" match {Place(1)}
        union all
        select w."id" from "{Words(table)}" w join "{table.Name}" t on t."{table.Key}" = w."id"
        where w."number" > ({Indexed(table)}) and instr(t."{table.Text}", {Place(0)}) > 0
        limit {Place(2)}
        """;

    /// <summary>Words as FTS5 finds them next to each other, whatever characters they are of.</summary>
    public static string Phrase(string words) => $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Place(int number) => $"{{{number}}}";

    private static string Words(SearchedTable table) => table.Name + "_words";

    private static string Grams(SearchedTable table) => table.Name + "_grams";

    private static string Indexed(SearchedTable table) =>
        $"select \"indexed\" from \"search_progress\" where \"kind\" = '{table.Name}'";

    // Asked without EF Core, whose first query of a kind takes longer than everything else here: every start waits.
    private static async Task<List<SearchedTable>> Missing(TrustDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = List;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await using var reader = await command.ExecuteReaderAsync();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return [.. SearchIndex.Tables(db).Where(t => !found.IsSupersetOf([Progress, .. Tables(t), .. Triggers(t)]))];
    }

    private static string MadeAnew(SearchedTable table) => $"""
        drop trigger if exists "{table.Name}_words_in";
        drop trigger if exists "{table.Name}_words_changed";
        drop trigger if exists "{table.Name}_words_out";
        drop table if exists "{Words(table)}";
        drop table if exists "{Grams(table)}";
        {Progress.Replace("TABLE", "TABLE IF NOT EXISTS", StringComparison.Ordinal)};
        {string.Join(";\n", Tables(table))};
        insert into "{Grams(table)}" ("{Grams(table)}", rank) values ('secure-delete', 1);
        insert into "{Words(table)}" ("id") select "{table.Key}" from "{table.Name}" order by "{table.Key}";
        {ReadIn(table, "0")};
        insert or replace into "search_progress" ("kind", "indexed")
        select '{table.Name}', coalesce(max("number"), 0) from "{Words(table)}";
        {string.Join(";\n", Triggers(table))};
        """;

    // The texts come folded (SearchText), and the record keeps them: only where they stand is kept here.
    private static string[] Tables(SearchedTable table) =>
    [
        $"""CREATE TABLE "{Words(table)}" ("number" INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE)""",
        $"""
        CREATE VIRTUAL TABLE "{Grams(table)}" using fts5
        ("text", content='', columnsize=0, tokenize='trigram case_sensitive 1')
        """,
    ];

    private static string[] Triggers(SearchedTable table) =>
    [
        $"""
        CREATE TRIGGER "{table.Name}_words_in" after insert on "{table.Name}" begin {Number(table)}; end
        """,
        $"""
        CREATE TRIGGER "{table.Name}_words_changed" after update of "{table.Key}", "{table.Text}" on "{table.Name}"
        when old."{table.Key}" is not new."{table.Key}" or old."{table.Text}" is not new."{table.Text}"
        begin {TakeOut(table)}; {Number(table)}; end
        """,
        $"""
        CREATE TRIGGER "{table.Name}_words_out" after delete on "{table.Name}" begin {TakeOut(table)}; end
        """,
        $"""
        CREATE TRIGGER "{table.Name}_words_block" after insert on "{Words(table)}"
        when new."number" % {Block} = 0
        begin
        {ReadIn(table, Indexed(table))};
        update "search_progress" set "indexed" = new."number" where "kind" = '{table.Name}';
        end
        """,
    ];

    private static string ReadIn(SearchedTable table, string after) => $"""
        insert into "{Grams(table)}" (rowid, "text")
        select w."number", t."{table.Text}" from "{Words(table)}" w join "{table.Name}" t on t."{table.Key}" = w."id"
        where w."number" > ({after}) order by w."number"
        """;

    // The next number is greater than any that was read in, even when the last records are gone.
    private static string Number(SearchedTable table) => $"""
        insert into "{Words(table)}" ("number", "id")
        select 1 + max(({Indexed(table)}), coalesce((select max("number") from "{Words(table)}"), 0)), new."{table.Key}"
        """;

    private static string TakeOut(SearchedTable table) => $"""
        insert into "{Grams(table)}" ("{Grams(table)}", rowid, "text")
        select 'delete', "number", old."{table.Text}" from "{Words(table)}"
        where "id" = old."{table.Key}" and "number" <= ({Indexed(table)});
        delete from "{Words(table)}" where "id" = old."{table.Key}"
        """;
}
