using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Governance;

/// <summary>The register of resolutions.</summary>
public sealed class ResolutionListModel(ResolutionRegister resolutions, BylawBook bylaws, Acting acting) : PageModel
{
    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var names = (await bylaws.On(acting.Today)).Acts.ToDictionary(a => a.Code, a => a.Name);
        var (rows, listing) = (resolutions.Rows(), Columns(names));
        if (query.WantsCsv) return listing.Csv(rows, query);
        Listing = await listing.Read(rows, query);
        return Page();
    }

    private static Listing<ResolutionRow> Columns(Dictionary<string, string> acts) =>
        Listing<ResolutionRow>.Of("Resolutions", r => r.Id)
            .Column("Number", "number", r => r.Number)
            .Column("Resolution", r => r.Title, link: r => $"/resolutions/{r.Id}")
            .Column("Kind of act", r => new Phrase(acts.GetValueOrDefault(r.Act, r.Act)))
            .Column("Brought on", "on", r => r.On)
            .Column("Stands", r => Stands(r.State))
            .Column("Settled on", r => r.SettledOn)
            .SortedAtFirst("-number")
            .Search()
            .Filter("State", "state",
                Enum.GetValues<ResolutionState>().Select(s => new SelectListItem(s.ToReader(), s.ToString())),
                (rows, chosen) => Enum.TryParse<ResolutionState>(chosen, out var state)
                    ? rows.Where(r => r.State == state) : rows);

    /// <summary>How a resolution stands.</summary>
    internal static Status Stands(ResolutionState state) => state switch
    {
        ResolutionState.Open => new Status(StatusKind.Due, "Open"),
        ResolutionState.Passed => new Status(StatusKind.Done, "Passed"),
        ResolutionState.Failed => new Status(StatusKind.Plain, "Not passed"),
        _ => new Status(StatusKind.Plain, "Withdrawn"),
    };
}
