using System.Data.Common;
using Commonstead.Platform.Trusts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Commonstead.Tests.Platform;

/// <summary>
/// Someone with the database's own tools, past every guard: foreign keys and triggers do not hold them.
/// </summary>
internal sealed class ByHand : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private ByHand(DbConnection connection) => _connection = connection;

    public static async Task<ByHand> Open(OpenTrust trust)
    {
        DbConnection connection = trust.IsSqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(trust.Location.Folder, "trust.db"),
                ForeignKeys = false,
                Pooling = false,
            }.ConnectionString)
            : new NpgsqlConnection(trust.Location.Database);
        await connection.OpenAsync();
        var hand = new ByHand(connection);
        if (!trust.IsSqlite) await hand.Do("set session_replication_role = replica");
        return hand;
    }

    /// <summary>Runs a statement with values @0, @1, ….</summary>
    public async Task<int> Do(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first row of a query, or null.</summary>
    public async Task<object[]?> First(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return null;
        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        return row;
    }

    /// <summary>Removes the triggers that guard a table; SQLite has no other way past them.</summary>
    public async Task Unguard(params IEnumerable<string> tables)
    {
        foreach (var table in tables)
        {
            foreach (var act in (string[])["update", "delete"])
            {
                await Do(_connection is SqliteConnection
                    ? $"drop trigger if exists \"{table}_no_{act}\""
                    : $"drop trigger if exists \"{table}_no_{act}\" on \"{table}\"");
            }
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private DbCommand Command(string sql, object[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
