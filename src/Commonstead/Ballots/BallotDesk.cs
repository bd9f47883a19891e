using Commonstead.Desk;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>The ballots that the reader of the desk has still to vote in.</summary>
public sealed class BallotDesk(IOwnBallots ballots, Acting acting) : IDeskWork
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting() =>
    [
        .. (await ballots.OwnOpen()).Where(b => !b.HasVoted).Select(b => new DeskEntry(
            "Vote", b.Title, null, LastDay(b.ClosesAt), $"/ballots/{b.Id}",
            "After this day no paper is taken any more.")),
    ];

    // A ballot that closes at midnight takes its last paper on the day before.
    private DateOnly LastDay(DateTime closes) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTimeFromUtc(closes.AddTicks(-1), acting.Profile.Zone));
}
