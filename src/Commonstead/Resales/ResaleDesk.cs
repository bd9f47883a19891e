using Commonstead.Desk;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>What resales have for the desk: steps with a last day, and closings that wait for the reader.</summary>
public sealed class ResaleDesk(TrustDb db, Acting acting, ResaleBoard board) : IDeskWork
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting()
    {
        if (!acting.Actor.May(ResalePermission.SeeAll)) return [];
        var steps = (await board.Due(Most)).Select(d => new DeskEntry(
            StepPlan.ToDo(d.Kind), d.Home, d.Awaited.ToReader(), d.DueOn, $"/resales/{d.Resale}", d.Loss)
        {
            IsAlarm = d.Kind == StepKind.Option
                && OptionClock.Of(ResaleState.Open, d.Option, d.DueOn, acting.Today) is { Warns: true },
        });
        return [.. await Closings(), .. steps];
    }

    private async Task<List<DeskEntry>> Closings()
    {
        if (!acting.Actor.May(ResalePermission.ConfirmClosing)) return [];
        var waiting = await db.Set<Closing>().AsNoTracking()
            .Where(c => c.Decisions.Count == 0 && c.PreparedBy != acting.Actor.Key)
            .Join(db.Set<Resale>(), c => c.Resale, r => r.Id, (c, r) => new { c.ClosesOn, r.Id, r.Home })
            .OrderBy(c => c.ClosesOn).Take(Most).ToListAsync();
        return waiting.ConvertAll(c =>
            new DeskEntry("Confirm a closing", c.Home, null, c.ClosesOn, $"/resales/{c.Id}"));
    }
}
