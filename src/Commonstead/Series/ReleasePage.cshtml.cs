using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>One release with its figures.</summary>
public sealed class ReleasePageModel(SeriesShelf shelf) : PageModel
{
    /// <summary>The series.</summary>
    internal PublishedSeries Series { get; private set; } = null!;

    /// <summary>The release.</summary>
    internal PublishedRelease Release { get; private set; } = null!;

    /// <summary>Its figures.</summary>
    internal ListingPage Figures { get; private set; } = null!;

    /// <summary>Shows it, or downloads its figures.</summary>
    public async Task<IActionResult> OnGetAsync(string code, string release)
    {
        if (await shelf.One(code) is not { } series) return NotFound();
        if (await shelf.Release(code, release) is not { } found) return NotFound();
        (Series, Release) = (series, found);
        var query = ListingQuery.From(Request);
        var listing = await shelf.IsByArea(series) ? ByArea(series) : ByDate(series);
        if (query.WantsCsv) return listing.Csv(shelf.Figures(found), query);
        Figures = await listing.Read(shelf.Figures(found), query);
        return Page();
    }

    private static Listing<FigureRow> ByArea(PublishedSeries series) =>
        Listing<FigureRow>.Of("Figures", f => f.From)
            .Column("Area", "area", f => f.Area, link: f => $"/series/{series.Code}?area={f.Area}")
            .Column("Name", f => f.AreaName)
            .Column("For", f => FigureShown.PeriodText(f.From, series.Span))
            .Column("Figure", f => series.Shown(f.Value))
            .Column("Unit", _ => series.CurrencyCode ?? "number")
            .SortedAtFirst("area")
            .Search((figures, words) => figures.Where(f => f.AreaSearch.Contains(words)));

    private static Listing<FigureRow> ByDate(PublishedSeries series) =>
        Listing<FigureRow>.Of("Figures", f => f.Area)
            .Column("For", "for", f => f.From, f => FigureShown.PeriodText(f.From, series.Span))
            .Column("Figure", f => series.Shown(f.Value))
            .Column("Unit", _ => series.CurrencyCode ?? "number")
            .SortedAtFirst("-for");
}
