using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>A resolution: its words, what the bylaws ask of it, and every vote with its working.</summary>
public sealed class ResolutionPageModel(
    ResolutionRegister resolutions, BodyNames bodies, IBallots ballots, Acting acting, IStringLocalizer<Words> words)
    : PageModel
{
    private IReadOnlyDictionary<string, string> _bodies = new Dictionary<string, string>();

    /// <summary>The resolution with what it needs.</summary>
    public ResolutionStanding Standing { get; private set; } = null!;

    /// <summary>What it needs, and how much of it is there.</summary>
    public IReadOnlyList<NeededStep> Steps { get; private set; } = [];

    /// <summary>The ballots held on it.</summary>
    public IReadOnlyList<BallotOnSubject> Ballots { get; private set; } = [];

    /// <summary>The bodies of members that can be asked by a ballot now: what to press, and where it leads.</summary>
    public IReadOnlyList<(string Text, string Href)> ToBallot { get; private set; } = [];

    /// <summary>True while somebody has still to consent.</summary>
    public bool ConsentsMissing => Standing.Progress.Missing.Any(m => m.Consent is not null);

    /// <summary>The page of what it is about.</summary>
    public string? SubjectPage => Resolution.Act switch
    {
        ActCodes.LandDisposal when acting.Actor.May(Land.LandPermission.See) => $"/land/parcels/{Resolution.Subject}",
        ActCodes.BylawChange when Resolution.Subject.Length > 0 => $"/bylaws/{Resolution.Subject}",
        ActCodes.RuleAdoption when Resolution.CarriedOutOn is not null => $"/rules/{Resolution.Subject}",
        _ => null,
    };

    /// <summary>Where what it permits is done; null where the program does not do it.</summary>
    public (string Text, string Href)? CarryOut => Resolution.Act switch
    {
        ActCodes.LandDisposal when acting.Actor.May(Land.LandPermission.Dispose) =>
            ("Let the land go", $"/land/parcels/{Resolution.Subject}/dispose"),
        ActCodes.RuleAdoption when acting.Actor.May(Pricing.PricingPermission.AdoptRules) =>
            ("Put it into the rule book", "/rules/add"),
        ActCodes.BylawChange when Resolution.Subject.Length > 0 && acting.Actor.May(GovernancePermission.Keep) =>
            ("Put it in force", $"/bylaws/{Resolution.Subject}/in-force"),
        _ => null,
    };

    private Resolution Resolution => Standing.Resolution;

    /// <summary>True when the reader may confirm a decision: not what she recorded herself.</summary>
    public bool MayConfirm(Decision decision) =>
        acting.Actor.May(GovernancePermission.Confirm) && decision.RecordedBy != acting.Actor.Key;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(ResolutionId id)
    {
        if (await resolutions.Standing(id) is not { } standing) return NotFound();
        Standing = standing;
        _bodies = await bodies.All();
        Steps = [.. StepsOf()];
        Ballots = await ballots.On(ResolutionBallots.KindCode, id.Value);
        if (Resolution.State is ResolutionState.Open && acting.Actor.May(BallotPermission.Run))
            ToBallot = [.. Ballotable()];
        return Page();
    }

    private IEnumerable<(string Text, string Href)> Ballotable() =>
        from body in Standing.Progress.Missing.Select(m => m.Body).OfType<string>().Distinct()
        where body != BodyCodes.Board
            && !Resolution.Decisions.Exists(d => d.Body == body && d.WaitsForConfirmation)
        let voters = body == BodyCodes.Members ? "" : body
        where !Ballots.Any(b => b.Voters == voters && !b.IsOver)
        select (
            words["Put it to a ballot: {0}", NameOf(body)].Value,
            $"/ballots/prepare?on={ResolutionBallots.KindCode}&subject={Resolution.Id}&of={voters}");

    private IEnumerable<NeededStep> StepsOf()
    {
        foreach (var body in Standing.Rule.Bodies)
        {
            var decisions = Resolution.Decisions.Where(d => d.Body == body.Body).OrderBy(d => d.On).ToList();
            foreach (var decision in decisions) yield return Held(decision, body);
            var missing = Standing.Progress.Missing.FirstOrDefault(m => m.Body == body.Body);
            if (Resolution.State is ResolutionState.Open && missing is not null
                && !Resolution.AwaitsConfirmationOf(body.Body))
            {
                yield return Needed(body, missing);
            }
        }

        foreach (var consent in Standing.Rule.Consents)
        {
            var given = Resolution.Consents.Find(c => c.Whose == consent);
            yield return new NeededStep(
                given is null ? new Status(StatusKind.Waiting, "Missing") : new Status(StatusKind.Done, "Given"),
                words["Consent: {0}", words[consent]],
                given is null ? [] : [$"{given.On.ToReader()}, {given.Note}"]);
        }
    }

    private NeededStep Needed(BodyRule body, MissingStep missing)
    {
        var share = missing.IsConfirming ? Standing.Rule.Confirmation!.Share : body.Share;
        var of = missing.IsConfirming ? VoteBase.Cast : body.Of;
        string[] window = missing is { From: { } from, Until: { } until }
            ? [words["To be confirmed from {0} to {1}", from.ToReader(), until.ToReader()]] : [];
        return new NeededStep(
            new Status(StatusKind.Waiting, "Missing"),
            words["{0}: {1} {2}", NameOf(body.Body), share.ToReader().In(words), words[of.ToReader()]],
            [
                .. window, .. ActTable.QuorumOf(body).Select(q => words["Quorum: {0}", q.In(words)].Value),
                .. body.NoticeDays > 0 ? [words["Notice: {0} days", body.NoticeDays].Value] : (string[])[],
            ]);
    }

    private NeededStep Held(Decision decision, BodyRule body)
    {
        var confirming = decision.IsConfirming ? Standing.Rule.Confirmation?.Share : null;
        var verdict = BodyVerdict.Of(body, decision.Count, confirming);
        var status = decision switch
        {
            { StruckBecause.Length: > 0 } => new Status(StatusKind.Plain, "Struck"),
            { WaitsForConfirmation: true } => new Status(StatusKind.Waiting, "To be confirmed"),
            { Passed: true } => new Status(StatusKind.Done, "Passed"),
            _ => new Status(StatusKind.Overdue, "Not passed"),
        };
        string text = words[
            "{0}, {1}: {2} for, {3} against, {4} abstained", NameOf(decision.Body), decision.On.ToReader(),
            decision.For, decision.Against, decision.Abstain];
        return new NeededStep(
            status, text,
            [
                .. verdict.Checks.Select(c => Said(c, decision)), .. NoticeOf(decision),
                .. decision.StruckBecause.Length > 0 ? [words["Struck: {0}", decision.StruckBecause].Value] : NoteOf(),
            ])
        {
            ToConfirm = decision.WaitsForConfirmation ? decision : null,
        };

        string[] NoteOf() =>
            [decision.Note.Length > 0 ? $"{words[decision.Way.ToReader()]}: {decision.Note}"
                : words[decision.Way.ToReader()].Value];
    }

    private string[] NoticeOf(Decision decision) =>
        decision.IsNoticeWaived ? [words["Everyone entitled waived notice"]]
            : decision.NoticeOn is { } given
                ? [words["Notice was given on {0}, {1} days before", given.ToReader(),
                    decision.On.DayNumber - given.DayNumber]] : [];

    private string Said(VoteCheck check, Decision decision) => check.Kind switch
    {
        VoteCheckKind.Quorum => words["Quorum: {0} of {1} were there, {2} are needed", check.Had, check.Whole,
            check.Needed],
        VoteCheckKind.EachClass => check.Holds
            ? words["Each class that has seats was there"]
            : words["Not there: {0}", string.Join(", ", decision.Count.ClassesAbsent.Select(NameOf))],
        VoteCheckKind.Turnout => words["Turnout: {0} of {1} voted, {2} are needed", check.Had, check.Whole,
            check.Needed],
        _ => words["For: {0} of {1}, {2} are needed", check.Had, check.Whole, check.Needed],
    };

    private string NameOf(string body) => _bodies.GetValueOrDefault(body, body);
}

/// <summary>Something that a resolution needs, or has.</summary>
/// <param name="Stands">How it stands.</param>
/// <param name="Text">What it is.</param>
/// <param name="Lines">Its figures.</param>
public sealed record NeededStep(Status Stands, string Text, IReadOnlyList<string> Lines)
{
    /// <summary>The decision that waits for a second person; null when none does.</summary>
    public Decision? ToConfirm { get; init; }
}
