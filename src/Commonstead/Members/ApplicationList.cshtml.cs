using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Members;

/// <summary>Applications for membership, those that await a decision among them.</summary>
public sealed class ApplicationListModel(ApplicationRegister applications, MemberRegister members, Acting acting)
    : PageModel
{
    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var listing = ListingOf(await members.TermsOn(acting.Today));
        if (query.WantsCsv) return listing.Csv(applications.Applications, query);
        Listing = await listing.Read(applications.Applications, query);
        return Page();
    }

    /// <summary>How an application stands, in a word and a colour.</summary>
    internal static Status StateOf(MembershipApplication application) => new(
        application.State switch
        {
            ApplicationState.Waiting => StatusKind.Waiting,
            ApplicationState.Admitted => StatusKind.Done,
            _ => StatusKind.Plain,
        },
        application.State.ToReader());

    private static Listing<MembershipApplication> ListingOf(MembershipTerms terms) =>
        Listing<MembershipApplication>.Of("Applications for membership", a => a.Id)
            .Column("Name", a => a.MemberName, a => $"/members/applications/{a.Id}")
            .Column("Class", a => new Phrase(terms.NameOf(a.Class)))
            .Column("Asked", "asked", a => a.AskedAt)
            .Column("State", a => StateOf(a))
            .SortedAtFirst("-asked")
            .Search()
            .Filter("State", "state", Enum.GetValues<ApplicationState>().Select(
                s => new SelectListItem(s.ToReader(), s.ToString())), (rows, name) =>
                Enum.TryParse<ApplicationState>(name, out var state) ? rows.Where(a => a.State == state) : rows);
}
