using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Commonstead.Platform.Audit;

/// <summary>
/// Walks the seals from the first to the last, every attested row and everything that proves itself, all as of one
/// instant, and names what does not agree. It only reads.
/// </summary>
public static class Verification
{
    /// <summary>Verifies a trust's record.</summary>
    /// <param name="trust">The trust.</param>
    /// <param name="head">A head hash known from outside (a certificate, a mail), which must be one of the
    /// seals'.</param>
    /// <param name="checks">What proves itself beyond its rows.</param>
    /// <param name="cancellation">Stops the walk; the report then says that it is not complete.</param>
    public static async Task<VerificationReport> Run(
        OpenTrust trust, string? head = null, IEnumerable<IRecordCheck>? checks = null,
        CancellationToken cancellation = default)
    {
        var report = new VerificationReport();
        try
        {
            await using var db = trust.NewDb();
            await using var instant = await ReadSnapshot.Begin(db, cancellation);
            await FindDamage(db, report, cancellation);
            await FindUnguarded(db, report, cancellation);
            await SealWalk.Run(db, report, head, cancellation);
            await RecordWalk.Run(db, report, cancellation);
            report.Rows = await RowsVerification.Walk(db, report.Break, cancellation);
            foreach (var check in checks ?? [])
                report.Checked.Add(new(check.Checks, await check.Walk(trust, db, report.Break, cancellation)));
            report.Unsealed = await Sealing.Unsealed(db).LongCountAsync(cancellation);
            if (report.Unsealed > 0)
                report.UnsealedSince = await Sealing.Unsealed(db).MinAsync(e => e.At, cancellation);
            report.NotAttested.AddRange(NotAttested(db));
            report.IsComplete = true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            report.IsComplete = false;
        }

        return report;
    }

    // SQLite's own check of its file: pages, indexes and constraints (sqlite.org/pragma.html#pragma_integrity_check).
    private static async Task FindDamage(TrustDb db, VerificationReport report, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite()) return;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "pragma integrity_check";
        try
        {
            await using var lines = await command.ExecuteReaderAsync(cancellation);
            while (await lines.ReadAsync(cancellation))
            {
                if (lines.GetString(0) is not "ok" and var said) report.Break($"The database's file: {said}");
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            report.Break($"The database's file: {e.Message}");
        }
    }

    private static async Task FindUnguarded(TrustDb db, VerificationReport report, CancellationToken cancellation)
    {
        foreach (var (table, act) in await AppendOnlyTriggers.Missing(db, cancellation))
        {
            report.Break(
                $"{table}: its guard against {(act == "update" ? "changes" : "removal")} is gone or does not guard; "
                + "rows of it could be changed by hand.");
        }
    }

    private static IEnumerable<string> NotAttested(TrustDb db) => db.Model.GetEntityTypes()
        .Where(e => !e.ClrType.IsAssignableTo(typeof(Record)) && e.ClrType.Namespace != typeof(Verification).Namespace)
        .Where(e => !e.ClrType.IsAssignableTo(typeof(IAttestedRow)))
        .Select(e => e.GetTableName()!).Distinct()
        .Append($"{db.Model.FindEntityType(typeof(RecordChange))!.GetTableName()} (old and new values)")
        .Order(StringComparer.Ordinal);
}
