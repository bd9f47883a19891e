using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Resales;

/// <summary>The board of resales.</summary>
public sealed class ResaleListModel(ResaleBoard board, CalendarFeed calendar, Acting acting) : PageModel
{
    /// <summary>The page of the board asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Where the reader's calendar feed is.</summary>
    public string Calendar => calendar.AddressFor(acting.Actor);

    /// <summary>Shows the board, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var rows = await board.Rows();
        var listing = Columns(acting.Today).Learn(board.Learn);
        if (query.WantsCsv) return listing.Csv(rows, query);
        Listing = await listing.Read(rows, query);
        return Page();
    }

    private static Listing<ResaleRow> Columns(DateOnly today) => Listing<ResaleRow>.Of("Resales", r => r.Id)
        .Column("Resale", "number", r => r.Number, link: r => $"/resales/{r.Id}")
        .Column("Home", r => r.Home)
        .Column("Notice", "notice", r => r.NoticeOn)
        .Column("Due next", r => r.Next is { } next ? new Phrase(StepPlan.ToDo(next)) : null)
        .Column("By", r => r.Awaited is { } owner ? new Phrase(owner.ToReader()) : null)
        .Column("Last day", r => r.DueOn)
        .Column("Stands", r => Stands(r, today))
        .Column("If it is late", r => r.Next is { } next ? new Phrase(StepPlan.LossOf(next, r.Option, r.Terms)) : null)
        .Column("Option until", r => r.OptionDueOn)
        .SortedAtFirst("-notice")
        .Search()
        .Filter("State", "state",
            Enum.GetValues<ResaleState>().Select(s => new SelectListItem(s.ToReader(), s.ToString())),
            (rows, chosen) => Enum.TryParse<ResaleState>(chosen, out var state) ? rows.Where(r => r.State == state)
                : rows);

    private static Status Stands(ResaleRow row, DateOnly today) => row.State switch
    {
        ResaleState.Closed when row.Next is null => new Status(StatusKind.Done, "Closed"),
        ResaleState.Cancelled => new Status(StatusKind.Plain, "Cancelled"),
        _ when OptionClock.Of(row.State, row.Option, row.OptionDueOn, today) is { Warns: true } clock =>
            new Status(StatusKind.Alarm, clock.InShort),
        _ when row.Next == StepKind.Closing && row.Option == OptionState.Lapsed && row.DueOn <= today
            && row.Terms.MonthsToPowerOfSale > 0 => new Status(StatusKind.Due, "The trust may sell"),
        _ when row.DueOn < today => new Status(StatusKind.Overdue, "Overdue"),
        _ when row.DueOn <= today.AddDays(7) => new Status(StatusKind.Due, "Due soon"),
        ResaleState.Closed => new Status(StatusKind.Waiting, "Closed, not recorded yet"),
        _ => new Status(StatusKind.Waiting, "Open"),
    };
}
