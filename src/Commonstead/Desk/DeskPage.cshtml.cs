using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Desk;

/// <summary>The first page after sign-in: what is late, what is due, what waits for the reader.</summary>
public sealed class DeskPageModel(IEnumerable<IDeskWork> sources, Acting acting) : PageModel
{
    private const int DaysAhead = 30;

    /// <summary>What waits for the reader's own decision.</summary>
    public IReadOnlyList<DeskEntry> ForMe { get; private set; } = [];

    /// <summary>What is past its last day.</summary>
    public IReadOnlyList<DeskEntry> Late { get; private set; } = [];

    /// <summary>What is due in the coming weeks.</summary>
    public IReadOnlyList<DeskEntry> Due { get; private set; } = [];

    /// <summary>True when nothing is to be done.</summary>
    public bool IsClear => ForMe.Count + Late.Count + Due.Count == 0;

    /// <summary>Gathers the work; a leaseholder is led to her own lease.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!acting.Actor.May(Leases.LeasePermission.SeeAll) && acting.Actor.May(Leases.LeasePermission.SeeOwn))
            return Redirect("/my-lease");
        if (!acting.Actor.May(Leases.LeasePermission.SeeAll) && acting.Actor.May(Members.MembersPermission.Own))
            return Redirect("/my-membership");
        var all = new List<DeskEntry>();
        foreach (var source in sources) all.AddRange(await source.Waiting());
        ForMe = [.. all.Where(e => e.Who is null)];
        Late = [.. all.Where(e => e.Who is not null && e.DueOn < acting.Today)
            .OrderBy(e => !e.IsAlarm).ThenBy(e => e.DueOn)];
        Due = [.. all.Where(e => e.Who is not null && e.DueOn >= acting.Today
            && e.DueOn <= acting.Today.AddDays(DaysAhead))
            .OrderBy(e => !e.IsAlarm).ThenBy(e => e.DueOn)];
        return Page();
    }
}
