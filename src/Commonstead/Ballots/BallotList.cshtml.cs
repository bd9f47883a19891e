using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Ballots;

/// <summary>The list of ballots.</summary>
public sealed class BallotListModel(BallotRegister ballots, Acting acting) : PageModel
{
    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var (rows, listing) = (ballots.Rows(), Columns(acting.Now));
        if (query.WantsCsv) return listing.Csv(rows, query);
        Listing = await listing.Read(rows, query);
        return Page();
    }

    private static Listing<BallotRow> Columns(DateTime now) => Listing<BallotRow>.Of("Ballots", r => r.Id)
        .Column("Ballot", r => r.Title, link: r => $"/ballots/{r.Id}")
        .Column("Stands", r => Stands(r.State, r.ClosesAt, now))
        .Column("Opens", r => r.OpensAt)
        .Column("Closes", "closes", r => r.ClosesAt)
        .Column("On the roll", r => r.RollSize > 0 ? r.RollSize : null)
        .Column("Took part", r => r.Participants)
        .SortedAtFirst("-closes")
        .Search()
        .Filter("State", "state",
            Enum.GetValues<BallotState>().Select(s => new SelectListItem(s.ToReader(), s.ToString())),
            (rows, chosen) => Enum.TryParse<BallotState>(chosen, out var state) ? rows.Where(r => r.State == state)
                : rows);

    /// <summary>How a ballot stands.</summary>
    internal static Status Stands(BallotState state, DateTime closesAt, DateTime now) => state switch
    {
        BallotState.Draft => new Status(StatusKind.Plain, "Being prepared"),
        BallotState.Sealed => new Status(StatusKind.Waiting, "Ready to open"),
        BallotState.Open when now < closesAt => new Status(StatusKind.Due, "Open"),
        BallotState.Open => new Status(StatusKind.Overdue, "Closed, to be opened"),
        BallotState.Unsealed => new Status(StatusKind.Overdue, "To be declared"),
        BallotState.Declared => new Status(StatusKind.Done, "Declared"),
        _ => new Status(StatusKind.Plain, "Called off"),
    };
}
