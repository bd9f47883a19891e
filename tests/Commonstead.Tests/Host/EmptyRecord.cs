using Commonstead.Platform.Trusts;
using Npgsql;

[assembly: AssemblyFixture(typeof(Commonstead.Tests.EmptyRecord))]

namespace Commonstead.Tests;

/// <summary>
/// A record with its tables and nothing in them, made once as the program makes it and copied for every trust of the
/// tests: making tables takes longer than most tests do. The engine is SQLite, or the PostgreSQL server that
/// COMMONSTEAD_TEST_DATABASE names.
/// </summary>
public sealed class EmptyRecord : IAsyncLifetime
{
    private const string File = "trust.db";

    private static readonly string? _server = Environment.GetEnvironmentVariable("COMMONSTEAD_TEST_DATABASE");
    private static readonly string _name = NewName();

    private readonly string _folder = Folder(_name);

    /// <summary>True when the tests run on PostgreSQL.</summary>
    public static bool OnPostgres => _server is not null;

    public async ValueTask InitializeAsync()
    {
        if (OnPostgres) await OnServer($"create database {_name}");
        var made = await OpenTrust.Open(new TrustLocation(_folder, Connection(_name)), TimeProvider.System);
        await made.DisposeAsync();
        // A database that somebody is connected to cannot be copied.
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        if (OnPostgres) await Drop(_name);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Lays a copy where a trust will be opened.</summary>
    /// <param name="folder">The trust's data folder.</param>
    /// <returns>The copy's name on the server, to be dropped in the end, and its connection string; null on SQLite.
    /// </returns>
    public static async Task<(string? Database, string? Connection)> Copy(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OnPostgres)
        {
            System.IO.File.Copy(Path.Combine(Folder(_name), File), Path.Combine(folder, File));
            return (null, null);
        }

        var name = NewName();
        await OnServer($"create database {name} template {_name}");
        return (name, Connection(name));
    }

    /// <summary>Removes a copy from the server.</summary>
    public static Task Drop(string database) => OnServer($"drop database if exists {database} with (force)");

    private static string NewName() => "commonstead_" + Guid.NewGuid().ToString("N");

    private static string Folder(string name) => Path.Combine(Path.GetTempPath(), name);

    private static string? Connection(string database) => _server is null ? null
        : new NpgsqlConnectionStringBuilder(_server) { Database = database, MaxPoolSize = 10 }.ConnectionString;

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
