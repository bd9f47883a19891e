using Commonstead.Platform;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Browser.Tests;

/// <summary>
/// Serves the gallery: the real layout, elements, assets and headers around pages that show one of each kind.
/// </summary>
public sealed class GalleryHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("commonstead-gallery-").FullName;
    private WebApplication? _app;

    /// <summary>Where it listens.</summary>
    public string Address => _app!.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(GalleryHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddWeb();
        builder.Services.AddUnitOfWork();
        builder.Services.AddAuthorization();
        var file = Path.Combine(_folder, "gallery.db");
        builder.Services.AddDbContext<GalleryDb>(db => db.UseSqlite($"Data Source={file}"));
        builder.Services.AddSingleton(new NavigationEntry("Desk", "/gallery/desk", null, 0));
        builder.Services.AddSingleton(new NavigationEntry("Land", "/gallery/form", null, 10));
        builder.Services.AddSingleton(new NavigationEntry("Homes and leases", "/gallery/list", null, 20));
        builder.Services.AddSingleton(new NavigationEntry("Resales", "/gallery/resales", null, 30));
        builder.Services.AddSingleton(new NavigationEntry("People", "/gallery/people", null, 40));
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            var frame = context.RequestServices.GetRequiredService<PageFrame>();
            frame.TrustName = "Mill River Community Land Trust";
            frame.Notice = "A demonstration: the people and homes are invented.";
            frame.SignedInAs = "Rosa Whitfield";
            return next(context);
        });
        _app.UseWeb();
        _app.UseAuthorization();
        _app.MapWeb();
        _app.MapGet("/gallery/map.geojson", () => Results.Text(Shapes, "application/geo+json"));
        _app.MapGet("/gallery/broken", IResult () => throw new InvalidOperationException("broken on purpose"));
        await using (var scope = _app.Services.CreateAsyncScope())
            scope.ServiceProvider.GetRequiredService<GalleryDb>().Fill();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private const string Shapes = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"name":"Orchard Row","href":"/gallery/form","kind":"parcel"},"geometry":
            {"type":"Polygon","coordinates":[[[-72.59,42.10],[-72.588,42.10],[-72.588,42.102],[-72.59,42.10]]]}},
          {"type":"Feature","properties":{"name":"1 Orchard Row","href":"/gallery/list","kind":"home"},"geometry":
            {"type":"Point","coordinates":[-72.5885,42.1007]}}]}
        """;
}
