using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Records a vote on an amendment.</summary>
public sealed class RecordAmendmentModel(OperationRunner runner, MeetingRegister meetings, RecordAmendment operation)
    : HandCountForm<RecordAmendmentInput>(runner, meetings, operation)
{
    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        await base.Prepare(isNew);
        if (isNew) Input.Text = Resolution.Text;
    }
}
