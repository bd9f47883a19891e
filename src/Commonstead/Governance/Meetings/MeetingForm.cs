using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Governance;

/// <summary>A form on one meeting: names it above.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class MeetingForm<TInput>(
    OperationRunner runner, MeetingRegister meetings, IOperation<TInput, MeetingId> operation)
    : RecordForm<TInput, MeetingId, Meeting>(runner, operation)
    where TInput : class, IMeetingInput, new()
{
    /// <summary>The meeting.</summary>
    public Meeting Meeting => Record;

    /// <summary>The register, for what the form offers to choose from.</summary>
    private protected MeetingRegister Register => meetings;

    /// <inheritdoc/>
    protected override string PageOf(MeetingId id) => $"/meetings/{id}";

    private protected override Task<Meeting?> Find(MeetingId id) => meetings.Meeting(id);

    /// <inheritdoc/>
    protected override bool Seed(MeetingId id, bool isNew)
    {
        Input.Meeting = id;
        return true;
    }
}
