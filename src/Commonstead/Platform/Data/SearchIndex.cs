using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Commonstead.Platform.Data;

/// <summary>Marks a record that people find by words; <see cref="SearchIndex"/> keeps an index of them.</summary>
public interface ISearched
{
    /// <summary>What searches look in, as <see cref="SearchText"/> folds it.</summary>
    string Search { get; }
}

/// <summary>
/// An index of every three neighbouring characters in what searches look in, so that words are found anywhere in it
/// without reading every row. It is derived: no part of the record, made when it is missing, kept by the database.
/// </summary>
/// <remarks>
/// PostgreSQL has it as an index with its own extension pg_trgm. On SQLite it is a table of its own beside each kind of
/// record (<see cref="SqliteSearchIndex"/>); as that is kept by triggers, and SQLite alters a table by building it anew
/// without them, each start looks whether all of it stands.
/// </remarks>
internal static class SearchIndex
{
    // Any number that nobody else takes: two programs may open a new trust at once.
    private const string PostgresLock = "select pg_advisory_xact_lock(7310001)";

    private const string PostgresExtension = "create extension if not exists pg_trgm";

    private const string PostgresList = """
        select indexname as "Value" from pg_indexes where schemaname = current_schema() and indexname like '%@_search'
            escape '@'
        """;

    // What PostgreSQL says when the extension may not be made, or is not on the machine.
    private static readonly string[] _noExtension =
    [
        PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.FeatureNotSupported,
        PostgresErrorCodes.UndefinedFile, PostgresErrorCodes.UndefinedObject,
    ];

    /// <summary>The kinds of record that are searched.</summary>
    public static IEnumerable<SearchedTable> Tables(TrustDb db) => db.Model.GetEntityTypes()
        .Where(e => e.ClrType.IsAssignableTo(typeof(ISearched)))
        .Select(e => new SearchedTable(e))
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>Makes what is missing, from the records as they stand.</summary>
    public static Task Ensure(TrustDb db) => db.Database.IsSqlite() ? SqliteSearchIndex.Ensure(db) : EnsurePostgres(db);

    /// <summary>True when searches are answered from an index: on PostgreSQL it may be out of reach.</summary>
    public static async Task<bool> Stands(TrustDb db) =>
        db.Database.IsSqlite() || (await MissingOnPostgres(db)).Count == 0;

    /// <summary>Asks PostgreSQL for the ids of the records that match the pattern {0}, of at most {1}.</summary>
    public static string PostgresHits(SearchedTable table) =>
        $"select \"{table.Key}\" as \"Value\" from \"{table.Name}\" where \"{table.Text}\" like {{0}} limit {{1}}";

    /// <summary>The pattern of whatever holds words.</summary>
    public static string Pattern(string words) => "%" + words
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static async Task EnsurePostgres(TrustDb db)
    {
        var missing = await MissingOnPostgres(db);
        if (missing.Count == 0) return;
        try
        {
            await using var making = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(PostgresLock);
            await db.Database.ExecuteSqlRawAsync(PostgresExtension);
            foreach (var table in missing) await db.Database.ExecuteSqlRawAsync(Postgres(table));
            await making.CommitAsync();
        }
        catch (PostgresException e) when (_noExtension.Contains(e.SqlState))
        {
            // Searches then read every row: slower, and right all the same. The server says so when it starts.
        }
    }

    private static async Task<List<SearchedTable>> MissingOnPostgres(TrustDb db)
    {
        var found = await db.Database.SqlQueryRaw<string>(PostgresList).ToListAsync();
        return [.. Tables(db).Where(t => !found.Contains(t.Name + "_search"))];
    }

    // New rows wait in a short list, which every search reads as well; at 256 kB that takes less than a millisecond.
    private static string Postgres(SearchedTable table) => $"""
        create index if not exists "{table.Name}_search" on "{table.Name}" using gin ("{table.Text}" gin_trgm_ops)
        with (gin_pending_list_limit = 256)
        """;
}

/// <summary>The table of a kind of record that is searched.</summary>
internal sealed class SearchedTable(IEntityType kind)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = kind.GetTableName()!;

    /// <summary>The column of the record's id.</summary>
    public string Key { get; } = kind.FindPrimaryKey()!.Properties[0].GetColumnName();

    /// <summary>The column that searches look in.</summary>
    public string Text { get; } = kind.FindProperty(nameof(ISearched.Search))!.GetColumnName();
}
