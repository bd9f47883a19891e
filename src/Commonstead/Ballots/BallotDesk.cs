using Commonstead.Desk;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>
/// The ballots that the reader of the desk has still to vote in, and those whose hour came without their being opened.
/// </summary>
public sealed class BallotDesk(IOwnBallots own, BallotRegister ballots, Acting acting) : IDeskWork
{
    private const int Most = 100;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskEntry>> Waiting() =>
    [
        .. (await own.OwnOpen()).Where(b => !b.HasVoted).Select(b => new DeskEntry(
            "Vote", b.Title, null, LastDay(b.ClosesAt), $"/ballots/{b.Id}",
            "After this day no paper is taken any more.")),
        .. (await ballots.NotOpened(Most)).Select(b => new DeskEntry(
            "Open the ballot, or call it off", b.Title, null, LastDay(b.ClosesAt), $"/ballots/{b.Id}",
            "Its hour has come, and it is not open.")),
    ];

    // A ballot that closes at midnight takes its last paper on the day before.
    private DateOnly LastDay(DateTime closes) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTimeFromUtc(closes.AddTicks(-1), acting.Profile.Zone));
}
