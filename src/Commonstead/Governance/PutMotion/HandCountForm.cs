using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Governance;

/// <summary>A form for a show of hands: who moved and seconded, and how many were for it.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class HandCountForm<TInput>(
    OperationRunner runner, MeetingRegister meetings, IOperation<TInput, MeetingId> operation)
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
    protected override async Task<bool> Prepare(bool isNew)
    {
        Complete();
        if ((await Register.Resolutions(Meeting)).Find(r => r.Id == Input.Resolution) is not { } resolution)
            return false;
        Resolution = resolution;
        Presence = await Register.Presence(Meeting);
        var here = (await Register.Attendances(Meeting.Id)).Where(a => a.LeftAt is null && a.Proxy is null)
            .Select(a => (People.PersonId?)a.Person).Distinct().ToList();
        var names = await Register.Names(here);
        Here = [new SelectListItem("", ""), .. names.OrderBy(n => n.Value, StringComparer.CurrentCulture)
            .Select(n => new SelectListItem(n.Value, n.Key.ToString()))];
        return true;
    }

    /// <inheritdoc/>
    protected override void Complete()
    {
        if (ResolutionId.TryParse(RouteData.Values["resolution"] as string, null, out var id)) Input.Resolution = id;
    }
}
