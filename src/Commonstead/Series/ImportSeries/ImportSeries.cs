using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>Takes a file of published figures into the record: each release apart, none ever overwritten.</summary>
[Needs(SeriesPermission.Import)]
[Does("Published figures imported")]
public sealed class ImportSeries(TrustDb db, ImportPlanner planner, BulkWriter bulk)
    : IOperation<ImportSeriesInput, ImportedSeries>
{
    /// <inheritdoc/>
    public async Task<Outcome<ImportedSeries>> Run(ImportSeriesInput input)
    {
        var planned = await planner.Plan(input);
        if (!planned.IsDone) return Outcome<ImportedSeries>.Refused(planned.Refusals);
        var plan = planned.Value;
        if (plan.New.Any())
        {
            await AddReleases(plan, input);
            await bulk.Write(plan.New.SelectMany(r => r.Figures), input.Progress);
        }

        await LearnNames(input.File.Areas);
        return new ImportedSeries(plan);
    }

    private async Task AddReleases(ImportPlan plan, ImportSeriesInput input)
    {
        var number = await db.Set<PublishedRelease>().MaxAsync(r => (long?)r.Number) ?? 0;
        var codes = plan.New.Select(r => r.Series.Code).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Set<PublishedSeries>().Where(s => codes.Contains(s.Code))
            .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal);
        foreach (var planned in plan.New)
        {
            if (!known.TryGetValue(planned.Series.Code, out var series))
                db.Add(known[planned.Series.Code] = series = SeriesOf(planned, input));
            series.Count(planned.Name, planned.Published);
            number++;
            foreach (var figure in planned.Figures) figure.Release = number;
            db.Add(new PublishedRelease
            {
                Series = series.Code,
                Release = planned.Name,
                Published = planned.Published,
                Effective = planned.Effective,
                Span = planned.Span,
                Base = input.Base,
                Publisher = input.Publisher ?? series.Publisher,
                Source = $"{input.FileName}, SHA-256 {input.FileHash}",
                FigureCount = planned.FigureCount,
                FiguresHash = planned.Hash,
                Number = number,
            });
        }
    }

    private static PublishedSeries SeriesOf(PlannedRelease planned, ImportSeriesInput input) => new()
    {
        Code = planned.Series.Code,
        Title = planned.Series.Title,
        Publisher = input.Publisher ?? "",
        Span = planned.Span,
        CurrencyCode = planned.Series.Currency?.Code,
        Search = SearchText.Of(planned.Series.Code, planned.Series.Title, input.Publisher),
    };

    private async Task LearnNames(IReadOnlyList<FileArea> areas)
    {
        var named = areas.Where(a => a.Name is { Length: > 0 }).ToList();
        if (named.Count == 0) return;
        var known = await db.Set<PublishedArea>().ToDictionaryAsync(a => a.Code, StringComparer.Ordinal);
        foreach (var (code, name) in named)
        {
            if (!known.TryGetValue(code, out var area)) db.Add(area = new PublishedArea { Code = code });
            if (area.Name != name) area.Rename(name!);
        }
    }
}

/// <summary>What an import did.</summary>
/// <param name="Plan">Its releases, each new or already there.</param>
public sealed record ImportedSeries(ImportPlan Plan) : IBulkResult
{
    /// <inheritdoc/>
    public string Attested
    {
        get
        {
            var releases = Plan.New.Select(r => new AttestedRelease($"{r.Series.Code} {r.Name} {r.Hash}")).ToList();
            var (hash, count) = RowsHash.Of(releases);
            return $"series_figure {Plan.NewFigures} rows in {count} releases, SHA-256 {hash}";
        }
    }

    private sealed record AttestedRelease(string Attested) : IAttestedRow;
}
