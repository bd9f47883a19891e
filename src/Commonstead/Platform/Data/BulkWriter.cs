using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Commonstead.Platform.Data;

/// <summary>
/// Writes new rows of one table inside the running operation's transaction without tracking them: a prepared statement
/// on SQLite, a binary COPY on PostgreSQL.
/// </summary>
public sealed class BulkWriter(TrustDb db)
{
    private const int RowsPerReport = 4_096;

    /// <summary>Writes the rows in the order given.</summary>
    /// <param name="rows">New rows; a row whose key is there already stops the operation.</param>
    /// <param name="progress">Is told how many rows are written, now and then and at the end.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="InvalidOperationException">No operation is running.</exception>
    public async Task<int> Write<TRow>(IEnumerable<TRow> rows, Action<int>? progress = null)
        where TRow : class
    {
        var table = db.Model.FindEntityType(typeof(TRow))
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");
        var written = await Write(table, rows, progress);
        progress?.Invoke(written);
        return written;
    }

    /// <summary>Writes rows of a table in the order given.</summary>
    internal Task<int> Write(IEntityType table, IEnumerable<object> rows, Action<int>? progress = null)
    {
        var columns = BulkColumn.Of(table);
        return Connection() is NpgsqlConnection postgres
            ? Copy(postgres, table.GetTableName()!, columns, rows, progress)
            : Task.FromResult(Insert((SqliteConnection)Connection(), table.GetTableName()!, columns, rows, progress));
    }

    /// <summary>Writes one row, whose number the SQLite engine gives.</summary>
    internal long WriteNumbered(object row)
    {
        var table = db.Model.FindEntityType(row.GetType())!;
        var connection = (SqliteConnection)Connection();
        Insert(connection, table.GetTableName()!, BulkColumn.Of(table), [row], null);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    private System.Data.Common.DbConnection Connection()
    {
        db.MustBeWriting();
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Rows are written in an operation's transaction.");
        return transaction.GetDbTransaction().Connection!;
    }

    private static int Insert(
        SqliteConnection connection, string table, BulkColumn[] columns, IEnumerable<object> rows,
        Action<int>? progress)
    {
        using var insert = new SqliteInsert(connection, table, [.. columns.Select(c => c.Quoted)]);
        var written = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) insert.Bind(i + 1, columns[i].Of(row));
            insert.Execute();
            if (++written % RowsPerReport == 0) progress?.Invoke(written);
        }

        return written;
    }

    private static async Task<int> Copy(
        NpgsqlConnection connection, string table, BulkColumn[] columns, IEnumerable<object> rows,
        Action<int>? progress)
    {
        var names = string.Join(", ", columns.Select(c => c.Quoted));
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy \"{table}\" ({names}) from stdin (format binary)");
        var written = 0;
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.Of(row) is { } value) await copy.WriteAsync(value, column.PostgresType);
                else await copy.WriteNullAsync();
            }

            if (++written % RowsPerReport == 0) progress?.Invoke(written);
        }

        await copy.CompleteAsync();
        return written;
    }
}

/// <summary>A column that is written, with the value a row has in it as the engine stores it.</summary>
internal sealed class BulkColumn(IProperty property)
{
    private const string Annotation = "Commonstead:BulkColumns";

    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    private readonly Func<object, object?> _read = Reader(property);

    public string Quoted { get; } = "\"" + property.GetColumnName() + "\"";

    public string PostgresType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

    /// <summary>A table's columns, but for a number that the database gives.</summary>
    public static BulkColumn[] Of(IEntityType table) => table.GetOrAddRuntimeAnnotationValue(
        Annotation,
        static t => t!.GetFlattenedProperties().Where(p => !IsNumberedByEngine(p)).Select(p => new BulkColumn(p))
            .ToArray(),
        table)!;

    /// <summary>True when the engine numbers the table's rows.</summary>
    public static bool IsNumberedByEngine(IProperty property) => property.IsPrimaryKey()
        && property.ClrType == typeof(long) && property.ValueGenerated == ValueGenerated.OnAdd;

    public object? Of(object row) => _convert is null ? _read(row) : _convert(_read(row));

    // A value that may be absent, such as an amount not yet agreed, is read as absent and not as its type's zero.
    private static Func<object, object?> Reader(IProperty property)
    {
        Func<object, object?> read = property.GetGetter().GetClrValueUsingContainingEntity;
        if (property.DeclaringType is not IComplexType { ComplexProperty: { IsNullable: true } whole }) return read;
        Func<object, object?> readWhole = whole.GetGetter().GetClrValueUsingContainingEntity;
        return row => readWhole(row) is null ? null : read(row);
    }
}
