using Commonstead.Core;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Browser.Tests;

/// <summary>A listing of 60 homes with a column of every kind, for the tests of the pages' building blocks.</summary>
public sealed class ListModel(GalleryDb db) : PageModel
{
    private static readonly Status _overdue = new(StatusKind.Overdue, "Overdue");
    private static readonly Status _paid = new(StatusKind.Done, "Paid");

    private static readonly Listing<GalleryHome> _homes = Listing<GalleryHome>.Of("Homes", home => home.Id)
        .Column("Home", "name", home => home.Name, link: home => "/gallery/list?home=" + home.Id)
        .Column("Kind", home => home.Farm ? "Farmhouse" : "House")
        .Amount("Price paid", "price", home => home.PriceMinor, home => new Money(home.PriceMinor, Currency.Usd))
        .Column("Closing", "closed", home => home.Closed)
        .Column("Stands", home => home.Farm ? _overdue : _paid)
        .SortedAtFirst("name")
        .Search((homes, words) => homes.Where(home => home.Name.Contains(words)))
        .Filter("Kind", "kind", [new("Farmhouse", "farm"), new("House", "house")],
            (homes, kind) => homes.Where(home => home.Farm == (kind == "farm")));

    public ListingPage Listing { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var query = ListingQuery.From(Request);
        if (query.WantsCsv) return _homes.Csv(db.Homes.AsNoTracking(), query);
        Listing = await _homes.Read(db.Homes.AsNoTracking(), query, cancel);
        return Page();
    }
}

/// <summary>A home of the gallery.</summary>
public sealed class GalleryHome
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required bool Farm { get; init; }
    public required long PriceMinor { get; init; }
    public required DateOnly? Closed { get; init; }
}

/// <summary>The gallery's homes, in a file of their own.</summary>
public sealed class GalleryDb(DbContextOptions<GalleryDb> options) : DbContext(options)
{
    public DbSet<GalleryHome> Homes => Set<GalleryHome>();

    public void Fill()
    {
        Database.EnsureCreated();
        for (var number = 1; number <= 60; number++)
        {
            Homes.Add(new GalleryHome
            {
                Id = number,
                Name = number == 7 ? "=1+1 Orchard Row" : $"{number} Orchard Row",
                Farm = number % 9 == 0,
                PriceMinor = (140_000 + (number * 1_250)) * 100L,
                Closed = number % 10 == 0 ? null : new DateOnly(2012, 6, 1).AddDays(number * 40),
            });
        }

        SaveChanges();
    }
}
