using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Records a vote on a motion.</summary>
public sealed class DecideMotionModel(
    OperationRunner runner, MeetingRegister meetings, IPeople people, DecideMotion operation)
    : HandCountForm<DecideMotionInput>(runner, meetings, people, operation);
