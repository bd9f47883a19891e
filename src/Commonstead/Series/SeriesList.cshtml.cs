using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>The series the trust holds.</summary>
public sealed class SeriesListModel(SeriesShelf shelf, Acting acting) : PageModel
{
    private static readonly Listing<PublishedSeries> _series = Listing<PublishedSeries>.Of("Series", s => s.Id)
        .Column("Code", "code", s => s.Code, link: s => $"/series/{s.Code}")
        .Column("What it is", s => s.Title)
        .Column("Publisher", s => s.Publisher)
        .Column("Releases", s => s.ReleaseCount)
        .Column("Latest release", s => s.LatestRelease, s =>
            $"/series/{s.Code}/{Uri.EscapeDataString(s.LatestRelease)}")
        .Column("Published", "published", s => s.LatestPublished, s => s.LatestPublished)
        .SortedAtFirst("code")
        .Search();

    private const int MostInFamilies = 300;

    /// <summary>
    /// The series by publisher and kind, above the list of all; empty while the reader searches or turns pages.
    /// </summary>
    public IReadOnlyList<IGrouping<string, SeriesFamily>> Families { get; private set; } = [];

    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>
    /// Whether limits are looked up here: HUD's are, by size of household; the United Kingdom publishes none.
    /// </summary>
    public bool LooksUpLimits => acting.Profile.Country == Country.UnitedStates;

    /// <summary>Whether the reader may import.</summary>
    public bool MayImport => acting.Actor.May(SeriesPermission.Import);

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _series.Csv(shelf.Series, query);
        Listing = await _series.Read(shelf.Series, query);
        if (Request.QueryString.HasValue || Listing.IsEmpty) return Page();
        Families = SeriesFamily.Of(await shelf.Series.OrderBy(s => s.Code).Take(MostInFamilies).ToListAsync());
        return Page();
    }
}
