using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>Reads the trust's published figures.</summary>
public sealed class FigureBook(TrustDb db) : IFigureBook
{
    /// <inheritdoc/>
    public async Task<IFigures> For(RuleDocument rule, DateOnly knownBy)
    {
        var codes = rule.Series.Select(s => s.SeriesId).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count == 0) return new FigureSet([]);
        var releases = await db.Set<PublishedRelease>().AsNoTracking()
            .Where(r => codes.Contains(r.Series) && r.Published <= knownBy).ToListAsync();
        var numbers = releases.ConvertAll(r => r.Number);
        var figures = await db.Set<PublishedFigure>().AsNoTracking().Where(f => numbers.Contains(f.Release)).ToListAsync();
        var byRelease = figures.ToLookup(f => f.Release);
        return new FigureSet(releases.Select(r => Release(r, byRelease[r.Number])));
    }

    private static SeriesRelease Release(PublishedRelease release, IEnumerable<PublishedFigure> figures) => new()
    {
        SeriesId = release.Series,
        ReleaseId = release.Release,
        Published = release.Published,
        Effective = release.Effective,
        Span = release.Span,
        Base = release.Base,
        Publisher = release.Publisher,
        Source = release.Source,
        Figures = [.. figures.Select(f => new SeriesFigure(f.Area.Length == 0 ? null : f.Area, f.From, f.Value))],
    };
}
