namespace Commonstead.Core;

/// <summary>What a body decided on an act.</summary>
/// <param name="Body">The board, all members, or a class by its code.</param>
/// <param name="On">The day.</param>
/// <param name="Passed">True when it passed.</param>
/// <param name="IsConfirming">True for a second vote that confirms the first.</param>
public sealed record BodyDecision(string Body, DateOnly On, bool Passed, bool IsConfirming);

/// <summary>How far an act has come.</summary>
public enum ActState
{
    /// <summary>Something is still missing.</summary>
    Waiting,

    /// <summary>Everything the bylaws ask for is there.</summary>
    Passed,

    /// <summary>A body was against it, or the time for its confirmation went by.</summary>
    Failed,
}

/// <summary>What an act still needs.</summary>
/// <param name="Body">The body that has to vote, or null.</param>
/// <param name="Consent">Whose consent is missing, or null.</param>
/// <param name="IsConfirming">True when it is the vote that confirms.</param>
/// <param name="From">The first day on which it can be had, when there is one.</param>
/// <param name="Until">The last day, when there is one.</param>
public sealed record MissingStep(
    string? Body, string? Consent, bool IsConfirming = false, DateOnly? From = null, DateOnly? Until = null);

/// <summary>How far an act has come, and what is missing.</summary>
/// <param name="State">How far.</param>
/// <param name="Missing">What is missing while it waits.</param>
public sealed record ActProgress(ActState State, IReadOnlyList<MissingStep> Missing)
{
    /// <summary>
    /// Reads an act's decisions against its rule. A body's first vote counts, and its first confirming vote within the
    /// window; whoever wants another vote brings another resolution.
    /// </summary>
    /// <param name="rule">What the bylaws ask for.</param>
    /// <param name="decisions">What bodies decided.</param>
    /// <param name="consents">Those who have consented.</param>
    /// <param name="today">The day on which it is asked.</param>
    public static ActProgress Of(
        ActRule rule, IReadOnlyCollection<BodyDecision> decisions, IReadOnlyCollection<string> consents, DateOnly today)
    {
        var missing = new List<MissingStep>();
        foreach (var body in rule.Bodies.Select(b => b.Body))
        {
            var first = decisions.Where(d => d.Body == body && !d.IsConfirming).MinBy(d => d.On);
            if (first is { Passed: false }) return new ActProgress(ActState.Failed, []);
            if (first is null) missing.Add(new MissingStep(body, null));
            if (first is null || rule.Confirmation is not { } confirmation) continue;
            var (from, until) = (first.On.AddDays(confirmation.NotBefore), first.On.AddDays(confirmation.NotLater));
            var second = decisions.Where(d => d.Body == body && d.IsConfirming && d.On >= from && d.On <= until)
                .MinBy(d => d.On);
            if (second is { Passed: false } || (second is null && today > until))
                return new ActProgress(ActState.Failed, []);
            if (second is null) missing.Add(new MissingStep(body, null, true, from, until));
        }

        missing.AddRange(rule.Consents.Where(c => !consents.Contains(c)).Select(c => new MissingStep(null, c)));
        return new ActProgress(missing.Count == 0 ? ActState.Passed : ActState.Waiting, missing);
    }
}
