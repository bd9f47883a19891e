namespace Commonstead.Ballots;

/// <summary>The ballots that the present actor votes in.</summary>
public interface IOwnBallots
{
    /// <summary>The open ballots on whose roll the present actor stands, the one that closes first above.</summary>
    Task<IReadOnlyList<OwnBallot>> OwnOpen();

    /// <summary>The declared ballots on whose roll the present actor stood, the latest above.</summary>
    Task<IReadOnlyList<PastBallot>> OwnPast();

    /// <summary>True while some ballot takes papers, whoever asks.</summary>
    Task<bool> AnyTakesPapers();
}

/// <summary>An open ballot of a voter.</summary>
/// <param name="Id">The ballot.</param>
/// <param name="Title">What it is called.</param>
/// <param name="ClosesAt">From when no paper is taken any more.</param>
/// <param name="HasVoted">True when all her votes are in the box.</param>
public sealed record OwnBallot(BallotId Id, string Title, DateTime ClosesAt, bool HasVoted);

/// <summary>A ballot that is over.</summary>
/// <param name="Id">The ballot.</param>
/// <param name="Title">What it is called.</param>
/// <param name="ClosedAt">When it closed.</param>
public sealed record PastBallot(BallotId Id, string Title, DateTime ClosedAt);
