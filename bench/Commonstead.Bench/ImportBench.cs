using System.Diagnostics;
using System.Globalization;
using Commonstead.Series;
using Microsoft.Data.Sqlite;

namespace Commonstead.Bench;

/// <summary>
/// The import of HUD's whole file: in a process that has never imported before, in one that has, and as a command.
/// Beside it the bare inserts of as many rows, prepared once, in one durable transaction. The file is of HUD's length
/// and made of a few counties' rows; COMMONSTEAD_BENCH_HUD names HUD's own, where it lies on the machine.
/// </summary>
internal static class ImportBench
{
    private const int Runs = 3;

    // As many as HUD's file for 2024 to 2026 has.
    private const int Rows = 9_686;

    private const double Target = 3;

    private static readonly string[] _publications =
        ["2024:2024-04-01:2024-04-01", "2025:2025-04-01:2025-04-01", "2026:2026-05-01:2026-05-01"];

    public static async Task<IReadOnlyList<Row>> Run(string folder, string program)
    {
        var file = await WholeFile(folder);
        var seconds = new List<double>();
        var rows = new List<ImportSeriesInput>();
        for (var run = 0; run < Runs; run++)
        {
            await using var trust = await BenchTrust.Make(Path.Combine(folder, $"import-{run}"));
            var watch = Stopwatch.StartNew();
            rows.Add(await Import(trust, file));
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        var count = rows[0].File.Figures.Count;
        var bare = await Bare(Path.Combine(folder, "bare-import.db"), rows[0]);
        var compared = string.Create(CultureInfo.InvariantCulture,
            $"bare inserts of {count:#,0} rows in one transaction, {bare:0.00} s");
        var (alone, whole) = await AsCommand(program, Path.Combine(folder, "import-command"), file);
        return
        [
            Row("series import hud, the first in its process", seconds[0], compared, bare),
            Row("series import hud, the next ones", Timing.Median(seconds[1..]), compared, bare),
            Row("series import hud, as a command, after start-up", whole - alone, string.Create(
                CultureInfo.InvariantCulture, $"the start-up: series list, {alone:0.00} s"), alone),
        ];
    }

    private static Row Row(string what, double seconds, string compared, double other) => new(
        what, string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"), compared,
        string.Create(CultureInfo.InvariantCulture, $"{seconds / other:0.0}×"), "< 3 s", seconds < Target);

    // A few counties' real rows over and over, each time under county codes that do not exist.
    private static async Task<string> WholeFile(string folder)
    {
        if (Environment.GetEnvironmentVariable("COMMONSTEAD_BENCH_HUD") is { Length: > 0 } given) return given;
        var few = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "fixtures", "hud-counties.csv"));
        var rows = Enumerable.Range(0, Rows).Select(n =>
            string.Create(CultureInfo.InvariantCulture, $"{1001 + n / 3:00000},{2024 + n % 3}{few[1 + n % 3][10..]}"));
        var file = Path.Combine(folder, "hud-income-limits.csv");
        await File.WriteAllLinesAsync(file, [few[0], .. rows]);
        return file;
    }

    private static async Task<ImportSeriesInput> Import(BenchTrust trust, string file)
    {
        await using var content = File.OpenRead(file);
        var input = SeriesFileSource.Read(content, file, SeriesFileKind.Hud);
        input.Publications = [.. _publications.Select(p => Publication.Parse(p)!)];
        await trust.Do((ImportSeries o) => o, input);
        return input;
    }

    private static async Task<double> Bare(string file, ImportSeriesInput input)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await OperationBench.Execute(connection, "pragma journal_mode=wal; pragma synchronous=full;");
        await OperationBench.Execute(connection, "create table figure (series integer not null, area text not null, "
            + "day text not null, value text not null, primary key (series, area, day)) without rowid");
        var watch = Stopwatch.StartNew();
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.CommandText = "insert into figure values ($series, $area, $day, $value)";
        var places = new[] { "$series", "$area", "$day", "$value" }.Select(n =>
            insert.Parameters.Add(new SqliteParameter(n, null))).ToList();
        foreach (var figure in input.File.Figures)
        {
            places[0].Value = figure.Series;
            places[1].Value = input.File.Areas[figure.Area].Code;
            places[2].Value = figure.Period.First;
            places[3].Value = figure.Value;
            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<(double Alone, double Whole)> AsCommand(string program, string folder, string file)
    {
        await (await BenchTrust.Make(folder)).DisposeAsync();
        var alone = new List<double>();
        for (var run = 0; run < Runs; run++) alone.Add(await Command(program, "series", "list", "--data", folder));
        string[] publications = [.. _publications.SelectMany(p => new[] { "--publication", p })];
        var whole = await Command(program, ["series", "import", "hud", file, "--data", folder, .. publications]);
        return (Timing.Median(alone), whole);
    }

    private static async Task<double> Command(string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{string.Join(' ', arguments[..3])}: {await errors}");
    }
}
