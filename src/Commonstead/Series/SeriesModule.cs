namespace Commonstead.Series;

/// <summary>Published figures: series, their releases, and the income limits read from them.</summary>
public static class SeriesModule
{
    /// <summary>Adds series to the program.</summary>
    public static IServiceCollection AddSeries(this IServiceCollection services) => services
        .AddScoped<IFigureBook, FigureBook>();
}
