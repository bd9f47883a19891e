using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A vote of a body to be recorded.</summary>
/// <param name="Body">The board, all members, or a class by its code.</param>
/// <param name="Way">How it came about.</param>
/// <param name="On">The day.</param>
/// <param name="Count">Its figures.</param>
public sealed record BodyVote(string Body, DecisionWay Way, DateOnly On, VoteCount Count)
{
    /// <summary>The meeting or ballot.</summary>
    public Guid? Source { get; init; }

    /// <summary>Where it stands.</summary>
    public string Note { get; init; } = "";

    /// <summary>The day on which notice of the meeting was given; null when it was waived, or a meeting of the program
    /// was called.</summary>
    public DateOnly? NoticeOn { get; init; }

    /// <summary>True when everyone entitled waived notice.</summary>
    public bool IsNoticeWaived { get; init; }

    /// <summary>Who moved it.</summary>
    public People.PersonId? MovedBy { get; init; }

    /// <summary>Who seconded it.</summary>
    public People.PersonId? SecondedBy { get; init; }
}

/// <summary>
/// Records what bodies decide on resolutions, however they decide it, and settles a resolution when it has everything
/// that the bylaws of its day ask for.
/// </summary>
public sealed class ResolutionBook(TrustDb db, Acting acting, BylawBook bylaws)
{
    /// <summary>A resolution with its decisions, to be changed; null when there is none.</summary>
    internal Task<Resolution?> Find(ResolutionId id) => db.Set<Resolution>().Include(r => r.Decisions)
        .Include(r => r.Consents).FirstOrDefaultAsync(r => r.Id == id);

    /// <summary>The number of the next resolution.</summary>
    internal async Task<int> NextNumber() => (await db.Set<Resolution>().MaxAsync(r => (int?)r.Number) ?? 0) + 1;

    /// <summary>What the bylaws of its day ask of a resolution.</summary>
    internal async Task<ActRule> RuleOf(Resolution resolution) =>
        (await bylaws.On(resolution.On)).Act(resolution.Act)
        ?? throw new InvalidOperationException($"The bylaws have no act “{resolution.Act}”.");

    /// <summary>How far a resolution has come.</summary>
    internal static ActProgress Progress(ActRule rule, Resolution resolution, DateOnly today) => ActProgress.Of(
        rule,
        [.. resolution.Decisions.Where(d => d.Counts).Select(d => new BodyDecision(d.Body, d.On, d.Passed,
            d.IsConfirming))],
        [.. resolution.Consents.Select(c => c.Whose)],
        today);

    /// <summary>What a body has still to decide on a resolution; or why it is not to vote.</summary>
    internal async Task<Outcome<AskedBody>> Asked(Resolution resolution, string body, DateOnly on)
    {
        var rule = await RuleOf(resolution);
        if (rule.Bodies.FirstOrDefault(b => b.Body == body) is not { } asked) return DecisionRefusal.NotAsked;
        if (resolution.AwaitsConfirmationOf(body)) return DecisionRefusal.ConfirmTheOtherFirst;
        return Progress(rule, resolution, on).Missing.FirstOrDefault(m => m.Body == body) is { } missing
            ? new AskedBody(rule, asked, missing) : DecisionRefusal.DecidedAlready;
    }

    /// <summary>Records how a body voted.</summary>
    /// <returns>The decision, or why the vote is none.</returns>
    internal async Task<Outcome<DecisionId>> Record(Resolution resolution, BodyVote vote)
    {
        if (resolution.State is not ResolutionState.Open) return DecisionRefusal.SettledAlready;
        if (vote.On < resolution.On || vote.On > acting.Today)
            return new Refusal(DecisionRefusal.DayNotUsable, resolution.On);
        var open = await Asked(resolution, vote.Body, vote.On);
        if (!open.IsDone) return Outcome<DecisionId>.Refused(open.Refusals);
        var (rule, body, missing) = open.Value;
        if (missing.IsConfirming && (vote.On < missing.From || vote.On > missing.Until))
            return new Refusal(DecisionRefusal.OutsideTheWindow, missing.From!, missing.Until!);
        if (!vote.Count.IsPossible) return DecisionRefusal.CountsImpossible;
        var verdict = BodyVerdict.Of(body, vote.Count, missing.IsConfirming ? rule.Confirmation!.Share : null);
        if (!verdict.IsQuorate && vote.Way is not DecisionWay.Ballot)
        {
            var needed = body.Quorum.Needed(vote.Count.Entitled);
            return vote.Count.Present < needed
                ? new Refusal(DecisionRefusal.NoQuorum, vote.Count.Present, needed) : DecisionRefusal.ClassMissing;
        }

        if (vote.Way is DecisionWay.Minutes && LacksNotice(await bylaws.On(resolution.On), body, vote) is { } lacks)
            return lacks;

        var decision = DecisionOf(resolution, vote, missing.IsConfirming, verdict.Passed, !IsPlain(rule));
        db.Add(decision);
        if (!resolution.Decisions.Contains(decision)) resolution.Decisions.Add(decision);
        await Settle(resolution);
        return decision.Id;
    }

    // A meeting of the program is called in time or not at all; of others the minutes say it.
    private static Refusal? LacksNotice(BylawTable table, BodyRule body, BodyVote vote)
    {
        if (body.NoticeDays == 0 || vote.IsNoticeWaived) return null;
        if (vote.NoticeOn is not { } given) return new Refusal(DecisionRefusal.NoticeMissing, body.NoticeDays);
        var last = table.LastDayOfNotice(vote.On, body.NoticeDays);
        return given > last ? new Refusal(DecisionRefusal.NoticeTooLate, last) : null;
    }

