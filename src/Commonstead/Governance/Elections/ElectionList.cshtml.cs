using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Governance;

/// <summary>The list of elections.</summary>
public sealed class ElectionListModel(ElectionRegister elections, Acting acting) : PageModel
{
    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var (query, listing) = (ListingQuery.From(Request), Columns(acting.Now));
        if (query.WantsCsv) return listing.Csv(elections.Rows(), query);
        Listing = await listing.Read(elections.Rows(), query);
        return Page();
    }

    /// <summary>How an election stands.</summary>
    internal static Status Stands(ElectionState state, DateTime nominationsUntil, DateTime now) => state switch
    {
        ElectionState.Nominations when now < nominationsUntil => new Status(StatusKind.Due, "Nominations"),
        ElectionState.Nominations => new Status(StatusKind.Overdue, "Nominations to be closed"),
        ElectionState.Poll => new Status(StatusKind.Waiting, "To be voted on"),
        ElectionState.Declared => new Status(StatusKind.Done, "Declared"),
        _ => new Status(StatusKind.Plain, "Called off"),
    };

    private static Listing<ElectionRow> Columns(DateTime now) => Listing<ElectionRow>.Of("Elections", r => r.Id)
        .Column("Election", r => r.Title, link: r => $"/elections/{r.Id}")
        .Column("Stands", r => Stands(r.State, r.NominationsUntil, now))
        .Column("Seats", r => r.Seats)
        .Column("Left vacant", r => r.Vacant > 0 ? r.Vacant : null)
        .Column("Nominations until", "until", r => r.NominationsUntil)
        .Column("Term from", r => r.From)
        .SortedAtFirst("-until")
        .Search()
        .Filter("State", "state",
            Enum.GetValues<ElectionState>().Select(s => new SelectListItem(s.ToReader(), s.ToString())),
            (rows, chosen) => Enum.TryParse<ElectionState>(chosen, out var state)
                ? rows.Where(r => r.State == state) : rows);
}
