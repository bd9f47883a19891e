using Commonstead.Land;
using Commonstead.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Says on the pages of land that a home is being sold.</summary>
internal sealed class ResaleNotes(ResaleBoard board, ILeases leases) : IHomeNotes
{
    public async Task<ILookup<HomeId, HomeNote>> Of(IReadOnlyCollection<HomeId> homes)
    {
        var open = await (await board.Visible()).Where(r => r.State == ResaleState.Open)
            .OrderBy(r => r.Number).Select(r => new { r.Id, r.Number, r.Lease, r.NoticeOn }).ToListAsync();
        var names = await leases.Names([.. open.Select(r => r.Lease)]);
        return open.Where(r => names.ContainsKey(r.Lease) && homes.Contains(names[r.Lease].Home)).ToLookup(
            r => names[r.Lease].Home, r => new HomeNote("Resale {0} is under way", $"/resales/{r.Id}", r.Number));
    }
}
