using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Records a vote on an amendment.</summary>
public sealed class RecordAmendmentModel(OperationRunner runner, MeetingRegister meetings, RecordAmendment operation)
    : HandCountForm<RecordAmendmentInput>(runner, meetings, operation)
{
    /// <inheritdoc/>
    protected override async Task<bool> Prepare(bool isNew)
    {
        if (!await base.Prepare(isNew)) return false;
        if (isNew) Input.Text = Resolution.Text;
        return true;
    }
}
