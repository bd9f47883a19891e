using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>The form that writes minutes.</summary>
public sealed class SaveMinutesModel(OperationRunner runner, MeetingRegister meetings, SaveMinutes operation)
    : MeetingForm<SaveMinutesInput>(runner, meetings, operation)
{
    /// <inheritdoc/>
    protected override Task Prepare(bool isNew)
    {
        if (isNew) (Input.Text, Input.Version) = (Meeting.Minutes, Meeting.Version);
        return Task.CompletedTask;
    }
}
