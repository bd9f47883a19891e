using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>The form that brings a resolution: first the kind of act, then what that kind needs.</summary>
public sealed class ProposeResolutionModel(
    OperationRunner runner, ProposeResolution operation, BylawBook bylaws, BodyNames bodies, ILand land,
    IRuleBook rules, Acting acting, IStringLocalizer<Words> words) : PageModel
{
    private const int MostParcels = 2_000;

    private IReadOnlyDictionary<string, string> _bodies = new Dictionary<string, string>();

    /// <summary>The form.</summary>
    [BindProperty]
    public ProposeResolutionInput Input { get; set; } = new();

    /// <summary>The acts of the bylaws.</summary>
    public IReadOnlyList<ActRule> Acts { get; private set; } = [];

    /// <summary>The act that was chosen.</summary>
    public ActRule? Act { get; private set; }

    /// <summary>Land that the trust holds.</summary>
    public IReadOnlyList<SelectListItem> Parcels { get; private set; } = [];

    /// <summary>What a body is called.</summary>
    public string NameOf(string body) => _bodies.GetValueOrDefault(body, body);

    /// <summary>Which act it is by its amount; null when that does not matter.</summary>
    public string? LimitHint { get; private set; }

    /// <summary>An amount in the trust's currency.</summary>
    public string AmountOf(decimal amount) => Money.Of(amount, acting.Profile.Currency).ToReader();

    /// <summary>Shows the form.</summary>
    /// <param name="act">The kind of act.</param>
    /// <param name="bylaws">A draft to propose.</param>
    /// <param name="shipped">A rule that comes with the program.</param>
    /// <param name="draft">A rule that was written here.</param>
    /// <param name="parcel">The land that may go.</param>
    public async Task OnGetAsync(
        string? act, BylawsId? bylaws, string? shipped, RuleDraftId? draft, ParcelId? parcel)
    {
        (Input.Act, Input.Bylaws, Input.Parcel, Input.On) = (act ?? "", bylaws, parcel, acting.Today);
        await Load();
        var text = shipped is not null ? rules.Shipped(shipped)
            : draft is { } written ? await rules.Draft(written) : null;
        if (text is null) return;
        Input.Document = text;
        Input.Title = RuleDocument.Parse(text, "rule").Document?.Title ?? "";
    }

    /// <summary>Brings it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (this.CanRead())
        {
            var outcome = await runner.Run(operation, Input, Once.KeyOf(Request));
            if (this.Accepts(outcome)) return Redirect($"/resolutions/{outcome.Value}");
        }

        await Load();
        return Page();
    }

    private string Deciding(ActRule act) => string.Join(", ", act.Bodies.Select(b => NameOf(b.Body)));

    private async Task Load()
    {
        var table = await bylaws.On(acting.Today);
        (Acts, Act) = (table.Acts, table.Act(Input.Act));
        _bodies = await bodies.All();
        if (Act?.Above is { } above)
        {
            var below = table.Below(Act);
            LimitHint = words[
                "From {0} on it is “{1}” ({2}); below that it is “{3}” ({4}).", AmountOf(above), words[Act.Name],
                Deciding(Act), words[below.Name], Deciding(below)];
        }

        if (Act?.Code == ActCodes.LandDisposal)
        {
            Parcels = [.. (await land.HeldParcels(MostParcels))
                .Select(p => new SelectListItem(p.Value, p.Key.ToString()))];
        }
    }
}
