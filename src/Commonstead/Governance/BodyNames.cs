using Commonstead.Core;
using Commonstead.Members;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>What bodies are called, and which there are to choose from.</summary>
public sealed class BodyNames(IMembers members, Acting acting, IStringLocalizer<Words> words)
{
    private IReadOnlyList<MemberClass>? _classes;

    /// <summary>The names by code: the board, all members, and every class.</summary>
    public async Task<IReadOnlyDictionary<string, string>> All()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BodyCodes.Board] = words["Board"],
            [BodyCodes.Members] = words["All members"],
        };
        foreach (var one in await Classes()) names[one.Code] = words[one.Name];
        return names;
    }

    /// <summary>Some of them in words, with commas between.</summary>
    public async Task<string> Of(IEnumerable<string> codes)
    {
        var names = await All();
        return string.Join(", ", codes.Select(c => names.GetValueOrDefault(c, c)));
    }

    /// <summary>The bodies that can vote, to choose from.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Choices() =>
    [
        new SelectListItem(words["Board"], BodyCodes.Board),
        new SelectListItem(words["All members"], BodyCodes.Members),
        .. (await Classes()).Where(c => c.HasMembers).Select(c => new SelectListItem(words[c.Name], c.Code)),
    ];

    /// <summary>Every class, those with seats only too.</summary>
    public async Task<IReadOnlyList<MemberClass>> Classes() =>
        _classes ??= await members.ClassesOn(acting.Today);
}
