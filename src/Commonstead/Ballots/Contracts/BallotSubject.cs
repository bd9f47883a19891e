using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Ballots;

/// <summary>
/// Gives one kind of what a ballot can be held on, such as a resolution: what is asked and how it is counted is then
/// not the returning officer's to say.
/// </summary>
public interface IGivesBallotSubjects
{
    /// <summary>The kind, as ballots keep it.</summary>
    string Kind { get; }

    /// <summary>What a subject of this kind is called.</summary>
    string Name { get; }

    /// <summary>What a ballot on a subject asks today, or why none can be held on it.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="voters">The class that votes; empty for all members.</param>
    Task<Outcome<BallotSubject>> Asked(Guid subject, string voters);

    /// <summary>The page of a subject.</summary>
    string PageOf(Guid subject);

    /// <summary>What came of a declared result later, the first above: usually nothing.</summary>
    Task<IReadOnlyList<SinceDeclared>> Since(Guid subject) => Task.FromResult<IReadOnlyList<SinceDeclared>>([]);
}

/// <summary>What came of a result after it was declared, such as a seat that its papers filled again.</summary>
/// <param name="On">When.</param>
/// <param name="What">What happened.</param>
/// <param name="Page">Where it stands.</param>
public sealed record SinceDeclared(DateOnly On, Sentence What, string Page);

/// <summary>What a ballot asks, of whom, and how it is counted.</summary>
public sealed record BallotSubject
{
    /// <summary>What the ballot is called.</summary>
    public required string Title { get; init; }

    /// <summary>What voters should know.</summary>
    public string Question { get; init; } = "";

    /// <summary>How it is counted.</summary>
    public required CountingRule Rule { get; init; }

    /// <summary>Seats to fill; 1 for a resolution.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>The code of the class that votes; empty for all members.</summary>
    public string Voters { get; init; } = "";

    /// <summary>What stands on the paper, in its order.</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>Days that voters have at least, from the day it opens to the day it closes.</summary>
    public int DaysAtLeast { get; init; }
}

/// <summary>
/// The result of a ballot on a subject, before it is saved: what follows from it happens in the same transaction, and
/// what refuses it keeps it from being declared.
/// </summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Kind">The kind of its subject.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Count">The count; its candidates stand as on the paper.</param>
public sealed record BallotDeclared(BallotId Ballot, string Kind, Guid Subject, CountTranscript Count)
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The code of the class that voted; empty for all members.</summary>
    public required string Voters { get; init; }

    /// <summary>The day on which it closed, where the trust is.</summary>
    public required DateOnly ClosedOn { get; init; }

    /// <summary>Entries on the roll.</summary>
    public required int RollSize { get; init; }

    /// <summary>Entries that took part.</summary>
    public required int Participants { get; init; }
}

/// <summary>What other capabilities may ask of ballots, whoever asks.</summary>
public interface IBallots
{
    /// <summary>The ballots that were prepared on a subject, the latest first.</summary>
    Task<IReadOnlyList<BallotOnSubject>> On(string kind, Guid subject);

    /// <summary>
    /// Counts the papers of the declared ballot on a subject again as if some choices had withdrawn, by the ballot's
    /// own rule and lot; null when no ballot on it was declared.
    /// </summary>
    /// <param name="kind">The kind of the subject.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="without">The choices by their place on the paper, from 1.</param>
    /// <param name="seed">What a lot was drawn from, where the ballot itself needed none; null for none.</param>
    Task<CountAnswer?> CountWithout(string kind, Guid subject, IReadOnlyCollection<int> without, string? seed);
}

/// <summary>A ballot on a subject.</summary>
/// <param name="Id">The ballot.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Voters">The code of the class that votes; empty for all members.</param>
/// <param name="Stands">How it stands.</param>
/// <param name="IsOver">True when it was declared or called off.</param>
public sealed record BallotOnSubject(BallotId Id, string Title, string Voters, Status Stands, bool IsOver)
{
    /// <summary>True when its box was opened and its result is not declared yet.</summary>
    public bool IsCounted { get; init; }
}
