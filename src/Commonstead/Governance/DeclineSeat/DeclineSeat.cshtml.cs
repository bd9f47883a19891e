using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>Records that somebody does not take the seat.</summary>
public sealed class DeclineSeatModel(
    OperationRunner runner, ElectionRegister elections, DeclineSeat operation, IStringLocalizer<Words> words)
    : ElectionForm<DeclineSeatInput>(runner, elections, operation)
{
    /// <summary>Why somebody does not take a seat.</summary>
    public IReadOnlyList<SelectListItem> Reasons =>
    [
        .. DeclineSeat.Reasons.Select(r => new SelectListItem(words[r.ToReader()], r.ToString())),
    ];

    /// <summary>Those who stood and have not declined, the elected above.</summary>
    public IReadOnlyList<SelectListItem> Candidates => Election.State is not ElectionState.Declared ? [] :
    [
        .. Election.Nominations.Where(n => DeclineSeat.HasStood(n) && n.DeclinedOn is null)
            .OrderBy(n => n.ElectedAs ?? int.MaxValue).ThenBy(n => n.Place)
            .Select(n => new SelectListItem(n.Name, n.Id.ToString())),
    ];
}
