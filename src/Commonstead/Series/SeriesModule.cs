using System.CommandLine;
using Commonstead.Platform.Web;

namespace Commonstead.Series;

/// <summary>Published figures: series, their releases, and the income limits read from them.</summary>
public static class SeriesModule
{
    /// <summary>Adds series to the program.</summary>
    public static IServiceCollection AddSeries(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Published figures", "/series", SeriesPermission.See, 60))
        .AddScoped<IFigureBook, FigureBook>()
        .AddScoped<IIncomeLimits, IncomeLimits>()
        .AddScoped<IncomeLimitAsked>()
        .AddScoped<AreaBook>()
        .AddScoped<SeriesShelf>()
        .AddScoped<ImportPlanner>()
        .AddScoped<ImportSeries>()
        .AddScoped<NameAreas>();

    /// <summary>The commands: <c>series import hud|ons|csv</c> and <c>series list</c>.</summary>
    public static Command SeriesCommands() =>
        new("series", "Published figures: income limits, earnings, price indices.")
    {
        ImportSeriesCommand.Make(),
        SeriesListCommand.Make(),
    };
}
