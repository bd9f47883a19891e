using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Series;

/// <summary>The areas that have a name or a successor.</summary>
public sealed class AreaListModel(AreaBook areas, Acting acting) : PageModel
{
    private static readonly Listing<PublishedArea> _areas = Listing<PublishedArea>.Of("Areas", a => a.Id)
        .Column("Code", "code", a => a.Code)
        .Column("Name", "name", a => a.Name)
        .Column("Followed by", a => a.Successor)
        .Column("From", a => a.SuccessorFrom)
        .SortedAtFirst("name")
        .Search();

    /// <summary>The page of the list asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Whether the reader may name areas.</summary>
    public bool MayImport => acting.Actor.May(SeriesPermission.Import);

    /// <summary>Shows the list, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _areas.Csv(areas.Areas, query);
        Listing = await _areas.Read(areas.Areas, query);
        return Page();
    }
}
