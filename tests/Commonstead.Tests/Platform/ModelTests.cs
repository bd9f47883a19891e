using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Tests.Platform;

/// <summary>
/// What <c>tools/Commonstead.Migrations</c> writes must be written again whenever a table changes: the migration, which
/// makes a database, and the model as code, which the program works with.
/// </summary>
public sealed class ModelTests
{
    public static TheoryData<string> Engines => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void TheMigration_MakesEveryTable(string engine)
    {
        using var db = Db(engine);
        Assert.False(db.Database.HasPendingModelChanges(), "Run tools/Commonstead.Migrations.");
    }

    [Fact]
    public void TheModelAsCode_SaysWhatTheMappingsSay()
    {
        using var db = Db("SQLite");
        var (mapped, written) = (db.GetService<IDesignTimeModel>().Model, db.Model);
        Assert.NotSame(mapped, written);
        Assert.Equal(Described(mapped), Described(written));
    }

    /// <summary>New rows are written table after table, those that others point to first.</summary>
    [Fact]
    public void NoTables_PointToEachOtherInACircle()
    {
        using var db = Db("SQLite");
        var above = db.Model.GetEntityTypes().ToDictionary(
            e => e.Name, e => e.GetForeignKeys().Select(f => f.PrincipalEntityType.Name).Where(n => n != e.Name)
                .ToHashSet());
        while (above.Count > 0)
        {
            var free = above.Where(e => !e.Value.Overlaps(above.Keys)).Select(e => e.Key).ToList();
            Assert.True(free.Count > 0, "In a circle: " + string.Join(", ", above.Keys));
            free.ForEach(name => above.Remove(name));
        }
    }

    private static TrustDb Db(string engine) => engine == "SQLite"
        ? new SqliteTrustDb(new DbContextOptionsBuilder<SqliteTrustDb>().UseSqlite("Data Source=:memory:").Options)
        : new PostgresTrustDb(new DbContextOptionsBuilder<PostgresTrustDb>().UseNpgsql("Host=none").Options);

    private static List<string> Described(IModel model) =>
    [
        .. model.GetEntityTypes().OrderBy(e => e.Name, StringComparer.Ordinal).SelectMany(e => Described(e)
            .Append($"{e.Name} is {e.GetTableName()}")
            .Concat(e.GetKeys().Select(k => $"{e.Name} key {Names(k.Properties)}"))
            .Concat(e.GetForeignKeys().Select(f => $"{e.Name} refers by {Names(f.Properties)} to "
                + $"{f.PrincipalEntityType.Name}, {f.DeleteBehavior}, unique {f.IsUnique}, "
                + $"required {f.IsRequired}, {f.DependentToPrincipal?.Name}, {f.PrincipalToDependent?.Name}"))
            .Concat(e.GetIndexes().Select(i => $"{e.Name} index {Names(i.Properties)}, unique {i.IsUnique}"))
            .Order(StringComparer.Ordinal)),
    ];

    private static IEnumerable<string> Described(ITypeBase type) => type.GetProperties()
        .Select(p => $"{type.Name}.{p.Name}: {p.ClrType}, column {p.GetColumnName()} {p.GetColumnType()}, "
            + $"null {p.IsNullable}, at most {p.GetMaxLength()}, token {p.IsConcurrencyToken}, {p.ValueGenerated}, "
            + $"by {p.GetTypeMapping().Converter?.GetType()}")
        .Concat(type.GetComplexProperties().SelectMany(c => Described(c.ComplexType)));

    private static string Names(IEnumerable<IReadOnlyPropertyBase> properties) =>
        string.Join(", ", properties.Select(p => p.Name));
}
