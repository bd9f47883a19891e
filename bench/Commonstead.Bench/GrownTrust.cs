using System.Text.RegularExpressions;
using Commonstead.Demonstration;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Commonstead.Pricing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Bench;

/// <summary>
/// The demonstration trust with its land, homes, people, members, leases and resales multiplied: each copy has ids of
/// its own that refer to each other as the originals do, and its own numbers and names.
/// </summary>
internal static partial class GrownTrust
{
    // Copies of what is told apart by a number have numbers that no original has.
    private const int NumbersApart = 1_000;

    private static readonly string[] _named =
    [
        "number", "name", "sort_name", "address", "home_address", "home_number", "holder_names", "title_number", "home",
        "search",
    ];

    /// <summary>Makes the demonstration once, with a certificate of its last approved price.</summary>
    /// <returns>The certificate's code.</returns>
    public static async Task<string> MakeDemonstration(string folder)
    {
        await DemoCommand.MakeAnew(folder, DemoPlace.Springfield);
        await using var trust = await BenchTrust.Open(folder, DemoCommand.ClockOf(folder));
        await using var db = trust.Trust.NewDb();
        var approved = await db.Set<DeterminationDecision>().Where(d => d.Kind == DecisionKind.Approved)
            .OrderByDescending(d => d.At).Select(d => d.Determination).FirstAsync();
        var id = await trust.Do((IssueCertificate o) => o,
            new IssueCertificateInput { Determination = approved, ShowsAddress = true });
        return await db.Set<PriceCertificate>().Where(c => c.Id == id).Select(c => c.Code).FirstAsync();
    }

    /// <summary>Copies the demonstration and lets it grow to at least so many leases.</summary>
    /// <returns>How many leases it has.</returns>
    public static async Task<int> Make(string demonstration, string folder, int leases)
    {
        foreach (var file in Directory.EnumerateFiles(demonstration, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(demonstration, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        await using var trust = await OpenTrust.Open(new TrustLocation(folder), TimeProvider.System);
        await using var db = trust.NewDb();
        var copies = (leases - 1) / await db.Set<Lease>().CountAsync();
        if (copies > 0) Grow(db, Path.Combine(folder, "trust.db"), copies);
        return await db.Set<Lease>().CountAsync();
    }

    private static void Grow(TrustDb db, string file, int copies)
    {
        IEntityType[] tables = [.. db.Model.GetEntityTypes().Where(e => Grows().IsMatch(e.GetTableName() ?? ""))];
        var ids = tables.SelectMany(t => t.FindPrimaryKey()!.Properties).Select(TypeOf).ToHashSet();
        using var connection = new SqliteConnection($"Data Source={file};Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma synchronous=off; begin;"
            + string.Concat(tables.Select(t => Multiply(t, ids, copies))) + "commit; pragma wal_checkpoint(truncate);";
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private static string Multiply(IEntityType table, HashSet<Type> ids, int copies)
    {
        var columns = table.GetFlattenedProperties().ToList();
        var unique = table.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).ToHashSet();
        var values = columns.Select(c => Value(c, ids, unique.Contains(c)));
        return $"""
            insert into "{table.GetTableName()}" ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))})
            with recursive copy(n) as (select 1 union all select n + 1 from copy where n < {copies})
            select {string.Join(", ", values)} from copy cross join "{table.GetTableName()}";

            """;
    }

    // An id's first eight digits are a part of its time; the rest tells the originals apart.
    private static string Value(IProperty column, HashSet<Type> ids, bool isUnique)
    {
        var name = $"\"{column.GetColumnName()}\"";
        if (TypeOf(column) == typeof(Guid) || ids.Contains(TypeOf(column)))
            return $"printf('%08X', n) || substr({name}, 9)";
        if (isUnique && TypeOf(column) == typeof(int)) return $"{name} + {NumbersApart} * n";
        var isNamed = TypeOf(column) == typeof(string) && (isUnique || _named.Contains(column.GetColumnName()));
        return isNamed ? $"{name} || '-' || n" : name;
    }

    private static Type TypeOf(IProperty column) => Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;

    [GeneratedRegex(
        "^(land|people|lease|resale|member(?=$|_spell|_dues))(_(?!settings)|$)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grows();
}