    /// <summary>Has a resolution follow what was decided and consented.</summary>
    internal async Task Settle(Resolution resolution)
    {
        if (resolution.State is not ResolutionState.Open) return;
        var state = Progress(await RuleOf(resolution), resolution, acting.Today).State;
        if (state is ActState.Waiting) return;
        var passed = state is ActState.Passed;
        resolution.State = passed ? ResolutionState.Passed : ResolutionState.Failed;
        resolution.SettledOn = resolution.Decisions.Where(d => d.Counts).Select(d => d.On)
            .Concat(resolution.Consents.Select(c => c.On)).DefaultIfEmpty(acting.Today).Max();
        if (!passed) await DropProposal(resolution);
    }

    /// <summary>Gives up the version of the bylaws that a resolution would have permitted.</summary>
    internal async Task DropProposal(Resolution resolution)
    {
        var proposed = await db.Set<Bylaws>()
            .FirstOrDefaultAsync(b => b.Resolution == resolution.Id && b.State == BylawsState.Proposed);
        if (proposed is not null) proposed.State = BylawsState.Dropped;
    }

    /// <summary>True for an act that one body passes by a plain majority, which a second person need not confirm.
    /// </summary>
    internal static bool IsPlain(ActRule rule) => rule is
    {
        Bodies: [{ Share: var share, Turnout: null }], Consents.Count: 0, Confirmation: null,
    } && share == Threshold.Majority;

    private Decision DecisionOf(
        Resolution resolution, BodyVote vote, bool isConfirming, bool passed, bool isWeighty) => new()
        {
            Resolution = resolution.Id,
            Body = vote.Body,
            IsConfirming = isConfirming,
            Way = vote.Way,
            On = vote.On,
            For = vote.Count.For,
            Against = vote.Count.Against,
            Abstain = vote.Count.Abstain,
            Present = vote.Count.Present,
            Entitled = vote.Count.Entitled,
            ClassesAbsent = string.Join(',', vote.Count.ClassesAbsent),
            Passed = passed,
            Source = vote.Source,
            Note = vote.Note,
            NoticeOn = vote.NoticeOn,
            IsNoticeWaived = vote.IsNoticeWaived,
            MovedBy = vote.MovedBy,
            SecondedBy = vote.SecondedBy,
            RecordedBy = acting.Actor.Key,
            // A ballot proves itself; what somebody typed does not.
            NeedsConfirmation = isWeighty && vote.Way is not DecisionWay.Ballot,
        };
}

/// <summary>A body that has still to vote on an act.</summary>
/// <param name="Act">What the bylaws ask for in all.</param>
/// <param name="Body">What they ask of the body.</param>
/// <param name="Missing">Which of its votes is missing.</param>
internal sealed record AskedBody(ActRule Act, BodyRule Body, MissingStep Missing);

/// <summary>Why a vote is not recorded.</summary>
public enum DecisionRefusal
{
    /// <summary>What passed or failed stays so.</summary>
    [Says("The resolution passed, failed or was withdrawn before.", Kind = RefusalKind.Conflict)]
    SettledAlready,

    /// <summary>A vote comes after the resolution was brought, and not in the future.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(RecordDecisionInput.On))]
    DayNotUsable,

    /// <summary>The bylaws do not ask this body.</summary>
    [Says("The bylaws do not ask this body about such a resolution.", Field = nameof(RecordDecisionInput.Body))]
    NotAsked,

    /// <summary>A body decides once.</summary>
    [Says("This body has decided. Whoever wants another vote brings another resolution.", Kind = RefusalKind.Conflict)]
    DecidedAlready,

    /// <summary>What waits for a second person comes first.</summary>
    [Says("What this body decided is recorded and waits to be confirmed by a second person.",
        Kind = RefusalKind.Conflict)]
    ConfirmTheOtherFirst,

    /// <summary>The vote that confirms has its window.</summary>
    [Says("The vote that confirms it is held from {0} to {1}.", Field = nameof(RecordDecisionInput.On))]
    OutsideTheWindow,

    /// <summary>Nobody votes who is not there, and nobody is there who is not entitled.</summary>
    [Says("These figures cannot be true together: votes are at most those present, and those present at most those "
        + "entitled.", Field = nameof(RecordDecisionInput.Present))]
    CountsImpossible,

    /// <summary>Without a quorum nothing is decided.</summary>
    [Says("There was no quorum: {0} were present and {1} are needed. A vote without one decides nothing, and can be "
        + "held again.", Field = nameof(RecordDecisionInput.Present))]
    NoQuorum,

    /// <summary>Some quorums ask for every class that has seats.</summary>
    [Says("There was no quorum: every class that has seats must be there. A vote without one decides nothing, and can "
        + "be held again.", Field = nameof(RecordDecisionInput.EachClass))]
    ClassMissing,

    /// <summary>What the bylaws ask notice of is not decided without.</summary>
    [Says("The bylaws ask for {0} days of notice of this. Enter the day on which notice was given, or say that "
        + "everyone waived it.", Field = nameof(RecordDecisionInput.NoticeOn))]
    NoticeMissing,

    /// <summary>Notice is given in time, or waived.</summary>
    [Says("Notice was given too late: the last day for it was {0}. Nothing is decided unless everyone entitled waived "
        + "it.", Field = nameof(RecordDecisionInput.NoticeOn))]
    NoticeTooLate,
}
