using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>Everything about one home.</summary>
public sealed class HomePageModel(
    LandRegister land, HomeLines lines, DocumentRegister documents, Acting acting,
    IEnumerable<IHomePanel> panels) : PageModel
{
    /// <summary>The home, with its parcel.</summary>
    internal Home Home { get; private set; } = null!;

    /// <summary>What other capabilities show of it.</summary>
    internal List<HomePanel> Panels { get; } = [];

    /// <summary>What other capabilities say of it in a line.</summary>
    internal IEnumerable<HomeNote> Notes { get; private set; } = [];

    /// <summary>Its documents.</summary>
    internal DocumentList Documents { get; private set; } = null!;

    /// <summary>Its corrections, newest first.</summary>
    internal IReadOnlyList<LandCorrection> Corrections { get; private set; } = [];

    /// <summary>How areas are written.</summary>
    internal Measurement Measurement => acting.Profile.Measurement;

    /// <summary>Whether British numbers apply.</summary>
    internal bool IsBritish => acting.Profile.Country == Country.GreatBritain;

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(HomeId id)
    {
        if (await land.Home(id) is not { } home) return NotFound();
        Home = home;
        Notes = (await lines.Of([id]))[id];
        Documents = await documents.Of(HomeDocuments.Name, id.Value);
        Corrections = await land.CorrectionsOf(id.Value);
        foreach (var panel in panels.OrderBy(p => p.Order))
        {
            if (await panel.For(id) is { } shown) Panels.Add(shown);
        }

        return Page();
    }
}
