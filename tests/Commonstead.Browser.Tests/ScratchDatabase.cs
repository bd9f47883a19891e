using Npgsql;

namespace Commonstead.Browser.Tests;

/// <summary>A database of its own on the PostgreSQL server that COMMONSTEAD_TEST_DATABASE names.</summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly string _name = "browser_" + Guid.NewGuid().ToString("N");

    private ScratchDatabase(string server) => Server = server;

    /// <summary>The server, or null where the tests run without one.</summary>
    public static string? OfServer => Environment.GetEnvironmentVariable("COMMONSTEAD_TEST_DATABASE");

    /// <summary>How to reach the database.</summary>
    public string Connection =>
        new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 10 }.ToString();

    private string Server { get; }

    /// <summary>Makes one.</summary>
    public static async Task<ScratchDatabase> Make(string server)
    {
        var database = new ScratchDatabase(server);
        await database.Do($"create database {database._name}");
        return database;
    }

    public async ValueTask DisposeAsync() => await Do($"drop database if exists {_name} with (force)");

    private async Task Do(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
