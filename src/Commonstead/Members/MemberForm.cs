using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Members;

/// <summary>What is done to one membership.</summary>
public interface IMemberInput
{
    /// <summary>The membership.</summary>
    MemberId Member { get; set; }

    /// <summary>The entry's version, as the person saw it.</summary>
    int Version { get; set; }
}

/// <summary>A form on one membership: names whose above.</summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public abstract class MemberForm<TInput>(
    OperationRunner runner, MemberRegister members, IOperation<TInput, MemberId> operation)
    : RecordForm<TInput, MemberId, Member>(runner, operation)
    where TInput : class, IMemberInput, new()
{
    /// <summary>The register, for what the form offers to choose from.</summary>
    private protected MemberRegister Register => members;

    /// <summary>The entry.</summary>
    internal Member Member => Record;

    /// <inheritdoc/>
    protected override string PageOf(MemberId id) => $"/members/{id}";

    private protected override Task<Member?> Find(MemberId id) => members.Member(id);

    /// <inheritdoc/>
    protected override bool Seed(MemberId id, bool isNew)
    {
        Input.Member = id;
        if (isNew) Input.Version = Member.Version;
        return Member.IsOpen || !isNew;
    }
}
