using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Members;

/// <summary>The register of members.</summary>
public sealed class MemberListModel(MemberRegister members, Acting acting) : PageModel
{
    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Whether the reader keeps the register.</summary>
    public bool MayKeep => acting.Actor.May(MembersPermission.Keep);

    /// <summary>Whether the reader decides on applications.</summary>
    public bool MayDecide => acting.Actor.May(MembersPermission.Decide);

    /// <summary>Whether the reader sees whose dues are open.</summary>
    public bool MaySeeDues => acting.Actor.May(MembersPermission.SeeDues);

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var listing = ListingOf(await members.TermsOn(acting.Today));
        if (query.WantsCsv) return listing.Csv(members.Members, query);
        Listing = await listing.Read(members.Members, query);
        return Page();
    }

    private static Listing<Member> ListingOf(MembershipTerms terms) => Listing<Member>.Of("Members", m => m.Id)
        .Column("Name", "name", m => m.SortName, link: m => $"/members/{m.Id}")
        .Column("Number", "number", m => m.Number)
        .Column("Class", m => new Phrase(terms.NameOf(m.Class)))
        .Column("Member since", "since", m => m.JoinedOn)
        .Column("Standing", MemberStanding.Of)
        .SortedAtFirst("name")
        .Search()
        .Filter("Class", "class", terms.Classes.Where(c => c.Basis != ClassBasis.SeatsOnly)
            .Select(c => new SelectListItem(c.Name, c.Code)), (rows, code) => rows.Where(m => m.Class == code))
        .Filter("Standing", "standing", MemberStanding.Choices, MemberStanding.Narrow);
}

/// <summary>How a membership stands, in a word and a colour.</summary>
internal static class MemberStanding
{
    private const string Current = "current";

    /// <summary>What to filter by.</summary>
    public static IReadOnlyList<SelectListItem> Choices { get; } =
    [
        new("Member", Current),
        .. Enum.GetValues<MemberEnd>().Select(end => new SelectListItem(end.ToReader(), end.ToString())),
    ];

    /// <summary>The standing of a member.</summary>
    public static Status Of(Member member) => member.EndInWords is { } reason
        ? new Status(StatusKind.Plain, reason) : new Status(StatusKind.Done, "Member");

    /// <summary>The members of a standing.</summary>
    public static IQueryable<Member> Narrow(IQueryable<Member> rows, string standing) =>
        Enum.TryParse<MemberEnd>(standing, out var reason)
            ? rows.Where(m => m.EndReason == reason) : rows.Where(m => m.EndReason == null);
}
