using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>
/// Says what an import would do, by comparing a file's releases with those the trust holds. Writes nothing.
/// </summary>
public sealed class ImportPlanner(TrustDb db, Acting acting)
{
    /// <summary>The plan, or why the file cannot be imported.</summary>
    public async Task<Outcome<ImportPlan>> Plan(ImportSeriesInput input)
    {
        var divided = new ReleasesOfFile(input, acting.Today).Divide();
        if (!divided.IsDone) return Outcome<ImportPlan>.Refused(divided.Refusals);
        var planned = divided.Value;
        Parallel.ForEach(planned, release => _ = release.Hash);
        var codes = planned.Select(r => r.Series.Code).Distinct(StringComparer.Ordinal).ToList();
        var series = await db.Set<PublishedSeries>().AsNoTracking()
            .Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, StringComparer.Ordinal);
        foreach (var release in planned)
            if (series.TryGetValue(release.Series.Code, out var known)
                && Refuse(release, known) is { } refused) return refused;
        var held = (await db.Set<PublishedRelease>().AsNoTracking().Where(r => codes.Contains(r.Series)).ToListAsync())
            .ToLookup(r => r.Series, StringComparer.Ordinal);
        foreach (var release in planned)
            if (Compare(release, held[release.Series.Code], input) is { } refused) return refused;
        return new ImportPlan(planned);
    }

    private static Refusal? Refuse(PlannedRelease release, PublishedSeries known)
    {
        if (known.Span != release.Span)
            return new Refusal(ImportSeriesRefusal.DatedOtherwise, known.Code, Words(known.Span), Words(release.Span));
        var currency = release.Series.Currency?.Code;
        return known.CurrencyCode == currency ? null
            : new Refusal(ImportSeriesRefusal.OtherUnit, known.Code, known.CurrencyCode ?? "numbers",
                currency ?? "numbers");
    }

    private static Refusal? Compare(PlannedRelease release, IEnumerable<PublishedRelease> held, ImportSeriesInput input)
    {
        var same = held.FirstOrDefault(r => r.Release == release.Name);
        if (same is null) return null;
        var correction = release.Name + "-corrected";
        if (same.Published != release.Published || same.Effective != release.Effective)
            return new Refusal(ImportSeriesRefusal.OtherDates,
                same.Series, same.Release, same.Published, same.Effective, correction);
        if (same.FiguresHash != release.Hash || same.Base != input.Base)
            return new Refusal(ImportSeriesRefusal.OtherFigures, same.Series, same.Release, correction);
        release.IsThere = true;
        return null;
    }

    private static string Words(FigureSpan span) => span switch
    {
        FigureSpan.InForce => "the day they come into force",
        _ => span.ToString().ToLowerInvariant(),
    };
}
