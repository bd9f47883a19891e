using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Members;

/// <summary>Members whose dues are not settled.</summary>
public sealed class DuesListModel(DuesBook dues, MemberRegister members, Acting acting) : PageModel
{
    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Since when the terms ask for dues, or null.</summary>
    public DateOnly? Asked { get; private set; }

    /// <summary>Whether memberships lapse here, and the reader may have them lapse.</summary>
    public bool MayLapse { get; private set; }

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var terms = await members.TermsOn(acting.Today);
        Asked = await dues.AskedSince(acting.Today);
        MayLapse = terms.LapseAfterMonths is not null && acting.Actor.May(MembersPermission.Keep);
        var listing = ListingOf(terms, acting.Actor.May(MembersPermission.KeepDues));
        if (query.WantsCsv) return listing.Csv(dues.Unsettled, query);
        Listing = await listing.Read(dues.Unsettled, query);
        return Page();
    }

    private static Listing<Member> ListingOf(MembershipTerms terms, bool mayKeep) =>
        Listing<Member>.Of("Dues that are due", m => m.Id)
            .Column("Name", m => m.SortName, m => mayKeep ? $"/members/{m.Id}/dues" : $"/members/{m.Id}")
            .Column("Number", m => m.Number)
            .Column("Class", m => new Phrase(terms.NameOf(m.Class)))
            .Column("Settled through", "settled", m => m.SettledThrough, m => m.Settled)
            .Column("Member since", m => m.JoinedOn)
            .SortedAtFirst("settled");
}
