using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.People;

/// <summary>Persons found by words, for a form that asks for one: first a search, then a choice.</summary>
/// <param name="Words">What was searched for; empty before the first search.</param>
/// <param name="Options">Who was found.</param>
public sealed record FoundPersons(string Words, IReadOnlyList<SelectListItem> Options)
{
    private const int MostOffered = 50;

    /// <summary>Before anything was searched for.</summary>
    public static FoundPersons Nobody { get; } = new("", []);

    /// <summary>Searches the register; nobody before there are words.</summary>
    /// <param name="people">The register.</param>
    /// <param name="words">What was typed, or a person's id.</param>
    /// <param name="except">Whom not to offer.</param>
    public static async Task<FoundPersons> By(IPeople people, string? words, PersonId? except = null)
    {
        if (string.IsNullOrWhiteSpace(words)) return Nobody;
        var found = await people.Find(words, MostOffered);
        return new FoundPersons(words, [.. found.Where(p => p.Id != except).Select(Option)]);
    }

    private static SelectListItem Option(PersonMatch person) => new(
        person.Known.Length == 0 ? person.Name : $"{person.Name} ({person.Known})", person.Id.ToString());
}
