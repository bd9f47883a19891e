using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>One release with its figures.</summary>
public sealed class ReleasePageModel(
    OperationRunner runner, WithdrawRelease withdraw, SeriesShelf shelf, Acting acting) : PageModel
{
    /// <summary>The form that marks it as withdrawn.</summary>
    [BindProperty]
    public WithdrawReleaseInput Input { get; set; } = new();

    /// <summary>The series.</summary>
    internal PublishedSeries Series { get; private set; } = null!;

    /// <summary>The release.</summary>
    internal PublishedRelease Release { get; private set; } = null!;

    /// <summary>That it was withdrawn, or null.</summary>
    internal ReleaseWithdrawal? Withdrawal { get; private set; }

    /// <summary>True when the reader may mark it as withdrawn.</summary>
    internal bool MayWithdraw => Withdrawal is null && acting.Actor.May(SeriesPermission.Import);

    /// <summary>Its figures.</summary>
    internal ListingPage Figures { get; private set; } = null!;

    /// <summary>Shows it, or downloads its figures.</summary>
    public async Task<IActionResult> OnGetAsync(string code, string release)
    {
        if (!await Load(code, release)) return NotFound();
        var query = ListingQuery.From(Request);
        return query.WantsCsv
            ? (await Columns()).Csv(shelf.Figures(Release), query) : await Shown(query);
    }

    /// <summary>Marks it as withdrawn.</summary>
    public async Task<IActionResult> OnPostAsync(string code, string release)
    {
        if (!await Load(code, release)) return NotFound();
        (Input.Series, Input.Release) = (code, release);
        if (this.CanRead() && this.Accepts(await runner.Run(withdraw, Input, Once.KeyOf(Request))))
            return Redirect($"/series/{code}/{Uri.EscapeDataString(release)}");
        return await Shown(ListingQuery.From(Request));
    }

    private async Task<bool> Load(string code, string release)
    {
        if (await shelf.One(code) is not { } series || await shelf.Release(code, release) is not { } found)
            return false;
        (Series, Release) = (series, found);
        Withdrawal = await shelf.WithdrawalOf(found);
        return true;
    }

    private async Task<IActionResult> Shown(ListingQuery query)
    {
        Figures = await (await Columns()).Read(shelf.Figures(Release), query);
        return Page();
    }

    private async Task<Listing<FigureRow>> Columns() => await shelf.IsByArea(Series) ? ByArea(Series) : ByDate(Series);

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
