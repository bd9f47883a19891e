using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>
/// That a person sells or buys, sold or bought a home is a tie to the trust: open while the resale is, and afterwards
/// the ground on which their name is kept as long as a claim on the deed may be brought.
/// </summary>
internal sealed class ResaleTies(TrustDb db, ILeases leases) : IPersonTies
{
    public async Task<IReadOnlyList<PersonTie>> Of(IReadOnlyCollection<PersonId> ids)
    {
        var held = await leases.EverHeldBy(ids);
        var sellersLeases = held.Select(h => h.Lease).Distinct().ToList();
        var found = await db.Set<Resale>().AsNoTracking().Include(r => r.Buyers)
            .Where(r => sellersLeases.Contains(r.Lease) || r.Buyers.Any(b => ids.Contains(b.Person)))
            .ToListAsync();
        var over = await LastDays([.. found.Where(r => !r.IsOpen).Select(r => r.Id)]);
        var ties = new List<PersonTie>();
        foreach (var resale in found)
        {
            DateOnly? until = resale.IsOpen ? null : over.GetValueOrDefault(resale.Id, resale.NoticeOn);
            if (held.Any(h => h.Lease == resale.Lease && h.From <= resale.NoticeOn
                && (h.Until is null || h.Until >= resale.NoticeOn)))
                ties.Add(Tie(resale, "Seller", until));
            if (resale.Buyers.Exists(b => ids.Contains(b.Person))) ties.Add(Tie(resale, "Buyer", until));
        }

        return ties;
    }

    private static PersonTie Tie(Resale resale, string part, DateOnly? until) =>
        new($"{part} in resale {resale.Number}", $"/resales/{resale.Id}", resale.NoticeOn, until);

    // A resale that is closed or cancelled was so on the day of the last thing that happened in it.
    private async Task<Dictionary<ResaleId, DateOnly>> LastDays(List<ResaleId> resales) =>
        await db.Set<ResaleEvent>().Where(e => resales.Contains(e.Resale)).GroupBy(e => e.Resale)
            .Select(g => new { g.Key, Last = g.Max(e => e.On) }).ToDictionaryAsync(g => g.Key, g => g.Last);
}
