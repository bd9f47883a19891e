using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Commonstead.Resales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Leases;

/// <summary>One lease: its terms, who holds it, its facts, and its whole story.</summary>
public sealed class LeasePageModel(
    LeaseRegister leases, IEnumerable<ILeaseStory> stories, IOpenResales resales, DocumentRegister documents,
    IStringLocalizer<Words> words, Acting acting) : PageModel
{
    /// <summary>The lease.</summary>
    internal LeaseView View { get; private set; } = null!;

    /// <summary>Its story, the latest first.</summary>
    public IReadOnlyList<StoryEntry> Story { get; private set; } = [];

    /// <summary>Its documents.</summary>
    public DocumentList Documents { get; private set; } = null!;

    /// <summary>Whether the reader may change it.</summary>
    public bool MayEdit => acting.Actor.May(LeasePermission.Edit);

    /// <summary>Whether the reader is staff and reads staff words.</summary>
    public bool IsStaff => acting.Actor.May(LeasePermission.SeeAll);

    /// <summary>Whether the reader may work out its price.</summary>
    public bool MayPrice => acting.Actor.May(PricingPermission.Determine) && View.Lease.RuleHash is not null
        && View.Lease.Standing == LeaseStanding.InForce;

    /// <summary>The resale of the home that is under way, or null.</summary>
    public OpenResale? Selling { get; private set; }

    /// <summary>Whether the reader may record that the leaseholder wants to sell.</summary>
    public bool MayStartResale => Selling is null && acting.Actor.May(ResalePermission.Work)
        && View.Lease.Standing == LeaseStanding.InForce;

    /// <summary>Whether the reader may decide on corrections.</summary>
    public bool MayApprove => acting.Actor.May(LeasePermission.ApproveCorrection);

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId id)
    {
        if (await leases.View(id) is not { } view) return NotFound();
        View = view;
        Selling = await resales.Of(id);
        Documents = await documents.Of(LeaseDocuments.Name, id.Value);
        Story = await LeaseStory.Tell(view, Documents, stories);
        return Page();
    }

    /// <summary>A fact's value in the reader's words.</summary>
    internal string InWords(LeaseFact fact) => fact.Text is { } text
        ? Sentence.Shown(View.ValueOf(fact.Name, text), words).ToString()!
        : words["Not known"];

    /// <summary>How somebody holds the lease today.</summary>
    internal string InWords(Holding holding, bool isAlone)
    {
        var from = holding.From.ToReader();
        if (holding.ShareParts is { } parts)
            return words["{0} in common, since {1}", new Share(parts, holding.ShareWhole!.Value), from];
        return isAlone ? words["since {0}", from] : words["jointly, since {0}", from];
    }

    /// <summary>When somebody held the lease, or will hold it.</summary>
    internal string Period(Holding holding) => holding.Until is { } until
        ? words["{0} to {1}", holding.From.ToReader(), until.ToReader()]
        : words["from {0}", holding.From.ToReader()];
}
