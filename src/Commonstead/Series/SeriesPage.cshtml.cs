using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>One series with its releases, or one area's figures through all of them.</summary>
public sealed class SeriesPageModel(SeriesShelf shelf, AreaBook areas) : PageModel
{
    private static readonly Listing<PublishedRelease> _releases = Listing<PublishedRelease>.Of("Releases", r =>
        r.Number)
        .Column("Release", r => r.Release, r => $"/series/{r.Series}/{Uri.EscapeDataString(r.Release)}")
        .Column("Published", "published", r => r.Published)
        .Column("In effect from", r => r.Effective)
        .Column("Base", r => r.Base)
        .Column("Figures", r => r.FigureCount)
        .Column("Source", r => r.Source)
        .SortedAtFirst("-published");

    /// <summary>The series.</summary>
    internal PublishedSeries Series { get; private set; } = null!;

    /// <summary>Its releases.</summary>
    internal ListingPage Releases { get; private set; } = null!;

    /// <summary>The area asked for, as typed.</summary>
    internal string Area { get; private set; } = "";

    /// <summary>The area's name, or its code.</summary>
    internal string AreaName { get; private set; } = "";

    /// <summary>Areas that the typed words may mean, when not one alone.</summary>
    internal IReadOnlyList<PublishedArea> Matches { get; private set; } = [];

    /// <summary>The area's figures, once it is certain which is meant.</summary>
    internal ListingPage? Figures { get; private set; }

    /// <summary>Whether its figures are by area.</summary>
    internal bool IsByArea { get; private set; }

    /// <summary>Shows it, or downloads what it lists.</summary>
    public async Task<IActionResult> OnGetAsync(string code, string? area)
    {
        if (await shelf.One(code) is not { } series) return NotFound();
        Series = series;
        IsByArea = await shelf.IsByArea(series);
        var query = ListingQuery.From(Request);
        if (IsByArea && area is { Length: > 0 and <= 100 } && await Find(area.Trim()) is { } found)
        {
            var figures = FiguresOf(series);
            if (query.WantsCsv) return figures.Csv(shelf.FiguresOf(code, found), query);
            Figures = await figures.Read(shelf.FiguresOf(code, found), query);
        }
        else
        {
            if (query.WantsCsv) return _releases.Csv(shelf.Releases(code), query);
            Releases = await _releases.Read(shelf.Releases(code), query);
        }

        return Page();
    }

    private async Task<string?> Find(string area)
    {
        Area = area;
        var matches = await areas.Find(area, 20);
        if (matches is [var only]) (Area, AreaName) = (only.Code, only.Name);
        else if (FigureText.IsAreaCode(area)) AreaName = area;
        else
        {
            Matches = matches;
            return null;
        }

        return Area;
    }

    private static Listing<FigureRow> FiguresOf(PublishedSeries series) =>
        Listing<FigureRow>.Of("Figures", f => f.Release)
            .Column("Release", f => f.Release, f => $"/series/{series.Code}/{Uri.EscapeDataString(f.Release)}")
            .Column("Published", "published", f => f.Published)
            .Column("For", "for", f => f.From, f => FigureShown.PeriodText(f.From, series.Span))
            .Column("Figure", f => series.Shown(f.Value))
            .Column("Unit", _ => series.CurrencyCode ?? "number")
            .SortedAtFirst("-for");
}
