using Commonstead.Land;
using Microsoft.Data.Sqlite;

namespace Commonstead.Bench;

/// <summary>
/// An operation with its permission, bounds, audit entry, attestation and change record, in turn with a bare one-row
/// durable commit to a SQLite file of the same settings in the same folder.
/// </summary>
internal static class OperationBench
{
    private const int Times = 1_000;

    public static async Task<IReadOnlyList<Row>> Run(string folder)
    {
        await using var bench = await BenchTrust.Make(Path.Combine(folder, "trust"));
        await using var bare = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")}");
        await bare.OpenAsync();
        await Execute(bare, "pragma journal_mode=wal; pragma synchronous=full;");
        await Execute(bare, "create table bare (id integer primary key, name text not null)");
        var count = 0;
        var (operations, commits) = await Timing.InTurn(Times,
            () => bench.Do((AddParcel o) => o, new AddParcelInput { Name = $"Parcel {count++}", Address = "Here" }),
            () => Execute(bare, "insert into bare (name) values ('one row')"));
        var share = operations / commits;
        return
        [
            new Row("operation (AddParcel, audited and attested)", Timing.Rate(operations),
                $"bare one-row durable commit, {Timing.Rate(commits)}", Timing.Share(share), "≥ 50 %", share >= 0.5),
        ];
    }

    public static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
