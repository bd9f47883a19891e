using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Commonstead.Platform.Data;

/// <summary>
/// Writes many rows of one table inside the running operation's transaction: a prepared statement on SQLite, a binary
/// COPY on PostgreSQL. The rows are not tracked and not attested one by one; the operation's result attests them
/// together (<see cref="Audit.IBulkResult"/>).
/// </summary>
public sealed class BulkWriter(TrustDb db)
{
    private const int RowsPerReport = 4_096;
    private const string ColumnsAnnotation = "Commonstead:BulkColumns";

    /// <summary>Writes the rows in the order given.</summary>
    /// <param name="rows">New rows; a row whose key is there already stops the operation.</param>
    /// <param name="progress">Is told how many rows are written, now and then and at the end.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="InvalidOperationException">No operation is running.</exception>
    public async Task<int> Write<TRow>(IEnumerable<TRow> rows, Action<int>? progress = null)
        where TRow : class
    {
        db.MustBeWriting();
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Bulk work belongs to an operation's transaction.");
        var table = db.Model.FindEntityType(typeof(TRow))
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");
        var columns = table.GetOrAddRuntimeAnnotationValue(ColumnsAnnotation, ColumnsOf, table)!;
        var connection = transaction.GetDbTransaction().Connection!;
        var written = connection is NpgsqlConnection postgres
            ? await Copy(postgres, table.GetTableName()!, columns, rows, progress)
            : Insert((SqliteConnection)connection, table.GetTableName()!, columns, rows, progress);
        progress?.Invoke(written);
        return written;
    }

    // A number that the database gives is not written.
    private static BulkColumn[] ColumnsOf(IEntityType? table) =>
    [
        .. table!.GetFlattenedProperties()
            .Where(p => !(p.IsPrimaryKey() && p.ClrType == typeof(long) && p.ValueGenerated == ValueGenerated.OnAdd))
            .Select(p => new BulkColumn(p)),
    ];

    private static int Insert<TRow>(
        SqliteConnection connection, string table, BulkColumn[] columns, IEnumerable<TRow> rows, Action<int>? progress)
        where TRow : class
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

    private static async Task<int> Copy<TRow>(
        NpgsqlConnection connection, string table, BulkColumn[] columns, IEnumerable<TRow> rows, Action<int>? progress)
        where TRow : class
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

    /// <summary>A column of the table, with the value a row has in it as the engine stores it.</summary>
    private sealed class BulkColumn(IProperty property)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly Func<object, object?> _read = property.GetGetter().GetClrValue;

        public string Quoted { get; } = "\"" + property.GetColumnName() + "\"";

        public string PostgresType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public object? Of(object row) => _convert is null ? _read(row) : _convert(_read(row));
    }
}
