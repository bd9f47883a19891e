using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Pricing;

/// <summary>The trust's rule book.</summary>
public sealed class RuleListModel(RuleBook book, RuleDrafts drafts, Acting acting) : PageModel
{
    private static readonly Listing<RuleEntry> _rules = Listing<RuleEntry>.Of("Rules", r => r.Id)
        .Column("Title", r => r.Title, link: r => $"/rules/{r.Hash}")
        .Column("Hash", r => r.Hash[..16])
        .Column("In the book since", r => r.AdoptedOn)
        .Column("Retired on", r => r.RetiredOn);

    /// <summary>The page of the book asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>True when the reader may add a rule.</summary>
    public bool MayAdd => acting.Actor.May(PricingPermission.AdoptRules);

    /// <summary>True when the reader may write rules.</summary>
    public bool MayWrite => acting.Actor.May(PricingPermission.DraftRules);

    /// <summary>Rules that are being written.</summary>
    public IReadOnlyList<OpenDraft> Drafts { get; private set; } = [];

    /// <summary>Shows the book, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _rules.Csv(book.Entries, query);
        Listing = await _rules.Read(book.Entries, query);
        Drafts = await drafts.Open();
        return Page();
    }
}
