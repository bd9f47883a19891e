using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Commonstead.Series;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Lab;

/// <summary>Reads published studies: all for those who use the lab, one for anybody who has its code.</summary>
public sealed class PublishedStudies(TrustDb db, Acting acting, IFigureBook figures, IRuleBook book)
{
    /// <summary>All, as a list shows them.</summary>
    internal IQueryable<StudyRow> Rows => Seen.Select(s => new StudyRow
    {
        Id = s.Id,
        Title = s.Title,
        PublishedOn = s.PublishedOn,
        TakenDownOn = s.TakenDownOn,
    });

    private IQueryable<PublishedStudy> Seen
    {
        get
        {
            var may = acting.Actor.May(LabPermission.Use);
            return db.Set<PublishedStudy>().AsNoTracking().Where(_ => may);
        }
    }

    /// <summary>One, or null.</summary>
    internal Task<PublishedStudy?> Find(PublishedStudyId id) => Seen.FirstOrDefaultAsync(s => s.Id == id);

    /// <summary>What anybody may see under a code, or null. Unknown and forged codes take the same way.</summary>
    public async Task<PublicStudy?> ByCode(string code)
    {
        var hash = PublicCode.HashOf(code);
        var study = await db.Set<PublishedStudy>().AsNoTracking().FirstOrDefaultAsync(s => s.CodeHash == hash);
        if (study is null) return null;
        if (study.TakenDownOn is not null) return new PublicStudy(study, null, [], new HashSet<string>());
        var file = LabFile.Read(study.Content);
        var withdrawn = await figures.Withdrawn([.. file.Figures.Select(f => f.SeriesId).Distinct()]);
        var adopted = await book.Titles([.. file.Rules.Select(r => r.Hash)]);
        return new PublicStudy(
            study, file,
            [.. withdrawn.Where(w => file.Figures.Any(f =>
                f.Figures.Count > 0 && (f.SeriesId, f.ReleaseId) == (w.Series, w.Release)))],
            adopted.Keys.ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>A published study in the list.</summary>
internal sealed class StudyRow
{
    /// <summary>The study.</summary>
    public PublishedStudyId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The day it was published.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>The day it was taken down, or null.</summary>
    public DateOnly? TakenDownOn { get; init; }
}

/// <summary>A study as anybody with its code may see it.</summary>
/// <param name="Study">The record.</param>
/// <param name="File">The study; null once it is taken down.</param>
/// <param name="Withdrawn">Releases it rests on that their publishers have withdrawn since.</param>
/// <param name="Adopted">The hashes of its rules that are in the rule book.</param>
public sealed record PublicStudy(
    PublishedStudy Study, LabFile? File, IReadOnlyList<WithdrawnRelease> Withdrawn, IReadOnlySet<string> Adopted);
