using Commonstead.Platform;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead;

/// <summary>How a server is to run.</summary>
/// <param name="Trusts">Where the trusts' records lie.</param>
/// <param name="Urls">The addresses to listen on.</param>
/// <param name="Time">The clock.</param>
public sealed record ServerOptions(IReadOnlyList<TrustLocation> Trusts, string Urls, TimeProvider Time)
{
    /// <summary>How often one address may try to sign in, and read a public page, in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>How often one address may have the whole record checked in a minute.</summary>
    public int ChecksPerMinute { get; init; } = 6;

    /// <summary>How many public pages one address may read in a minute.</summary>
    public int PublicPagesPerMinute { get; init; } = 300;

    /// <summary>How many codes that open nothing one address may try in a minute.</summary>
    public int WrongCodesPerMinute { get; init; } = 20;

    /// <summary>The address that links in mail begin with; without one, the address a page was asked at.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The mail server; without one messages are kept as files.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>Whether ballots are opened, and voters reminded, when their hour comes.</summary>
    public bool KeepsHours { get; init; } = true;
}

/// <summary>Builds the web server over a set of trusts.</summary>
public static class Server
{
    // A start that fails is told in one line by whoever started it; the host's own log would add a stack trace.
    private const string StartsTheHost = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Opens the trusts and builds the server; the caller starts it.</summary>
    /// <param name="options">How it is to run.</param>
    /// <param name="configure">A last word on the host, for tests.</param>
    public static async Task<WebApplication> Build(ServerOptions options,
        Action<WebApplicationBuilder>? configure = null)
    {
        // Opening the records and finding the pages take about as long; a start waits for the longer of the two.
        var opening = Task.Run(() => OpenAll(options));
        WebApplication? app = null;
        try
        {
            app = Make(options, opening, configure);
            await TellWhatIsMissing(await opening, app.Logger);
            return app;
        }
        catch
        {
            if (app is not null) await app.DisposeAsync();
            else await (await opening).DisposeAsync();
            throw;
        }
    }

    private static WebApplication Make(
        ServerOptions options, Task<TrustRegistry> opening, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(options.Urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var started = false;
        builder.Logging.AddFilter(StartsTheHost, level => started && level >= LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.AddWeb();
        builder.Services.AddTrustHosting(opening).AddUnitOfWork().AddRateLimits();
        Capabilities.Add(builder.Services);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        app.UseMiddleware<TrustMiddleware>();
        app.UseWeb();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapWeb();
        RunningImports.Map(app);
        Capabilities.Map(app);
        return app;
    }

    private static async Task<TrustRegistry> OpenAll(ServerOptions options)
    {
        var open = new List<OpenTrust>();
        try
        {
            foreach (var location in options.Trusts)
            {
                open.Add(await OpenTrust.Open(location, options.Time));
                open[^1].Hold();
            }

            return new TrustRegistry(open);
        }
        catch
        {
            foreach (var trust in open) await trust.DisposeAsync();
            throw;
        }
    }

    private static async Task TellWhatIsMissing(TrustRegistry trusts, ILogger log)
    {
        foreach (var trust in trusts.All.Where(t => !t.IsSqlite))
        {
            await using var db = trust.NewDb();
            if (await SearchIndex.Stands(db)) continue;
            log.LogWarning(
                "Searches in {Database} read every record, which takes long in a large trust: PostgreSQL's extension "
                + "pg_trgm is not there. Whoever looks after the server can add it: create extension pg_trgm",
                db.Database.GetDbConnection().Database);
        }
    }
}
