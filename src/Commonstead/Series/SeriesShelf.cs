using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>Reads series, releases and figures for lists and pages, as far as an actor may see them.</summary>
public sealed class SeriesShelf(TrustDb db, Acting acting)
{
    /// <summary>Every series.</summary>
    internal IQueryable<PublishedSeries> Series => Seen<PublishedSeries>();

    /// <summary>The series of a code, or null.</summary>
    internal Task<PublishedSeries?> One(string code) => Series.FirstOrDefaultAsync(s => s.Code == code);

    /// <summary>The releases of a series.</summary>
    internal IQueryable<PublishedRelease> Releases(string series) =>
        Seen<PublishedRelease>().Where(r => r.Series == series);

    /// <summary>One release, or null.</summary>
    internal Task<PublishedRelease?> Release(string series, string release) =>
        Releases(series).FirstOrDefaultAsync(r => r.Release == release);

    /// <summary>That a release was withdrawn, or null.</summary>
    internal Task<ReleaseWithdrawal?> WithdrawalOf(PublishedRelease release) =>
        Seen<ReleaseWithdrawal>().FirstOrDefaultAsync(w => w.Release == release.Number);

    /// <summary>Whether a series' figures are by area.</summary>
    internal async Task<bool> IsByArea(PublishedSeries series)
    {
        var number = await Releases(series.Code).Select(r => r.Number).FirstOrDefaultAsync();
        return await Seen<PublishedFigure>().AnyAsync(f => f.Release == number && f.Area != "");
    }

    /// <summary>The figures of a release with the areas' names.</summary>
    internal IQueryable<FigureRow> Figures(PublishedRelease release) =>
        from figure in Seen<PublishedFigure>()
        where figure.Release == release.Number
        join area in Seen<PublishedArea>() on figure.Area equals area.Code into named
        from area in named.DefaultIfEmpty()
        select new FigureRow
        {
            Release = release.Release,
            Area = figure.Area,
            AreaName = area == null ? "" : area.Name,
            AreaSearch = area == null ? figure.Area : area.Search,
            From = figure.From,
            Value = figure.Value,
        };

    /// <summary>One area's figures in every release of a series.</summary>
    internal IQueryable<FigureRow> FiguresOf(string series, string area) =>
        from release in Releases(series)
        join figure in Seen<PublishedFigure>() on release.Number equals figure.Release
        where figure.Area == area
        select new FigureRow
        {
            Release = release.Release,
            Published = release.Published,
            Area = figure.Area,
            From = figure.From,
            Value = figure.Value,
        };

    private IQueryable<T> Seen<T>()
        where T : class =>
        acting.Actor.May(SeriesPermission.See) ? db.Set<T>().AsNoTracking()
            : db.Set<T>().AsNoTracking().Where(_ => false);
}

/// <summary>A figure as lists show it.</summary>
internal sealed class FigureRow
{
    /// <summary>The release's name.</summary>
    public string Release { get; init; } = "";

    /// <summary>The day it was published.</summary>
    public DateOnly Published { get; init; }

    /// <summary>The area's code; empty when the series is not by area.</summary>
    public string Area { get; init; } = "";

    /// <summary>The area's name; empty when no file has named it.</summary>
    public string AreaName { get; init; } = "";

    /// <summary>What searches look in.</summary>
    public string AreaSearch { get; init; } = "";

    /// <summary>The first day the figure is for.</summary>
    public DateOnly From { get; init; }

    /// <summary>The figure.</summary>
    public decimal Value { get; init; }
}
