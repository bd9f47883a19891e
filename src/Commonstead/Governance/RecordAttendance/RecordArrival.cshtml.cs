using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>Who is at a meeting: those who come and those who leave.</summary>
public sealed class RecordArrivalModel(
    OperationRunner runner, MeetingRegister meetings, RecordArrival operation, RecordLeaving leaving,
    Electorate electorate, IPeople people, BodyNames bodies, IStringLocalizer<Words> words)
    : MeetingForm<RecordArrivalInput>(runner, meetings, operation)
{
    private readonly OperationRunner _runner = runner;

    /// <summary>Votes that are not there.</summary>
    public IReadOnlyList<SelectListItem> Electors { get; private set; } = [];

    /// <summary>Those who can stand proxy.</summary>
    public IReadOnlyList<SelectListItem> Proxies { get; private set; } = [];

    /// <summary>Everyone who was there.</summary>
    public IReadOnlyList<(AttendanceId Id, string Name, string How, bool IsHere)> Here { get; private set; } = [];

    /// <summary>Who is there now.</summary>
    public Presence Presence { get; private set; } = null!;

    /// <summary>The classes that a quorum needs and of which nobody is there.</summary>
    public string AbsentNames { get; private set; } = "";

    /// <summary>Records that somebody leaves.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(MeetingId id, AttendanceId attendance)
    {
        var input = new RecordLeavingInput { Meeting = id, Attendance = attendance };
        return this.Accepts(await _runner.Run(leaving, input, Once.KeyOf(Request)))
            ? Redirect($"/meetings/{id}/present") : await OnGetAsync(id);
    }

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        var attendances = await Register.Attendances(Meeting.Id);
        var here = attendances.Where(a => a.LeftAt is null).ToList();
        var entitled = await electorate.On(Meeting.Body, Meeting.Day);
        var names = await people.NamesOf(attendances.SelectMany(a => (PersonId?[])[a.Person, a.Proxy]));
        Electors = [.. entitled
            .Where(e => !here.Exists(a => a.Member == e.Member && a.Person == e.Person))
            .OrderBy(e => e.Name, StringComparer.CurrentCulture)
            .Select(e => new SelectListItem(e.Name, RecordArrival.KeyOf(e).ToString()))];
        Proxies = [new SelectListItem(words["None"], ""), .. here.Where(a => a.Proxy is null).Select(a => a.Person)
            .Distinct().Select(p => new SelectListItem(names.GetValueOrDefault(p, ""), p.ToString()))];
        Here = [.. attendances.Select(a => (
            a.Id, NameOf(a),
            a.Proxy is { } proxy ? words["by proxy: {0}", names.GetValueOrDefault(proxy, "")].Value
                : words[a.Way.ToReader()].Value,
            a.LeftAt is null))];
        Presence = await Register.Presence(Meeting);
        AbsentNames = await bodies.Of(Presence.ClassesAbsent);

        string NameOf(Attendance a) =>
            entitled.FirstOrDefault(e => e.Member == a.Member && e.Person == a.Person)?.Name
            ?? names.GetValueOrDefault(a.Person, "");
    }
}
