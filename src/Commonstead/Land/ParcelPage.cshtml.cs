using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Land;

/// <summary>Everything about one parcel.</summary>
public sealed class ParcelPageModel(
    LandRegister land, HomeLines lines, DocumentRegister documents, Acting acting) : PageModel
{
    /// <summary>How many homes the page lists; the register has them all.</summary>
    internal const int MostHomes = 50;

    /// <summary>The parcel.</summary>
    internal Parcel Parcel { get; private set; } = null!;

    /// <summary>How it came to the trust, or null.</summary>
    internal Acquisition? Acquisition { get; private set; }

    /// <summary>What binds or bound it.</summary>
    internal IReadOnlyList<Encumbrance> Encumbrances { get; private set; } = [];

    /// <summary>The first homes on it.</summary>
    internal IReadOnlyList<Home> Homes { get; private set; } = [];

    /// <summary>What other capabilities say of them.</summary>
    internal ILookup<HomeId, HomeNote> Notes { get; private set; } = null!;

    /// <summary>How many homes stand on it.</summary>
    internal int HomeCount { get; private set; }

    /// <summary>Its corrections, newest first.</summary>
    internal IReadOnlyList<LandCorrection> Corrections { get; private set; } = [];

    /// <summary>Its documents.</summary>
    internal DocumentList Documents { get; private set; } = null!;

    /// <summary>How areas are written.</summary>
    internal Measurement Measurement => acting.Profile.Measurement;

    /// <summary>Whether British numbers apply.</summary>
    internal bool IsBritish => acting.Profile.Country == Country.GreatBritain;

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(ParcelId id)
    {
        if (await land.Parcel(id) is not { } parcel) return NotFound();
        Parcel = parcel;
        Acquisition = await land.AcquisitionOf(id);
        Encumbrances = await land.EncumbrancesOf(id);
        (Homes, HomeCount) = (await land.HomesOn(id, MostHomes), await land.CountHomesOn(id));
        Notes = await lines.Of([.. Homes.Select(h => h.Id)]);
        Corrections = await land.CorrectionsOf(id.Value);
        Documents = await documents.Of(ParcelDocuments.Name, id.Value);
        return Page();
    }

    /// <summary>How an encumbrance stands today.</summary>
    internal Platform.Web.Status StandingOf(Encumbrance encumbrance) =>
        encumbrance.BindsOn(acting.Today) ? new(Platform.Web.StatusKind.Due, "Binds")
        : encumbrance.EndedOn is null && encumbrance.BeginsOn > acting.Today
            ? new(Platform.Web.StatusKind.Waiting, "To come")
            : new(Platform.Web.StatusKind.Plain, "Ended");
}
