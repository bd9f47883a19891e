using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>An election whose members are reminded of nominations.</summary>
public sealed class RemindOfNominationsInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>The address of its page; null when nobody knows.</summary>
    [System.ComponentModel.DataAnnotations.StringLength(300)]
    public string? Page { get; set; }
}

/// <summary>
/// Reminds everyone who votes in an election, once before the hour at which nominations close; and each candidate of
/// what is missing.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Members reminded of nominations")]
public sealed class RemindOfNominations(
    ElectionBook book, NominationRules rules, Electorate electorate, ElectionMail mail, Acting acting)
    : IOperation<RemindOfNominationsInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(RemindOfNominationsInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (rules.WhyNotNow(election) is { } late) return late;
        election.RemindAt = null;
        await mail.Remind(election, await electorate.On(election.Body, acting.Today), input.Page);
        foreach (var candidate in election.Nominations.Where(n => n is { IsOpen: true, IsComplete: false }))
            await mail.RemindCandidate(election, candidate, input.Page);
        return election.Id;
    }
}
