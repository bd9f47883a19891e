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
    private const int MostOrganisations = 500;

    /// <summary>Persons found by words; none before the first search.</summary>
    public Task<FoundPersons> Persons(string? words) => FoundPersons.By(people, words);

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
