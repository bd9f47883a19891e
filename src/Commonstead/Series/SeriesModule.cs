using System.CommandLine;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Web;

namespace Commonstead.Series;

/// <summary>Published figures: series, their releases, and the income limits read from them.</summary>
public static class SeriesModule
{
    /// <summary>Adds series to the program.</summary>
    public static IServiceCollection AddSeries(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Published figures", "/series", SeriesPermission.See, 60))
        .AddSingleton(RecordKind.Of<PublishedSeries, PublishedSeriesId>(
            "Published series", "/series/", SeriesPermission.See,
            s => new NamedRecord(s.Id.Value, s.Code, "/series/" + s.Code)))
        .AddSingleton(RecordKind.Of<PublishedRelease, PublishedReleaseId>(
            "Release of figures", "/series/", SeriesPermission.See,
            r => new NamedRecord(r.Id.Value, r.Series + " " + r.Release, "/series/" + r.Series + "/" + r.Release)))
        .AddScoped<IFigureBook, FigureBook>()
        .AddScoped<IIncomeLimits, IncomeLimits>()
        .AddScoped<IncomeLimitAsked>()
        .AddScoped<AreaBook>()
        .AddScoped<IAreas, AreaBook>()
        .AddScoped<SeriesShelf>()
        .AddScoped<ImportPlanner>()
        .AddScoped<ImportSeries>()
        .AddScoped<WithdrawRelease>()
        .AddScoped<NameAreas>();

    /// <summary>The commands: <c>series import hud|ons|csv</c> and <c>series list</c>.</summary>
    public static Command SeriesCommands() =>
        new("series", "Published figures: income limits, earnings, price indices.")
    {
        ImportSeriesCommand.Make(),
        SeriesListCommand.Make(),
    };
}
