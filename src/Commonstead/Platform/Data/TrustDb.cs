using System.Security.Cryptography;
using Commonstead.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Commonstead.Platform.Data;

/// <summary>
/// One trust's whole record. Capabilities bring their tables as <see cref="IEntityTypeConfiguration{TEntity}"/>;
/// writing is possible only inside an operation, because only the operation runner opens <see cref="Writing"/>.
/// </summary>
public abstract class TrustDb(DbContextOptions options) : DbContext(options)
{
    private static readonly DateTime _noInstant = new(0, DateTimeKind.Utc);
    private bool _writing;

    /// <summary>Lets saves through until the returned scope ends.</summary>
    internal IDisposable Writing()
    {
        _writing = true;
        // A save that fails ends the operation and its transaction; nobody goes back to a point within it.
        Database.AutoSavepointsEnabled = false;
        return new WritingScope(this);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default)
    {
        PrepareRecords();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        PrepareRecords();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Stops whoever writes outside an operation.</summary>
    internal void MustBeWriting()
    {
        if (!_writing) throw new InvalidOperationException("Records are written by operations only.");
    }

    /// <summary>Raises versions and salts new records; safe to call more than once before a save.</summary>
    internal void PrepareRecords()
    {
        MustBeWriting();
        foreach (var entry in ChangeTracker.Entries<Record>())
        {
            if (entry.State == EntityState.Added)
            {
                if (entry.Entity.Version == 0) entry.Entity.Version = 1;
                if (entry.Entity.Salt.Length == 0) entry.Entity.Salt = RandomNumberGenerator.GetBytes(16);
            }
            else if (entry.State == EntityState.Modified)
            {
                var version = entry.Property(r => r.Version);
                entry.Entity.Version = version.OriginalValue + 1;
            }
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        configurationBuilder.ComplexProperties<Money>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>().HaveSentinel(_noInstant);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(60);
        foreach (var id in RecordIdTypes())
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(RecordIdConverter<>).MakeGenericType(id));
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrustDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(Record))))
        {
            entity.FindProperty(nameof(Record.Version))!.IsConcurrencyToken = true;
            entity.FindProperty(nameof(Record.Salt))!.SetMaxLength(16);
        }

        SnakeCase.Apply(modelBuilder.Model);
    }

    private static IEnumerable<Type> RecordIdTypes() => typeof(TrustDb).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.IsAssignableTo(typeof(IRecordId)));

    private sealed class WritingScope(TrustDb db) : IDisposable
    {
        public void Dispose() => db._writing = false;
    }

    internal sealed class CurrencyConverter() : ValueConverter<Currency, string>(c => c.Code, s => Currency.Parse(s));

    // PostgreSQL keeps microseconds; what is stored must read back the same on both engines.
    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        t => Instants.Stored(t), t => DateTime.SpecifyKind(t, DateTimeKind.Utc));

    internal sealed class RecordIdConverter<TId>()
        : ValueConverter<TId, Guid>(id => id.Value, value => RecordIds.From<TId>(value))
        where TId : struct, IRecordId<TId>;
}

/// <summary>The trust's record in one SQLite file; derives only to own its migrations.</summary>
public sealed class SqliteTrustDb(DbContextOptions<SqliteTrustDb> options) : TrustDb(options);

/// <summary>The trust's record in one PostgreSQL database; derives only to own its migrations.</summary>
public sealed class PostgresTrustDb(DbContextOptions<PostgresTrustDb> options) : TrustDb(options);
