using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>The form that gives notice of a meeting.</summary>
public sealed class CallMeetingModel(
    OperationRunner runner, MeetingRegister meetings, CallMeeting operation, MeetingRules rules, BylawBook bylaws,
    ServerOptions options, Acting acting)
    : MeetingForm<CallMeetingInput>(runner, meetings, operation)
{
    /// <summary>Days of notice needed.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>The last day for the notice.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>True when that day has passed.</summary>
    public bool IsLate => acting.Today > LastDay;

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        NoticeDays = await rules.NoticeDays(Meeting);
        LastDay = (await bylaws.On(acting.Today)).LastDayOfNotice(Meeting.Day, NoticeDays);
    }

    /// <inheritdoc/>
    protected override bool Seed(MeetingId id, bool isNew)
    {
        Input.Site = options.PublicAddress ?? $"{Request.Scheme}://{Request.Host}";
        return base.Seed(id, isNew);
    }
}
