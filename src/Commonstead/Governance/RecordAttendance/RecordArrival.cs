using System.ComponentModel.DataAnnotations;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A vote that comes to a meeting.</summary>
public sealed class RecordArrivalInput : IMeetingInput
{
    /// <inheritdoc/>
    public MeetingId Meeting { get; set; }

    /// <summary>Whose vote it is: a membership's id, or a director's.</summary>
    [Required(ErrorMessage = "Choose whose vote it is."), Display(Name = "Whose vote")]
    public Guid? Elector { get; set; }

    /// <summary>How it is there.</summary>
    [Display(Name = "How"), EnumDataType(typeof(AttendanceWay), ErrorMessage = "Choose how.")]
    public AttendanceWay Way { get; set; }

    /// <summary>Who stands proxy.</summary>
    [Display(Name = "Who stands proxy")]
    public PersonId? Proxy { get; set; }
}

/// <summary>Why nobody is recorded as present.</summary>
public enum RecordArrivalRefusal
{
    /// <summary>Whoever may vote on the day of the meeting.</summary>
    [Says("They are not entitled to vote at this meeting: the roll is that of its day.",
        Field = nameof(RecordArrivalInput.Elector))]
    NotEntitled,

    /// <summary>One vote each.</summary>
    [Says("This vote is present already.", Field = nameof(RecordArrivalInput.Elector), Kind = RefusalKind.Conflict)]
    HereAlready,

    /// <summary>A proxy is somebody.</summary>
    [Says("Choose who stands proxy.", Field = nameof(RecordArrivalInput.Proxy))]
    ProxyMissing,

    /// <summary>A proxy votes in the room.</summary>
    [Says("Whoever stands proxy has to be there.", Field = nameof(RecordArrivalInput.Proxy))]
    ProxyNotHere,

    /// <summary>The bylaws limit what one person votes for others.</summary>
    [Says("They stand proxy for as many others as the bylaws allow one person: {0}.",
        Field = nameof(RecordArrivalInput.Proxy))]
    ProxyLimit,
}

/// <summary>Records that a vote has come to a meeting, in person, online or by proxy.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Presence at a meeting recorded")]
public sealed class RecordArrival(
    TrustDb db, Acting acting, MeetingRules meetings, Electorate electorate, BylawBook bylaws)
    : IOperation<RecordArrivalInput, MeetingId>
{
    /// <inheritdoc/>
    public async Task<Outcome<MeetingId>> Run(RecordArrivalInput input)
    {
        var found = await meetings.At(input.Meeting, MeetingState.Open);
        if (!found.IsDone) return Outcome<MeetingId>.Refused(found.Refusals);
        var meeting = found.Value;
        var elector = (await electorate.On(meeting.Body, meeting.Day)).FirstOrDefault(e => KeyOf(e) == input.Elector);
        if (elector is null) return RecordArrivalRefusal.NotEntitled;
        var here = await db.Set<Attendance>().Where(a => a.Meeting == meeting.Id && a.LeftAt == null).ToListAsync();
        if (here.Exists(a => a.Member == elector.Member && a.Person == elector.Person))
            return RecordArrivalRefusal.HereAlready;
        if (input.Way is AttendanceWay.Proxy)
        {
            if (input.Proxy is not { } proxy) return RecordArrivalRefusal.ProxyMissing;
            if (!here.Exists(a => a.Person == proxy && a.Proxy is null)) return RecordArrivalRefusal.ProxyNotHere;
            var most = (await bylaws.On(meeting.Day)).ProxiesEach;
            if (here.Count(a => a.Proxy == proxy) >= most) return new Refusal(RecordArrivalRefusal.ProxyLimit, most);
        }

        // The registers may have been set right since the meeting was opened.
        meeting.Entitled = await electorate.Count(meeting.Body, meeting.Day);
        db.Add(new Attendance
        {
            Meeting = meeting.Id,
            Person = elector.Person,
            Member = elector.Member,
            Class = elector.Class,
            Way = input.Way,
            Proxy = input.Way is AttendanceWay.Proxy ? input.Proxy : null,
            ArrivedAt = acting.Now,
        });
        return meeting.Id;
    }

    /// <summary>What a form names an elector by.</summary>
    internal static Guid KeyOf(Elector elector) => elector.Member?.Value ?? elector.Person.Value;
}
