using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Leases;

/// <summary>One lease: its terms, who holds it, its facts, and its whole story.</summary>
public sealed class LeasePageModel(
    LeaseRegister leases, IEnumerable<ILeaseStory> stories, IStringLocalizer<Words> words, Acting acting) : PageModel
{
    /// <summary>The lease.</summary>
    internal LeaseView View { get; private set; } = null!;

    /// <summary>Its story, the latest first.</summary>
    public IReadOnlyList<StoryEntry> Story { get; private set; } = [];

    /// <summary>Whether the reader may change it.</summary>
    public bool MayEdit => acting.Actor.May(LeasePermission.Edit);

    /// <summary>Whether the reader is staff and reads staff words.</summary>
    public bool IsStaff => acting.Actor.May(LeasePermission.SeeAll);

    /// <summary>Whether the reader may work out its price.</summary>
    public bool MayPrice => acting.Actor.May(PricingPermission.Determine) && View.Lease.RuleHash is not null
        && View.Lease.Standing == LeaseStanding.InForce;

    /// <summary>Whether the reader may decide on corrections.</summary>
    public bool MayApprove => acting.Actor.May(LeasePermission.ApproveCorrection);

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(LeaseId id)
    {
        if (await leases.View(id) is not { } view) return NotFound();
        View = view;
        Story = await LeaseStory.Tell(view, stories);
        return Page();
    }

    /// <summary>A line of the story in the reader's words.</summary>
    public string InWords(StoryEntry entry) => words[entry.Text, [.. entry.Figures.Select(InWords)]];

    /// <summary>A fact's text in the reader's words; figures and dates as the rule's type says.</summary>
    internal string InWords(LeaseFact fact)
    {
        if (fact.Text is not { } text) return words["Not known"];
        var given = View.Rule?.Givens.FirstOrDefault(g => g.Name == fact.Name);
        if (given is null || GivenValue.ParseText(given.Type, text).Value is not { Value: var value }) return text;
        return value.Kind switch
        {
            RuleKind.Money => Money.Rounded(value.Number, acting.Profile.Currency, MidpointRounding.ToEven).ToReader(),
            RuleKind.Date => value.Date.ToReader(),
            RuleKind.Rate => (value.Number * 100).ToString("0.######", CultureInfo.CurrentCulture) + " %",
            _ => text,
        };
    }

    private object InWords(object figure) => figure switch
    {
        Money money => money.ToReader(),
        DateOnly date => date.ToReader(),
        Enum choice => words[choice.ToReader()].Value,
        _ => figure,
    };
}
