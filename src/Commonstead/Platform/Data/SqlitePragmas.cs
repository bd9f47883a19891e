using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Commonstead.Platform.Data;

/// <summary>
/// Sets each SQLite connection so that what was acknowledged survives a crash and readers never wait for a writer.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
