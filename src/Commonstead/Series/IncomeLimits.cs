using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>Reads HUD's median income and limits of an area out of the imported series.</summary>
public sealed class IncomeLimits(TrustDb db, AreaBook areaBook) : IIncomeLimits
{
    private static readonly string[] _series =
    [
        HudIncomeLimitReader.MedianSeries,
        .. from level in Enum.GetValues<PublishedLevel>()
           from size in Enumerable.Range(1, PublishedLimits.LargestPublishedSize)
           select HudIncomeLimitReader.LimitSeries(level, size),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PublishedLimits>> Of(string area)
    {
        var chain = Chain(area, await areaBook.Successions());
        var codes = chain.ConvertAll(link => link.Area);
        var releases = await db.Set<PublishedRelease>().AsNoTracking().Where(r => _series.Contains(r.Series))
            .Where(r => !db.Set<ReleaseWithdrawal>().Any(w => w.Release == r.Number))
            .Join(db.Set<PublishedFigure>().AsNoTracking().Where(f => codes.Contains(f.Area)),
                r => r.Number, f => f.Release,
                (r, f) => new Cell(r.Series, r.Release, r.Published, r.Effective, f.Area, f.Value))
            .ToListAsync();
        return
        [
            .. from cell in releases
               group cell by (cell.Release, cell.Published, cell.Effective) into release
               orderby release.Key.Effective, release.Key.Published
               let limits = Limits(area, release.ToList(), chain)
               where limits is not null
               select limits,
        ];
    }

    // A release is by one code: the area's own where it carries it, else the one that took its place by then. An area
    // that was divided has no single one.
    private static PublishedLimits? Limits(string area, List<Cell> cells, List<(string Area, DateOnly From)> chain)
    {
        var first = cells[0];
        foreach (var (code, from) in chain)
        {
            var own = cells.Where(c => c.Area == code).ToDictionary(c => c.Series, c =>
                c.Value, StringComparer.Ordinal);
            if (from > first.Effective || !own.TryGetValue(HudIncomeLimitReader.MedianSeries, out var median)) continue;
            var year = int.TryParse(first.Release.AsSpan(0, Math.Min(4, first.Release.Length)), NumberStyles.None,
                CultureInfo.InvariantCulture, out var named) ? named : first.Effective.Year;
            var limits = new PublishedLimits(area, year, first.Published, first.Effective, InDollars(median))
            {
                Guideline = PovertyGuidelines.Of(code, year),
            };
            foreach (var level in Enum.GetValues<PublishedLevel>())
                limits = limits.With(level, [.. BySize(own, level)]);
            return limits;
        }

        return null;
    }

    private static IEnumerable<Money> BySize(Dictionary<string, decimal> figures, PublishedLevel level) =>
        Enumerable.Range(1, PublishedLimits.LargestPublishedSize)
            .Select(size => HudIncomeLimitReader.LimitSeries(level, size))
            .TakeWhile(figures.ContainsKey)
            .Select(series => InDollars(figures[series]));

    private static List<(string Area, DateOnly From)> Chain(string area, IReadOnlyList<AreaSuccession> successions)
    {
        var chain = new List<(string Area, DateOnly From)> { (area, DateOnly.MinValue) };
        while (successions.Where(s => s.From == chain[^1].Area).ToList() is [var next]
            && chain.All(link => link.Area != next.To)) chain.Add((next.To, next.Effective));
        return chain;
    }

    private static Money InDollars(decimal amount) => Money.Of(amount, Currency.Usd);

    private sealed record Cell(
        string Series, string Release, DateOnly Published, DateOnly Effective, string Area, decimal Value);
}
