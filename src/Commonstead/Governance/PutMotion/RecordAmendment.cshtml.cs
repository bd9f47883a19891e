using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Records a vote on an amendment.</summary>
public sealed class RecordAmendmentModel(
    OperationRunner runner, MeetingRegister meetings, IPeople people, RecordAmendment operation)
    : HandCountForm<RecordAmendmentInput>(runner, meetings, people, operation)
{
    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        await base.Prepare(isNew);
        if (isNew) Input.Text = Resolution.Text;
    }
}
