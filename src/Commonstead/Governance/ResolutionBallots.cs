using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Why no ballot is held on a resolution, or its result decides nothing.</summary>
public enum ResolutionBallotRefusal
{
    /// <summary>What is settled is not put to a vote.</summary>
    [Says("The resolution passed, failed or was withdrawn.", Kind = RefusalKind.Conflict)]
    Settled,

    /// <summary>Whoever was faster has decided.</summary>
    [Says("While the ballot was held the resolution was settled, or this body decided on it in another way. The "
        + "result decides nothing: call the ballot off and say so.", Kind = RefusalKind.Conflict)]
    DecidedMeanwhile,
}

/// <summary>
/// A resolution is a subject of ballots for the bodies of members that the bylaws of its day ask; the declared result
/// is how that body decided.
/// </summary>
internal sealed class ResolutionBallots(TrustDb db, Acting acting, ResolutionBook book, BylawBook bylaws)
    : IGivesBallotSubjects, IHandles<BallotDeclared>
{
    /// <summary>The kind, as ballots keep it.</summary>
    public const string KindCode = "resolution";

    /// <inheritdoc/>
    public string Kind => KindCode;

    /// <inheritdoc/>
    public string Name => "Resolution";

    /// <inheritdoc/>
    public string PageOf(Guid subject) => $"/resolutions/{new ResolutionId(subject)}";

    /// <inheritdoc/>
    public async Task<Outcome<BallotSubject>> Asked(Guid subject, string voters)
    {
        var resolution = await db.Set<Resolution>().AsNoTracking().Include(r => r.Decisions).Include(r => r.Consents)
            .FirstOrDefaultAsync(r => r.Id == new ResolutionId(subject));
        if (resolution is null) return CommonRefusal.NotFound;
        if (resolution.State is not ResolutionState.Open) return ResolutionBallotRefusal.Settled;
        var body = BodyOf(voters);
        if (body == BodyCodes.Board) return DecisionRefusal.NotAsked;
        var open = await book.Asked(resolution, body, acting.Today);
        if (!open.IsDone) return Outcome<BallotSubject>.Refused(open.Refusals);
        var (rule, asked, missing) = open.Value;
        var table = await bylaws.On(resolution.On);
        return new BallotSubject
        {
            Title = resolution.Title,
            Question = resolution.Text,
            Rule = missing.IsConfirming
                ? new YesNoVote { Threshold = rule.Confirmation!.Share }
                : new YesNoVote { Threshold = asked.Share, Of = asked.Of },
            Voters = voters,
            Choices = [.. YesNoVote.Choices.Select(c => c.Name)],
            DaysAtLeast = table.DaysOfNotice(asked.NoticeDays),
        };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(BallotDeclared happened)
    {
        if (happened.Kind != Kind || await book.Find(new ResolutionId(happened.Subject)) is not { } resolution)
            return [];
        var votes = happened.Count.Stages[^1].Votes;
        var recorded = await book.Record(resolution, new BodyVote(
            BodyOf(happened.Voters), DecisionWay.Ballot, happened.ClosedOn, new VoteCount
            {
                For = (int)votes[0],
                Against = (int)votes[1],
                Abstain = (int)votes[2],
                Present = happened.Participants,
                Entitled = happened.RollSize,
            })
        {
            Source = happened.Ballot.Value,
            Note = happened.Title,
        });
        if (recorded.IsDone) return [];
        return recorded.Refusals[0].Code
            is DecisionRefusal.SettledAlready or DecisionRefusal.DecidedAlready or DecisionRefusal.ConfirmTheOtherFirst
            ? [new Refusal(ResolutionBallotRefusal.DecidedMeanwhile)] : recorded.Refusals;
    }

    private static string BodyOf(string voters) => voters.Length == 0 ? BodyCodes.Members : voters;
}
