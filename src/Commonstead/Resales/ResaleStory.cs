using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
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
                new StoryEntry(r.NoticeOn, Kind, new Sentence("Notice of intent to sell: resale {0}", r.Number),
                    $"/resales/{r.Id}"));
        }

        var ids = resales.ConvertAll(r => r.Id);
        var ofPrices = PricesFollowed.OfPrices;
        var events = await db.Set<ResaleEvent>().AsNoTracking()
            .Where(e => ids.Contains(e.Resale) && !ofPrices.Contains(e.Text))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Most).ToListAsync();
        return events.ConvertAll(e => new StoryEntry(e.On, Kind, e.Said(), $"/resales/{e.Resale}")
        {
            Note = e.Note,
        });
    }
}
