using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Members;

/// <summary>What forms on members offer to choose from.</summary>
public sealed class FormChoices(
    IPeople people, IOrganisations organisations, MemberRegister members, Acting acting, IStringLocalizer<Words> words)
{
    private const int MostPersons = 50;
    private const int MostOrganisations = 500;

    /// <summary>Persons found by words; none before the first search.</summary>
    public async Task<FoundPeople> Persons(string? words)
    {
        if (string.IsNullOrWhiteSpace(words)) return new FoundPeople("", []);
        var found = await people.Find(words, MostPersons);
        return new FoundPeople(words, [.. found.Select(p => new SelectListItem(
            p.Known.Length == 0 ? p.Name : $"{p.Name} ({p.Known})", p.Id.ToString()))]);
    }

    /// <summary>The organisations of the register.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Organisations() =>
        [.. (await organisations.All(MostOrganisations)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];

    /// <summary>The classes that have members today.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Classes() =>
    [
        .. (await members.TermsOn(acting.Today)).Classes.Where(c => c.Basis != ClassBasis.SeatsOnly)
            .Select(c => new SelectListItem(words[c.Name], c.Code)),
    ];
}

/// <summary>Persons found by words, for a form that asks for one: first a search, then a choice.</summary>
/// <param name="Words">What was searched for; empty before the first search.</param>
/// <param name="Options">Who was found.</param>
public sealed record FoundPeople(string Words, IReadOnlyList<SelectListItem> Options);
