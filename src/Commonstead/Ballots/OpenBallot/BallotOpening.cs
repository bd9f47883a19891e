using Commonstead.Members;
using Commonstead.Platform.Operations;

namespace Commonstead.Ballots;

/// <summary>Whether a ballot can be opened now, and with which roll: asked as it is opened, and by its page.</summary>
public sealed class BallotOpening(Acting acting, IMembers members, BallotSubjects subjects)
{
    /// <summary>Who would stand on the roll; or why the ballot cannot be opened.</summary>
    internal async Task<Outcome<IReadOnlyList<MemberOnRoll>>> Roll(Ballot ballot)
    {
        if (ballot.State is BallotState.Draft) return OpenBallotRefusal.NoKey;
        if (ballot.State is not BallotState.Sealed) return OpenBallotRefusal.OpenAlready;
        if (acting.Now < ballot.OpensAt)
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(ballot.OpensAt, acting.Profile.Zone);
            return new Refusal(
                OpenBallotRefusal.TooEarly, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        if (acting.Now >= ballot.ClosesAt) return OpenBallotRefusal.TooLate;
        if (await WhyNotOnItsSubject(ballot) is { Count: > 0 } refused)
            return Outcome<IReadOnlyList<MemberOnRoll>>.Refused(refused);
        var roll = await members.RollOn(acting.Today, ballot.VotingClasses);
        return roll.Count > 0 ? Outcome<IReadOnlyList<MemberOnRoll>>.Done(roll) : OpenBallotRefusal.EmptyRoll;
    }

    // Opened later than planned, a ballot leaves its voters fewer days than the bylaws give them; and what it is held
    // on may be settled by now.
    private async Task<IReadOnlyList<Refusal>> WhyNotOnItsSubject(Ballot ballot)
    {
        if (ballot.Subject is not { } subject) return [];
        var asked = await subjects.AskedNow(ballot.SubjectKind, subject, ballot.Classes);
        if (!asked.IsDone) return asked.Refusals;
        var days = asked.Value.DaysAtLeast;
        var closes = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(ballot.ClosesAt, acting.Profile.Zone));
        return closes < acting.Today.AddDays(days)
            ? [new Refusal(OpenBallotRefusal.NoticeTooShort, days, acting.Today.AddDays(days))] : [];
    }
}
