using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Commonstead.Platform.Data;

/// <summary>
/// Reads everything as it stood at one instant, while others go on writing: a deferred transaction on SQLite, which
/// takes no write lock, and a repeatable read on PostgreSQL.
/// </summary>
internal static class ReadSnapshot
{
    public static async Task<IDbContextTransaction> Begin(TrustDb db, CancellationToken cancellation = default)
    {
        if (!db.Database.IsSqlite())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, cancellation))!;
    }
}
