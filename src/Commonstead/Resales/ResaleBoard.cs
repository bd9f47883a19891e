using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Reads resales, as far as an actor may see them.</summary>
public sealed class ResaleBoard(TrustDb db, Acting acting, ILeases leases)
{
    /// <summary>The trust's deadlines and customs.</summary>
    internal async Task<ResaleSettings> Settings() =>
        await db.Set<ResaleSettings>().FirstOrDefaultAsync() ?? ResaleSettings.DefaultsOf(acting.Profile.Country);

    /// <summary>The resales the actor may see.</summary>
    internal async Task<IQueryable<Resale>> Visible()
    {
        var all = db.Set<Resale>().AsNoTracking();
        if (acting.Actor.May(ResalePermission.SeeAll)) return all;
        if (!acting.Actor.May(ResalePermission.SeeOwn) || acting.Actor.Person is not { } person) return all.Where(_ => false);
        var own = (await leases.HeldBy(new People.PersonId(person))).ToList();
        return all.Where(r => own.Contains(r.Lease));
    }

    /// <summary>One resale with its steps and buyers, if the actor may see it.</summary>
    internal async Task<Resale?> Whole(ResaleId id) =>
        await (await Visible()).Include(r => r.Steps).Include(r => r.Buyers).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == id);

    /// <summary>What happened in a resale, the latest first.</summary>
    internal Task<List<ResaleEvent>> Story(ResaleId id) => db.Set<ResaleEvent>().AsNoTracking()
        .Where(e => e.Resale == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).ToListAsync();

    /// <summary>An appraisal of a resale.</summary>
    internal Task<Appraisal?> Appraisal(AppraisalId? id) =>
        db.Set<Appraisal>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id);

    /// <summary>A buyer's certification.</summary>
    internal Task<Certification?> Certification(CertificationId? id) =>
        db.Set<Certification>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id);

    /// <summary>The closings of a resale, the latest first.</summary>
    internal Task<List<Closing>> Closings(ResaleId id) => db.Set<Closing>().AsNoTracking().Include(c => c.Decisions)
        .Where(c => c.Resale == id).OrderByDescending(c => c.PreparedAt).ToListAsync();
}
