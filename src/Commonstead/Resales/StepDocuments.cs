using Commonstead.Platform.Data;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>
/// Documents that belong to a step of a resale: the inspection's report, the option's minute, a lender's letter. The
/// seller sees those of her own resale, but not the papers of the household that buys.
/// </summary>
public sealed class StepDocuments(TrustDb db, ResaleBoard board, Conflicts conflicts, Acting acting) : IDocumentOwner
{
    /// <summary>The kind's name in addresses.</summary>
    public const string Name = "resale-step";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public async Task<DocumentPlace?> Find(Guid id)
    {
        var sought = ResaleStepId.From(id);
        var found = await (await board.Visible())
            .SelectMany(r => r.Steps, (r, s) => new { r.Id, r.Number, Step = s.Id, s.Kind })
            .FirstOrDefaultAsync(s => s.Step == sought);
        if (found is null || !IsOpenTo(acting.Actor, found.Kind)) return null;
        var mayChange = acting.Actor.May(ResalePermission.Work)
            && await board.Whole(found.Id) is { } resale && await conflicts.Of(resale) is null;
        return new DocumentPlace(
            $"{found.Number}: {found.Kind.ToReader()}", $"/resales/{found.Id}/steps/{found.Kind}", mayChange);
    }

    /// <summary>True when someone who sees the resale may also see the papers of a step.</summary>
    public static bool IsOpenTo(Actor actor, StepKind kind) =>
        !StepPlan.Of(kind).ConcernsBuyer || actor.May(ResalePermission.SeeBuyersPapers);

    /// <summary>The documents of a resale that the actor already sees, by step; withdrawn ones are left out.</summary>
    public async Task<ILookup<ResaleStepId, Document>> Of(Resale resale)
    {
        var steps = resale.Steps.Where(s => IsOpenTo(acting.Actor, s.Kind)).Select(s => s.Id.Value).ToList();
        var documents = await db.Set<Document>().AsNoTracking()
            .Where(d => d.Kind == Name && steps.Contains(d.Owner) && d.WithdrawnOn == null)
            .OrderBy(d => d.AddedAt).ThenBy(d => d.Id).ToListAsync();
        return documents.ToLookup(d => ResaleStepId.From(d.Owner));
    }
}
