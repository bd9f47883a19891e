using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Reads resales, as far as an actor may see them.</summary>
public sealed class ResaleBoard(TrustDb db, Acting acting, ILeases leases, PreparedSteps prepared)
    : IPastSales, IOpenResales
{
    /// <summary>The trust's deadlines and customs.</summary>
    internal async Task<ResaleSettings> Settings() =>
        await db.Set<ResaleSettings>().FirstOrDefaultAsync() ?? ResaleSettings.DefaultsOf(acting.Profile.Country);

    /// <summary>What a lease itself states of its resales, or null.</summary>
    internal Task<LeaseResaleTerms?> TermsOf(LeaseId lease) =>
        db.Set<LeaseResaleTerms>().AsNoTracking().FirstOrDefaultAsync(t => t.Lease == lease);

    /// <summary>
    /// The resales the actor may see: staff all, an owner the open ones of the leases she holds, the one by which she
    /// sold, and those that were cancelled in her time. Who bought sees nothing of the sale before.
    /// </summary>
    internal async Task<IQueryable<Resale>> Visible()
    {
        var all = db.Set<Resale>().AsNoTracking();
        if (acting.Actor.May(ResalePermission.SeeAll)) return all;
        if (!acting.Actor.May(ResalePermission.SeeOwn) || acting.Actor.Person is not { } person) return all.Where(_ =>
            false);
        var held = await leases.EverHeldBy([new People.PersonId(person)]);
        var of = held.Select(h => h.Lease).ToList();
        var today = acting.Today;
        var own = (await all.Where(r => of.Contains(r.Lease))
            .Select(r => new { r.Id, r.Lease, r.State, r.NoticeOn }).ToListAsync())
            .Where(r => held.Any(h => h.Lease == r.Lease && r.State switch
            {
                ResaleState.Open => h.Until is not { } last || last >= today,
                ResaleState.Closed => h.EndedBy == r.Id,
                _ => h.On(r.NoticeOn),
            }))
            .Select(r => r.Id).ToList();
        return all.Where(r => own.Contains(r.Id));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PastSale>> Mine() => acting.Actor.May(ResalePermission.SeeAll)
        ? []
        : await (await Visible()).Where(r => r.State == ResaleState.Closed).OrderByDescending(r => r.NoticeOn)
            .Select(r => new PastSale(r.Id, r.Number, r.Home, r.NoticeOn)).ToListAsync();

    /// <summary>The board's rows; <see cref="Learn"/> adds their open steps.</summary>
    internal async Task<IQueryable<ResaleRow>> Rows() => (await Visible())
        .Select(r => new ResaleRow
        {
            Id = r.Id,
            Number = r.Number,
            Lease = r.Lease,
            Home = r.Home,
            State = r.State,
            NoticeOn = r.NoticeOn,
            FrozenTerms = r.FrozenTerms,
            Option = r.Option,
        });

    /// <summary>
    /// Open steps with a last day, of open resales and of closed ones what follows the closing, the earliest first.
    /// </summary>
    internal async Task<List<DueStep>> Due(int most)
    {
        var due = await (await Visible())
            .SelectMany(r => r.Steps, (r, s) => new { Resale = r, Step = s })
            .Where(d => d.Step.State == StepState.Open && d.Step.DueOn != null)
            .Where(d => d.Resale.State == ResaleState.Open || (d.Resale.State == ResaleState.Closed
                && StepPlan.AfterClosing.Contains(d.Step.Kind)))
            .OrderBy(d => d.Step.DueOn).Take(most)
            .Select(d => new
            {
                d.Resale.Number,
                d.Resale.Home,
                d.Resale.Option,
                d.Resale.FrozenTerms,
                d.Step.Id,
                d.Step.Owner,
                DueOn = d.Step.DueOn!.Value,
                Awaited = new AwaitedStep(d.Resale.Id, d.Resale.Lease, d.Resale.NoticeOn, d.Step.Kind),
            })
            .ToListAsync();
        due = [.. due.OrderBy(d => d.DueOn).ThenBy(d => d.Awaited.Kind)];
        var waiting = await prepared.Of(due.ConvertAll(d => d.Awaited));
        return due.ConvertAll(d => new DueStep(
            d.Awaited.Resale, d.Number, d.Home, d.Id, d.Awaited.Kind,
            AwaitedStep.Whom(d.Awaited.Kind, d.Owner, waiting.Contains((d.Awaited.Resale, d.Awaited.Kind))),
            d.DueOn, StepPlan.LossOf(d.Awaited.Kind, d.Option, ResaleTerms.FromJson(d.FrozenTerms)), d.Option));
    }

    /// <summary>Learns, for the board's rows, their open steps and whose a first person has prepared.</summary>
    internal async Task Learn(IReadOnlyList<ResaleRow> rows)
    {
        if (rows.Count == 0) return;
        var ids = rows.Select(r => r.Id).ToList();
        var steps = (await db.Set<ResaleStep>().AsNoTracking()
            .Where(s => ids.Contains(s.Resale) && s.State == StepState.Open).ToListAsync()).ToLookup(s => s.Resale);
        foreach (var row in rows) row.OpenSteps = [.. steps[row.Id]];
        var waiting = await prepared.Of([.. rows.Where(r => r.Next is not null)
            .Select(r => new AwaitedStep(r.Id, r.Lease, r.NoticeOn, r.Next!.Value))]);
        foreach (var row in rows) row.IsPrepared = row.Next is { } next && waiting.Contains((row.Id, next));
    }

    /// <inheritdoc/>
    public async Task<OpenResale?> Of(LeaseId lease) => await (await Visible())
        .Where(r => r.Lease == lease && r.State == ResaleState.Open)
        .Select(r => new OpenResale(r.Id, r.Number, r.NoticeOn)).FirstOrDefaultAsync();

    /// <summary>One resale with its steps and buyers, if the actor may see it.</summary>
    internal async Task<Resale?> Whole(ResaleId id) =>
        await (await Visible()).Include(r => r.Steps).Include(r => r.Buyers).AsSplitQuery().FirstOrDefaultAsync(r =>
            r.Id == id);

    /// <summary>What happened in a resale, the latest first.</summary>
    internal Task<List<ResaleEvent>> Story(ResaleId id) => db.Set<ResaleEvent>().AsNoTracking()
        .Where(e => e.Resale == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync();

    /// <summary>An appraisal of a resale.</summary>
    internal Task<Appraisal?> Appraisal(AppraisalId? id) =>
        db.Set<Appraisal>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id);

    /// <summary>The appraisals of a resale, the latest first.</summary>
    internal Task<List<Appraisal>> Appraisals(ResaleId id) => db.Set<Appraisal>().AsNoTracking()
        .Where(a => a.Resale == id).OrderByDescending(a => a.ReceivedOn).ThenByDescending(a => a.Id).ToListAsync();

    /// <summary>The dispute about an appraisal, or null.</summary>
    internal Task<AppraisalDispute?> DisputeOf(AppraisalId? appraisal) =>
        db.Set<AppraisalDispute>().AsNoTracking().FirstOrDefaultAsync(d => d.First == appraisal);

    /// <summary>A buyer's certification.</summary>
    internal Task<Certification?> Certification(CertificationId? id) =>
        db.Set<Certification>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id);

    /// <summary>The closings of a resale, the latest first.</summary>
    internal Task<List<Closing>> Closings(ResaleId id) => db.Set<Closing>().AsNoTracking().Include(c => c.Decisions)
        .Include(c => c.PayoffLetters).AsSplitQuery().Where(c => c.Resale == id)
        .OrderByDescending(c => c.PreparedAt).ToListAsync();
}

/// <summary>A step with its last day, as the desk and the calendar show it.</summary>
internal sealed record DueStep(
    ResaleId Resale, string Number, string Home, ResaleStepId Step, StepKind Kind, StepOwner Awaited, DateOnly DueOn,
    string Loss, OptionState Option);
