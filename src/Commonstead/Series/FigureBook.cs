using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>
/// Reads the trust's published figures: of one rule's series, and of no more areas than it can look up.
/// </summary>
public sealed partial class FigureBook(TrustDb db, AreaBook areaBook) : IFigureBook
{
    /// <inheritdoc/>
    public Task<IFigures> For(RuleDocument rule, DateOnly knownBy, IReadOnlyCollection<string>? areas = null) =>
        Read(SeriesOf([rule]), knownBy, areas is null ? null : [.. areas, .. WrittenIn(rule.Text)]);

    /// <inheritdoc/>
    public Task<IFigures> Of(
        IReadOnlyCollection<RuleDocument> rules, IReadOnlyCollection<string> series, DateOnly knownBy,
        IReadOnlyCollection<string> areas) =>
        Read([.. SeriesOf(rules).Union(series)], knownBy, [.. areas, .. rules.SelectMany(r => WrittenIn(r.Text))]);

    /// <inheritdoc/>
    public async Task<string> Edition() => string.Join('.',
        await db.Set<PublishedRelease>().CountAsync(), await db.Set<ReleaseWithdrawal>().CountAsync(),
        Named(await areaBook.Successions()));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Codes() =>
        await db.Set<PublishedSeries>().OrderBy(s => s.Code).Select(s => s.Code).ToListAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WithdrawnRelease>> Withdrawn(IReadOnlyCollection<string> series) =>
        await db.Set<PublishedRelease>().Where(r => series.Contains(r.Series))
            .Join(db.Set<ReleaseWithdrawal>(), r => r.Number, w => w.Release,
                (r, w) => new WithdrawnRelease(r.Series, r.Release, w.On, w.Because))
            .ToListAsync();

    private static List<string> SeriesOf(IReadOnlyCollection<RuleDocument> rules) =>
        [.. rules.SelectMany(r => r.Series).Select(s => s.SeriesId).Distinct()];

    // Releases are only ever added, and a count tells them apart; a succession can be told anew.
    private static string Named(IReadOnlyList<AreaSuccession> successions) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            successions.OrderBy(s => s.From, StringComparer.Ordinal))));

    private async Task<IFigures> Read(
        IReadOnlyCollection<string> codes, DateOnly knownBy, HashSet<string>? areas)
    {
        if (codes.Count == 0) return new FigureSet([]);
        var releases = await db.Set<PublishedRelease>().AsNoTracking()
            .Where(r => codes.Contains(r.Series) && r.Published <= knownBy)
            .Where(r => !db.Set<ReleaseWithdrawal>().Any(w => w.Release == r.Number && w.On <= knownBy))
            .Select(r => new
            {
                Of = r,
                Currency = db.Set<PublishedSeries>().Where(s => s.Code == r.Series).Select(s => s.CurrencyCode)
                    .FirstOrDefault(),
            })
            .ToListAsync();
        var successions = await areaBook.Successions();
        var numbers = releases.ConvertAll(r => r.Of.Number);
        var figures = db.Set<PublishedFigure>().AsNoTracking().Where(f => numbers.Contains(f.Release));
        if (areas is not null)
        {
            // Figures that are not by area are kept under none.
            var wanted = WithSuccessors([.. areas, ""], successions);
            figures = figures.Where(f => wanted.Contains(f.Area));
        }

        var byRelease = (await figures.ToListAsync()).ToLookup(f => f.Release);
        return new FigureSet(
            releases.Select(r => Release(r.Of, r.Currency, byRelease[r.Of.Number])), successions);
    }

    // A rule may name an area itself. Whatever it puts in quotation marks is taken for one: a word too many costs
    // nothing, one too few would lose a figure.
    private static IEnumerable<string> WrittenIn(string text) =>
        Quoted().Matches(text).Select(match => match.Groups["word"].Value);

    private static List<string> WithSuccessors(HashSet<string> areas, IReadOnlyList<AreaSuccession> successions)
    {
        var added = true;
        while (added)
        {
            added = false;
            foreach (var succession in successions)
                if (areas.Contains(succession.From)) added |= areas.Add(succession.To);
        }

        return [.. areas];
    }

    private static SeriesRelease Release(
        PublishedRelease release, string? currency, IEnumerable<PublishedFigure> figures) => new()
        {
            SeriesId = release.Series,
            ReleaseId = release.Release,
            Published = release.Published,
            Effective = release.Effective,
            Span = release.Span,
            Base = release.Base,
            Currency = currency,
            Publisher = release.Publisher,
            Source = release.Source,

            // Without its empty decimals a figure is written alike in a determination made on either engine.
            Figures = [.. figures.Select(f =>
            new SeriesFigure(f.Area.Length == 0 ? null : f.Area, f.From, f.Value.WithoutEmptyDecimals()))],
        };

    [GeneratedRegex("\"(?<word>[A-Za-z0-9:_.-]{1,100})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
