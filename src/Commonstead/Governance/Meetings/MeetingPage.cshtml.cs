using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>A meeting: its notice, who is there, what it decides, and its minutes.</summary>
public sealed class MeetingPageModel(
    MeetingRegister meetings, MeetingRules rules, BylawBook bylaws, BodyNames bodies, OperationRunner runner,
    OpenMeeting open, CloseMeeting close, RemoveAgendaItem remove, AddAgendaItem add, ApproveMinutes approve,
    MeetingPapers papers, Acting acting, IStringLocalizer<Words> words) : PageModel
{
    private IReadOnlyDictionary<string, string> _bodies = new Dictionary<string, string>();

    /// <summary>The meeting.</summary>
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The agenda, each item with its resolution and how this meeting voted.</summary>
    public IReadOnlyList<(AgendaItem Item, Resolution? Resolution, Decision? Vote)> Items { get; private set; } = [];

    /// <summary>Who is there now, while it is in session.</summary>
    public Presence Presence { get; private set; } = null!;

    /// <summary>Days of notice needed, before it was given.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>The last day for the notice, before it was given.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>What an annual general meeting usually has.</summary>
    public IReadOnlyList<(string Title, string Note, bool IsThere)> Checklist { get; private set; } = [];

    /// <summary>Earlier meetings whose minutes wait for approval.</summary>
    public IReadOnlyList<Meeting> ToApprove { get; private set; } = [];

    /// <summary>The papers by what they belong to; none for those who may not read them.</summary>
    public ILookup<Guid, Document> Papers { get; private set; } = Array.Empty<Document>().ToLookup(d => d.Owner);

    /// <summary>Whether the reader adds papers.</summary>
    public bool AddsPapers => papers.MayAdd(Meeting);

    /// <summary>The papers of something, with where another is added.</summary>
    /// <param name="kind">Whether it is the meeting or an item.</param>
    /// <param name="owner">It.</param>
    /// <param name="name">What it is called.</param>
    public PaperList PapersOf(string kind, Guid owner, string name) => new(
        [.. Papers[owner]], AddsPapers ? new DocumentList(kind, owner, true, []).AttachHref : null, name);

    /// <summary>Whether the reader keeps meetings.</summary>
    public bool Keeps => acting.Actor.May(GovernancePermission.Keep);

    /// <summary>The body that meets.</summary>
    public string BodyName => _bodies.GetValueOrDefault(Meeting.Body, Meeting.Body);

    /// <summary>Classes that a quorum needs and of which nobody is there.</summary>
    public string AbsentNames =>
        string.Join(", ", Presence.ClassesAbsent.Select(c => _bodies.GetValueOrDefault(c, c)));

    /// <summary>Members read minutes once they are approved.</summary>
    public bool ShowsMinutes => Meeting.MinutesState is MinutesState.Approved
        || (Meeting.MinutesState is MinutesState.Draft && Keeps);

    /// <summary>Shows the meeting.</summary>
    public async Task<IActionResult> OnGetAsync(MeetingId id) => await Load(id) ? Page() : NotFound();

    /// <summary>Opens the meeting.</summary>
    public Task<IActionResult> OnPostOpenAsync(MeetingId id) => Run(id, open, new OpenMeetingInput { Meeting = id });

    /// <summary>Closes the meeting.</summary>
    public Task<IActionResult> OnPostCloseAsync(MeetingId id) =>
        Run(id, close, new CloseMeetingInput { Meeting = id });

    /// <summary>Takes an item off the agenda.</summary>
    public Task<IActionResult> OnPostRemoveAsync(MeetingId id, AgendaItemId item) =>
        Run(id, remove, new RemoveAgendaItemInput { Meeting = id, Item = item });

    /// <summary>Puts an item of the checklist on the agenda.</summary>
    public Task<IActionResult> OnPostAddAsync(MeetingId id, string? title) =>
        Run(id, add, new AddAgendaItemInput { Meeting = id, Title = title });

    /// <summary>Approves the minutes of an earlier meeting.</summary>
    public Task<IActionResult> OnPostApproveAsync(MeetingId id, MeetingId of, int version) =>
        Run(id, approve, new ApproveMinutesInput { Meeting = id, Of = of, Version = version });

    private async Task<IActionResult> Run<TInput>(
        MeetingId id, IOperation<TInput, MeetingId> operation, TInput input)
    {
        var outcome = await runner.Run(operation, input, Once.KeyOf(Request));
        if (this.Accepts(outcome)) return Redirect($"/meetings/{id}");
        return await Load(id) ? Page() : NotFound();
    }

    private async Task<bool> Load(MeetingId id)
    {
        if (await meetings.Meeting(id) is not { } meeting) return false;
        Meeting = meeting;
        _bodies = await bodies.All();
        var resolutions = await meetings.Resolutions(meeting);
        Items = [.. meeting.Agenda.Select(i =>
        {
            var resolution = resolutions.Find(r => r.Id == i.Resolution);
            return (i, resolution, resolution?.Decisions.Find(
                d => d.Source == meeting.Id.Value && d.StruckBecause.Length == 0));
        })];
        if (await papers.MayRead(meeting)) Papers = await papers.Of(meeting);
        if (meeting.State is MeetingState.Open)
        {
            Presence = await meetings.Presence(meeting);
            ToApprove = await meetings.WithDraftMinutes(meeting.Body);
        }

        if (meeting.CalledOn is null)
        {
            NoticeDays = await rules.NoticeDays(meeting);
            LastDay = (await bylaws.On(acting.Today)).LastDayOfNotice(meeting.Day, NoticeDays);
        }

        if (meeting.Kind is MeetingKind.Annual && meeting.State is MeetingState.Planned or MeetingState.Called)
        {
            Checklist = [.. AnnualList.Of(acting.Profile.Country).Select(e => (
                e.Title, e.Note, meeting.Agenda.Exists(i => i.Title == words[e.Title].Value)))];
        }

        return true;
    }
}

/// <summary>Papers where they are listed, by <c>/Governance/Meetings/_Papers.cshtml</c>.</summary>
/// <param name="Papers">The papers.</param>
/// <param name="AttachHref">Where another is added; null when the reader adds none.</param>
/// <param name="Of">What they belong to, as the link says it.</param>
public sealed record PaperList(IReadOnlyList<Document> Papers, string? AttachHref, string Of);
