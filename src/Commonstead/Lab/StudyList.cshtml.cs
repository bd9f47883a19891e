using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Lab;

/// <summary>The studies that the trust has published.</summary>
public sealed class StudyListModel(PublishedStudies studies) : PageModel
{
    private static readonly Listing<StudyRow> _columns = Listing<StudyRow>.Of("Published studies", s => s.Id)
        .Column("Study", s => s.Title, s => $"/lab/studies/{s.Id}")
        .Column("Published", "published", s => s.PublishedOn)
        .Column("Stands", s => s.TakenDownOn is null
            ? new Status(StatusKind.Done, "Public") : new Status(StatusKind.Plain, "Taken down"))
        .SortedAtFirst("-published");

    /// <summary>The page of the list.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows them, or downloads the list.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _columns.Csv(studies.Rows, query);
        Listing = await _columns.Read(studies.Rows, query);
        return Page();
    }
}
