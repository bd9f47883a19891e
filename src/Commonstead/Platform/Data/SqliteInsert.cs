using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Commonstead.Platform.Data;

/// <summary>
/// One insert prepared on SQLite's own interface and run for row after row: the ADO.NET layer looks every parameter up
/// by name each time, which costs more than the insert. Values are stored exactly as that layer stores them.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private const string Decimals = "0.0###########################";

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _buffer = new byte[512];

    /// <summary>Prepares the insert; the connection's transaction is the one it runs in.</summary>
    public SqliteInsert(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _connection = connection;
        var places = string.Join(", ", columns.Select((_, index) => $"?{index + 1}"));
        var text = $"insert into \"{table}\" ({string.Join(", ", columns)}) values ({places})";
        Check(raw.sqlite3_prepare_v2(connection.Handle, text, out _statement));
    }

    /// <summary>Puts a value into a place, from 1.</summary>
    public void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => BindText(place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool yes => raw.sqlite3_bind_int64(_statement, place, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        decimal number => BindFormatted(place, number, Decimals),
        DateOnly date => BindFormatted(place, date, "yyyy-MM-dd"),
        DateTime instant => BindFormatted(place, instant, "yyyy-MM-dd HH:mm:ss.FFFFFFF"),
        Guid id => BindText(place, id.ToString("D").ToUpperInvariant()),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new NotSupportedException($"{value.GetType().Name} has no form in SQLite."),
    });

    /// <summary>Inserts the row that was bound.</summary>
    public void Execute()
    {
        var code = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE) Check(code);
    }

    public void Dispose() => _statement.Dispose();

    private int BindText(int place, string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _buffer.Length)
            return raw.sqlite3_bind_text(_statement, place, text);
        var count = Encoding.UTF8.GetBytes(text, _buffer);
        return raw.sqlite3_bind_text(_statement, place, _buffer.AsSpan(0, count));
    }

    private int BindFormatted<T>(int place, T value, string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(_buffer, out var count, format, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, place, _buffer.AsSpan(0, count));
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW)) SqliteException
            .ThrowExceptionForRC(code, _connection.Handle);
    }
}
