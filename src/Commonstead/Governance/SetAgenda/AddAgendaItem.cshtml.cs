using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>The form that puts something on an agenda.</summary>
public sealed class AddAgendaItemModel(
    OperationRunner runner, MeetingRegister meetings, AddAgendaItem operation, ResolutionRegister resolutions,
    IStringLocalizer<Words> words)
    : MeetingForm<AddAgendaItemInput>(runner, meetings, operation)
{
    private const int Most = 200;

    /// <summary>Open resolutions that the body is asked about.</summary>
    public IReadOnlyList<SelectListItem> Resolutions { get; private set; } = [];

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        var open = await resolutions.OpenFor(Meeting.Body, Most);
        Resolutions =
        [
            new SelectListItem(words["None"], ""),
            .. open.Select(r => new SelectListItem(Resolution.Cited(r.Number, r.Title), r.Id.ToString())),
        ];
    }
}
