using System.Security.Cryptography;
using System.Text;
using Commonstead.Migrations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;

// Until the first release there is one initial migration per engine, written anew whenever the model changes, and
// beside it the model on SQLite as code, which spares the embedded default the time of finding it out at every start:
//   dotnet run --project tools/Commonstead.Migrations
var data = Path.Combine(Root(), "src", "Commonstead", "Platform", "Data");
Write(new SqliteTrustDb(new DbContextOptionsBuilder<SqliteTrustDb>().UseSqlite("Data Source=:memory:").Options),
    "Sqlite");
Write(new PostgresTrustDb(new DbContextOptionsBuilder<PostgresTrustDb>().UseNpgsql("Host=none").Options), "Postgres");

void Write(TrustDb db, string engine)
{
    using (db)
    {
        var target = Emptied(Path.Combine(data, "Migrations", engine));
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
        var model = scope.ServiceProvider.GetRequiredService<ICompiledModelScaffolder>();
        if (engine == "Sqlite") WriteModel(model, db, Emptied(Path.Combine(data, "Model")));
    }
}

static void WriteModel(ICompiledModelScaffolder scaffolder, TrustDb db, string target) =>
    scaffolder.ScaffoldModel(db.GetService<IDesignTimeModel>().Model, target, new CompiledModelCodeGenerationOptions
    {
        ContextType = db.GetType(),
        ModelNamespace = "Commonstead.Platform.Data.Model",
        UseNullableReferenceTypes = true,
        Language = "C#",
    });

static string Emptied(string folder)
{
    if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    Console.WriteLine($"Writing {folder}");
    return Directory.CreateDirectory(folder).FullName;
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
