using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Records a waiver of notice.</summary>
public sealed class RecordWaiverModel(OperationRunner runner, MeetingRegister meetings, RecordWaiver operation)
    : MeetingForm<RecordWaiverInput>(runner, meetings, operation);
