using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>
/// Adds resales to the story of their lease: to staff everything that happened, to the owner that there is one, with
/// the way to it.
/// </summary>
internal sealed class ResaleStory(TrustDb db, Acting acting, ResaleBoard board) : ILeaseStory
{
    private const string Kind = "Resale";
    private const int Most = 500;

    public async Task<IReadOnlyList<StoryEntry>> Of(LeaseId lease)
    {
        var resales = await (await board.Visible()).Where(r => r.Lease == lease)
            .Select(r => new { r.Id, r.Number, r.NoticeOn }).ToListAsync();
        if (!acting.Actor.May(ResalePermission.SeeAll))
        {
            return resales.ConvertAll(r =>
                new StoryEntry(r.NoticeOn, Kind, "Notice of intent to sell: resale {0}", $"/resales/{r.Id}")
                {
                    Figures = [r.Number],
                });
        }

        var ids = resales.ConvertAll(r => r.Id);
        var events = await db.Set<ResaleEvent>().AsNoTracking().Where(e => ids.Contains(e.Resale))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Most).ToListAsync();
        return events.ConvertAll(e => new StoryEntry(e.On, Kind, e.Text, $"/resales/{e.Resale}"));
    }
}
