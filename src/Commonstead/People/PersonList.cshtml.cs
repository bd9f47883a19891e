using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.People;

/// <summary>The register of persons.</summary>
public sealed class PersonListModel(PeopleRegister people) : PageModel
{
    private static readonly Listing<Person> _persons = Listing<Person>.Of("People", p => p.Id)
        .Column("Name", "name", p => p.SortName, link: p => $"/people/{p.Id}")
        .Column("E-mail", p => Reach(p, ContactKind.Email))
        .Column("Phone", p => Reach(p, ContactKind.Phone))
        .SortedAtFirst("name")
        .Search();

    /// <summary>The page of the register asked for.</summary>
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Shows the register, or downloads it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var query = ListingQuery.From(Request);
        var persons = people.Persons.Include(p => p.Contacts);
        if (query.WantsCsv) return _persons.Csv(persons, query);
        Listing = await _persons.Read(persons, query);
        return Page();
    }

    private static string? Reach(Person person, ContactKind kind) => person.Contacts
        .Where(c => c.Kind == kind && c.IsOpen).OrderByDescending(c => c.IsPreferred).FirstOrDefault()?.Value;
}
