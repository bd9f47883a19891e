using System.Security.Cryptography;
using Commonstead.Platform.Data;
using Commonstead.Platform.Documents;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Commonstead.Platform.Trusts;

/// <summary>
/// One trust held open by this process: its folder, database, key ring, signing key, clock and write lane.
/// Nothing of it is static, so two trusts in one process share nothing.
/// </summary>
public sealed class OpenTrust : IAsyncDisposable
{
    private readonly Func<TrustDb> _newDb;
    private FileStream? _held;
    private int _unsealed = 1;
    private int _mail = 1;

    private OpenTrust(TrustLocation location, TimeProvider time)
    {
        Location = location;
        Time = time;
        Directory.CreateDirectory(location.Folder);
        Documents = new DocumentStore(Path.Combine(location.Folder, "documents"));
        Keys = DataProtectionProvider.Create(
            Directory.CreateDirectory(Path.Combine(location.Folder, "keys")),
            keys => keys.SetApplicationName("commonstead"));
        Signing = SigningKey.OpenOrMake(Path.Combine(location.Folder, "keys", "signing.pem"));
        CookieSuffix = Signing.Fingerprint[..8];
        _newDb = location.Database is null ? Sqlite(location.Folder) : Postgres(location.Database);
    }

    /// <summary>Where the trust's record lies.</summary>
    public TrustLocation Location { get; }

    /// <summary>The trust's clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The trust's documents, by content.</summary>
    public DocumentStore Documents { get; }

    /// <summary>Keys for cookies and tokens; another trust's cannot read them.</summary>
    public IDataProtectionProvider Keys { get; }

    /// <summary>The key that signs certificates and exports.</summary>
    public SigningKey Signing { get; }

    /// <summary>Keeps two trusts' cookies apart on one host name, as on localhost.</summary>
    public string CookieSuffix { get; }

    /// <summary>Printed at start while the trust is new; whoever makes it from another machine must know it.</summary>
    public string SetUpCode { get; } = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);

    /// <summary>What the trust says of itself; null until the first run has made it.</summary>
    public TrustProfile? Profile { get; internal set; }

    /// <summary>One writer at a time on SQLite; PostgreSQL orders writers itself.</summary>
    internal SemaphoreSlim WriteLane { get; } = new(1, 1);

    /// <summary>One check of the whole record at a time.</summary>
    internal SemaphoreSlim CheckLane { get; } = new(1, 1);

    /// <summary>True once every entry written before this process began is sealed.</summary>
    internal bool HasSealedAll { get; set; }

    /// <summary>True when the record stands in a SQLite file.</summary>
    public bool IsSqlite => Location.Database is null;

    /// <summary>Today's date where the trust is.</summary>
    public DateOnly Today => TodayIn(Profile?.Zone ?? TimeZoneInfo.Utc);

    /// <summary>Today's date in a time zone, for a trust that is only being made.</summary>
    internal DateOnly TodayIn(TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.GetUtcNow(), zone).DateTime);

    /// <summary>The present instant, as it would be stored.</summary>
    public DateTime Now => Instants.Stored(Time.GetUtcNow().UtcDateTime);

    /// <summary>Opens a trust, making its database when there is none.</summary>
    /// <exception cref="OtherShapeException">The database has another shape than this program's; nothing was changed.
    /// </exception>
    public static Task<OpenTrust> Open(TrustLocation location, TimeProvider time) =>
        Open(location, time, Schema.Ensure);

    /// <summary>Opens a trust to look at it: nothing in its database is made or mended.</summary>
    /// <exception cref="OtherShapeException">The database has another shape than this program's.</exception>
    public static Task<OpenTrust> Look(TrustLocation location, TimeProvider time) =>
        Open(location, time, Schema.MustFit);

    private static async Task<OpenTrust> Open(TrustLocation location, TimeProvider time, Func<TrustDb, Task> prepare)
    {
        var trust = new OpenTrust(location, time);
        try
        {
            await using var db = trust.NewDb();
            await prepare(db);
            trust.Profile = await db.Set<TrustProfile>().AsNoTracking().FirstOrDefaultAsync();
            return trust;
        }
        catch
        {
            await trust.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Keeps the data folder for this process to serve: a second server would not know of the first one's work.
    /// Commands may still work on the trust at the same time.
    /// </summary>
    /// <exception cref="TrustInUseException">Another server holds it.</exception>
    public void Hold()
    {
        try
        {
            var path = Path.Combine(Location.Folder, "serving.lock");
            _held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new TrustInUseException(Location.Folder);
        }
    }

    /// <summary>Lets another process serve it; this one may still work on the record as a command does.</summary>
    public void StepAside()
    {
        _held?.Dispose();
        _held = null;
    }

    /// <summary>A new unit of work on the trust's record.</summary>
    public TrustDb NewDb() => _newDb();

    /// <summary>Says that audit entries were written which no seal holds yet.</summary>
    internal void MarkUnsealed() => Volatile.Write(ref _unsealed, 1);

    /// <summary>True once after entries were written, and at start.</summary>
    internal bool TakeUnsealed() => Interlocked.Exchange(ref _unsealed, 0) == 1;

    /// <summary>Says that messages were queued which wait to be sent.</summary>
    internal void MarkMail() => Volatile.Write(ref _mail, 1);

    /// <summary>True once after messages were queued, and at start.</summary>
    internal bool TakeMail() => Interlocked.Exchange(ref _mail, 0) == 1;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (IsSqlite)
        {
            await using var db = NewDb();
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        _held?.Dispose();
        Signing.Dispose();
        WriteLane.Dispose();
        CheckLane.Dispose();
    }

    private static Func<TrustDb> Sqlite(string folder)
    {
        var file = Path.Combine(folder, "trust.db");
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            DefaultTimeout = 30,
        }.ConnectionString;
        var options = new DbContextOptionsBuilder<SqliteTrustDb>()
            .UseSqlite(connection).AddInterceptors(new SqlitePragmas());
        var factory = new PooledDbContextFactory<SqliteTrustDb>(options.Options);
        return () =>
        {
            // Opened once for the whole unit of work: opening it for every query costs as much as a small query.
            var db = factory.CreateDbContext();
            if (File.Exists(file)) db.Database.OpenConnection();
            return db;
        };
    }

    private static Func<TrustDb> Postgres(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresTrustDb>().UseNpgsql(connection);
        var factory = new PooledDbContextFactory<PostgresTrustDb>(options.Options);
        return factory.CreateDbContext;
    }
}

/// <summary>Another program serves the trust already.</summary>
public sealed class TrustInUseException(string folder)
    : IOException($"The trust in {folder} is already being served by another program. Stop that one first.");
