using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Leases;

/// <summary>The register of leases.</summary>
public sealed class LeaseListModel(LeaseRegister leases, IRuleBook rules, Acting acting) : PageModel
{
    private const string NoRule = "none";

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Whether the reader may enter leases.</summary>
    public bool MayEnter => acting.Actor.May(LeasePermission.Edit);

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var listing = ListingOf(acting.Today, await rules.Selectable());
        if (query.WantsCsv) return listing.Csv(leases.Leases, query);
        Listing = await listing.Read(leases.Leases, query);
        return Page();
    }

    private static Listing<Lease> ListingOf(DateOnly today, IReadOnlyList<RuleTitle> rules) =>
        Listing<Lease>.Of("Leases", l => l.Id)
            .Column("Number", "number", l => l.Number, link: l => $"/leases/{l.Id}")
            .Column("Home", "home", l => l.HomeAddress)
            .Column("Leaseholders", "holders", l => l.HolderNames)
            .Column("Instrument", l => l.Instrument)
            .Column("Term ends", "ends", l => l.EndsOn)
            .Column("State", l => LeaseState.Of(l, today))
            .SortedAtFirst("number")
            .Search()
            .Filter("State", "state", LeaseState.Choices, (leases, state) => LeaseState.Narrow(leases, state, today))
            .Filter("Instrument", "instrument", Choices<Instrument>(), (leases, name) =>
                Enum.Parse<Instrument>(name) is var instrument ? leases.Where(l => l.Instrument == instrument) : leases)
            .Filter("Resale rule", "rule", RuleChoices(rules), (leases, hash) =>
                hash == NoRule ? leases.Where(l => l.RuleHash == null) : leases.Where(l => l.RuleHash == hash));

    private static IEnumerable<SelectListItem> RuleChoices(IReadOnlyList<RuleTitle> rules) =>
        rules.Select(r => new SelectListItem(r.Title, r.Hash)).Append(new SelectListItem("None recorded", NoRule));

    private static IEnumerable<SelectListItem> Choices<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => new SelectListItem(v.ToReader(), v.ToString()));
}

/// <summary>How a lease stands on a day, in a word and a colour.</summary>
internal static class LeaseState
{
    private const string InForce = "in-force";
    private const string RanOut = "ran-out";
    private const string Ended = "ended";
    private const string Void = "void";

    /// <summary>The states to filter by.</summary>
    public static IReadOnlyList<SelectListItem> Choices { get; } =
    [
        new("In force", InForce), new("Term ran out", RanOut), new("Ended", Ended), new("Void", Void),
    ];

    /// <summary>The state of a lease.</summary>
    public static Status Of(Lease lease, DateOnly today) => lease.Standing switch
    {
        LeaseStanding.Void => new Status(StatusKind.Plain, "Void"),
        LeaseStanding.Ended when lease.EndedOn <= today => new Status(StatusKind.Plain, "Ended"),
        _ when lease.EndsOn < today => new Status(StatusKind.Overdue, "Term ran out"),
        _ when lease.StartsOn > today => new Status(StatusKind.Waiting, "Not yet begun"),
        _ => new Status(StatusKind.Done, "In force"),
    };

    /// <summary>The leases in a state.</summary>
    public static IQueryable<Lease> Narrow(IQueryable<Lease> leases, string state, DateOnly today) => state switch
    {
        InForce => leases.Where(l => l.Standing == LeaseStanding.InForce && l.EndsOn >= today),
        RanOut => leases.Where(l => l.Standing == LeaseStanding.InForce && l.EndsOn < today),
        Ended => leases.Where(l => l.Standing == LeaseStanding.Ended),
        _ => leases.Where(l => l.Standing == LeaseStanding.Void),
    };
}
