using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Governance;

/// <summary>The list of meetings.</summary>
public sealed class MeetingListModel(MeetingRegister meetings) : PageModel
{
    private static readonly Listing<MeetingRow> _meetings = Listing<MeetingRow>.Of("Meetings", r => r.Id)
        .Column("Begins", "begins", r => r.StartsAt)
        .Column("Meeting", r => r.Title, link: r => $"/meetings/{r.Id}")
        .Column("Kind", r => new Phrase(r.Kind.ToReader()))
        .Column("Stands", r => Stands(r.State))
        .Column("Minutes", r => new Phrase(r.MinutesState.ToReader()))
        .SortedAtFirst("-begins")
        .Search()
        .Filter("State", "state",
            Enum.GetValues<MeetingState>().Select(s => new SelectListItem(s.ToReader(), s.ToString())),
            (rows, chosen) => Enum.TryParse<MeetingState>(chosen, out var state)
                ? rows.Where(r => r.State == state) : rows);

    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _meetings.Csv(meetings.Rows(), query);
        Listing = await _meetings.Read(meetings.Rows(), query);
        return Page();
    }

    /// <summary>How a meeting stands.</summary>
    internal static Status Stands(MeetingState state) => state switch
    {
        MeetingState.Called => new Status(StatusKind.Waiting, "Called"),
        MeetingState.Open => new Status(StatusKind.Due, "In session"),
        MeetingState.Closed => new Status(StatusKind.Done, "Over"),
        MeetingState.Cancelled => new Status(StatusKind.Plain, "Called off"),
        _ => new Status(StatusKind.Plain, "Planned"),
    };
}
