using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Members;

/// <summary>
/// The register as the law of the trust's country asks for it, to read and to download: a society's register of
/// members, or the list of those entitled to vote.
/// </summary>
public sealed class StatutoryRegisterModel(
    MemberRegister members, IPeople people, IOrganisations organisations, Acting acting) : PageModel
{
    private readonly Dictionary<PersonId, PersonEntry> _persons = [];
    private readonly Dictionary<OrganisationId, string> _reach = [];

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>True for a society's register, which keeps those who ceased to be members.</summary>
    public bool IsOfASociety => acting.Profile.Country == Country.GreatBritain;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var rows = members.Members.Where(m => m.EndReason != MemberEnd.Merged);
        if (!IsOfASociety && query.Filter("on").Length == 0) rows = On(rows, acting.Today);
        var listing = ListingOf(await members.TermsOn(acting.Today));
        if (query.WantsCsv) return listing.Csv(rows, query);
        Listing = await listing.Read(rows, query);
        return Page();
    }

    private Listing<Member> ListingOf(MembershipTerms terms)
    {
        var listing = Listing<Member>.Of("Register of members", m => m.Id)
            .Column("Name", "name", m => m.SortName, m => m.Name, m => $"/members/{m.Id}")
            .Column("Number", "number", m => m.Number)
            .Column("Address", m => AddressOf(m) is { } address ? address : new Phrase("Not on record"));
        if (IsOfASociety)
        {
            listing.Column("Shares held", m => m.Shares).Amount("Paid on the shares", m => m.PaidOnShares)
                .Column("Entered", "entered", m => m.JoinedOn).Column("Ceased to be a member", m => m.EndedOn);
        }
        else
        {
            listing.Column("Class", m => new Phrase(terms.NameOf(m.Class))).Column("Votes", _ => 1)
                .Filter("Class", "class", terms.Classes.Where(c => c.Basis != ClassBasis.SeatsOnly)
                    .Select(c => new SelectListItem(c.Name, c.Code)), (rows, code) => rows.Where(m => m.Class == code));
        }

        return listing.SortedAtFirst("name").Search().Day("Members on", "on", On).Learn(Learn);
    }

    private static IQueryable<Member> On(IQueryable<Member> rows, DateOnly day) =>
        rows.Where(m => m.JoinedOn <= day && (m.EndedOn == null || m.EndedOn > day));

    private string? AddressOf(Member member) => member.Organisation is { } body
        ? _reach.GetValueOrDefault(body)
        : member.Person is { } person ? _persons.GetValueOrDefault(person)?.Post : null;

    private async Task Learn(IReadOnlyList<Member> shown)
    {
        foreach (var (id, entry) in await people.Entries([.. shown.Select(m => m.Person).OfType<PersonId>()]))
            _persons[id] = entry;
        foreach (var (id, reach) in
            await organisations.Reach([.. shown.Select(m => m.Organisation).OfType<OrganisationId>()]))
            _reach[id] = reach;
    }
}
