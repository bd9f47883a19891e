using Commonstead.People;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Governance;

/// <summary>A form for a show of hands: who moved and seconded, and how many were for it.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class HandCountForm<TInput>(
    OperationRunner runner, MeetingRegister meetings, IPeople people, IOperation<TInput, MeetingId> operation)
    : MeetingForm<TInput>(runner, meetings, operation)
    where TInput : HandCountInput, new()
{
    /// <summary>Those who are there.</summary>
    public IReadOnlyList<SelectListItem> Here { get; private set; } = [];

    /// <summary>Who is there now.</summary>
    public Presence Presence { get; private set; } = null!;

    /// <summary>The resolution.</summary>
    public Resolution Resolution { get; private set; } = null!;

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        Resolution = (await Register.Resolutions(Meeting)).First(r => r.Id == Input.Resolution);
        Presence = await Register.Presence(Meeting);
        var here = (await Register.Attendances(Meeting.Id)).Where(a => a.LeftAt is null && a.Proxy is null)
            .Select(a => (PersonId?)a.Person);
        var names = await people.NamesOf(here);
        Here = [new SelectListItem("", ""), .. names.OrderBy(n => n.Value, StringComparer.CurrentCulture)
            .Select(n => new SelectListItem(n.Value, n.Key.ToString()))];
    }

    /// <inheritdoc/>
    protected override bool Seed(MeetingId id, bool isNew)
    {
        if (!ResolutionId.TryParse(RouteData.Values["resolution"] as string, null, out var resolution)) return false;
        Input.Resolution = resolution;
        return base.Seed(id, isNew) && Meeting.Agenda.Exists(i => i.Resolution == resolution);
    }
}
