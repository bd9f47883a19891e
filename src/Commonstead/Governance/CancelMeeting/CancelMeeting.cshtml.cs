using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Calls a meeting off.</summary>
public sealed class CancelMeetingModel(OperationRunner runner, MeetingRegister meetings, CancelMeeting operation)
    : MeetingForm<CancelMeetingInput>(runner, meetings, operation);
