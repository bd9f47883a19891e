using Commonstead.Ballots;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Trusts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commonstead.Tests;

/// <summary>
/// A server over two trusts, each with its own record: tests work on <c>oak.test</c>, while <c>elm.test</c> stands
/// beside it so that anything which crosses is seen.
/// </summary>
public sealed class TrustHost : IAsyncLifetime
{
    public const string Oak = "oak.test";
    public const string Elm = "elm.test";

    // A password is made slow to guess; the tests, which sign in a thousand times, have nobody guessing.
    private const int HashRounds = 1_000;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "commonstead-" + Path.GetRandomFileName());
    private readonly List<string> _databases = [];
    private WebApplication? _app;

    /// <summary>The clock of both trusts; it stands still until a test moves it.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 14, 0, 0, TimeSpan.Zero));

    /// <summary>
    /// How often one address may try to sign in a minute; high, but for the test of the limit itself.
    /// </summary>
    public int SignInsPerMinute { get; init; } = 100_000;

    /// <summary>How often one address may have the whole record checked in a minute.</summary>
    public int ChecksPerMinute { get; init; } = 100_000;

    /// <summary>How many codes that open nothing one address may try in a minute.</summary>
    public int WrongCodesPerMinute { get; init; } = 100_000;

    /// <summary>The mail server; none unless a test brings one.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>True when the tests run on PostgreSQL.</summary>
    public static bool OnPostgres => EmptyRecord.OnPostgres;

    /// <summary>The trust that tests work on.</summary>
    public OpenTrust Trust => Registry.ByHost(Oak)!;

    /// <summary>The other trust.</summary>
    public OpenTrust OtherTrust => Registry.ByHost(Elm)!;

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => _app!.Services;

    private TrustRegistry Registry => _app!.Services.GetRequiredService<TrustRegistry>();

    public async ValueTask InitializeAsync()
    {
        var trusts = new List<TrustLocation> { await Location(Oak), await Location(Elm) };
        var options = new ServerOptions(trusts, "http://localhost", Clock)
        {
            SignInsPerMinute = SignInsPerMinute,
            PublicPagesPerMinute = 100_000,
            ChecksPerMinute = ChecksPerMinute,
            WrongCodesPerMinute = WrongCodesPerMinute,
            Mail = Mail,
            // Tests set the clock and look for themselves what it brings.
            KeepsHours = false,
        };
        _app = await Server.Build(options, builder =>
        {
            builder.WebHost.UseTestServer();
            // The server warns of what the test server cannot do, thousands of times.
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.Services.PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount = HashRounds);
        });
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        foreach (var database in _databases) await EmptyRecord.Drop(database);
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Someone at a browser of their own, looking at a trust's pages.</summary>
    public Visitor NewVisitor(string host = Oak) => new(_app!.GetTestServer().CreateHandler(), host);

    /// <summary>A unit of work on the trust's record, for looking; writing goes through pages and operations.</summary>
    public AsyncServiceScope Scope() => _app!.Services.CreateAsyncScope();

    private async Task<TrustLocation> Location(string host)
    {
        var folder = Path.Combine(_folder, host);
        var (database, connection) = await EmptyRecord.Copy(folder);
        if (database is not null) _databases.Add(database);
        return new TrustLocation(folder, connection, host);
    }
}

/// <summary>A clock that tests set.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => _now += time;

    /// <summary>Sets the date, at two in the afternoon UTC.</summary>
    public void Set(DateOnly date) => _now = new DateTimeOffset(date, new TimeOnly(14, 0), TimeSpan.Zero);
}
