using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Commonstead.Platform.Data;

/// <summary>
/// Sets each SQLite connection so that what was acknowledged survives a crash and readers never wait for a writer.
/// </summary>
/// <remarks>The settings stay with the connection beneath, which the pool hands out again and again.</remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // Each connection has a cache of its own; the system's, which they share, serves small reads nearly as fast.
    // The log goes back into the file after 16 MB: often-written pages are then copied once for many operations.
    private const string Pragmas =
        "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma cache_size=-512; "
        + "pragma wal_autocheckpoint=4000;";

    private static readonly ConditionalWeakTable<sqlite3, object> _set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    // There is nothing to await: SQLite works in this process.
    private static void Set(DbConnection connection)
    {
        var beneath = ((SqliteConnection)connection).Handle!;
        if (_set.TryGetValue(beneath, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        _set.AddOrUpdate(beneath, beneath);
    }
}
