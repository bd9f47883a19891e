using System.Security.Cryptography;
using System.Text;
using Commonstead.Migrations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

// Until the first release there is one initial migration per engine, written anew whenever the model changes:
//   dotnet run --project tools/Commonstead.Migrations
var folder = Path.Combine(Root(), "src", "Commonstead", "Platform", "Data", "Migrations");
Write(new SqliteTrustDb(new DbContextOptionsBuilder<SqliteTrustDb>().UseSqlite("Data Source=:memory:").Options),
    "Sqlite");
Write(new PostgresTrustDb(new DbContextOptionsBuilder<PostgresTrustDb>().UseNpgsql("Host=none").Options), "Postgres");

void Write(TrustDb db, string engine)
{
    using (db)
    {
        var target = Path.Combine(folder, engine);
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        Directory.CreateDirectory(target);
        var services = new ServiceCollection();
        using var none = new ServiceCollection().BuildServiceProvider();
        services.AddEntityFrameworkDesignTimeServices(null, () => none);
        services.AddDbContextDesignTimeServices(db);
        DesignTimeServices(engine).ConfigureDesignTimeServices(services);
        services.AddSingleton<Microsoft.EntityFrameworkCore.Migrations.IMigrationsAssembly, NoMigrations>();
        using var built = services.BuildServiceProvider();
        using var scope = built.CreateScope();
        var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration("Initial", "Commonstead.Platform.Data", "Migrations." + engine);
        File.WriteAllText(Path.Combine(target, "Initial.cs"), migration.MigrationCode);
        File.WriteAllText(Path.Combine(target, "Initial.Designer.cs"),
            Dated(migration.MetadataCode, migration.MigrationId, migration.MigrationCode));
        File.WriteAllText(Path.Combine(target, migration.SnapshotName + ".cs"), migration.SnapshotCode);
        Console.WriteLine($"Wrote {target}");
    }
}

// The initial migration is named by the hash of what it makes: writing it anew gives the same file when nothing
// changed, and a database made by it says which shape it has.
static string Dated(string code, string id, string makes) => code.Replace(
    id, Schema.Initial + "_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(makes)))[..12],
    StringComparison.Ordinal);

static IDesignTimeServices DesignTimeServices(string engine) => engine == "Sqlite"
    ? new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices()
    : new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices();

static string Root()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Commonstead.slnx"))) folder =
        folder.Parent;
    return folder?.FullName ?? throw new InvalidOperationException("Run it inside the repository.");
}
