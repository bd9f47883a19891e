using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Takes a motion from the floor.</summary>
public sealed class MoveMotionModel(OperationRunner runner, MeetingRegister meetings, MoveMotion operation)
    : MeetingForm<MoveMotionInput>(runner, meetings, operation);
