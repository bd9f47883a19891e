using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Somebody who was proposed and consents.</summary>
public sealed class ConsentToNominationInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>What the candidate says to the voters; empty for what stands there.</summary>
    [Display(Name = "Statement to the voters"), DataType(DataType.MultilineText)]
    [StringLength(2_000, ErrorMessage = "The statement is longer than 2,000 characters.")]
    public string? Statement { get; set; }
}

/// <summary>Whoever was proposed consents to stand; to anybody else there is nothing to consent to.</summary>
[Needs(GovernancePermission.See)]
[Does("Candidate consented to a nomination")]
public sealed class ConsentToNomination(ElectionBook book, NominationRules rules, Acting acting)
    : IOperation<ConsentToNominationInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(ConsentToNominationInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (election.Nominations.Find(n => n.IsOpen && n.Person.Value == acting.Actor.Person) is not { } nomination)
            return NominationRefusal.NotProposed;
        if (nomination.ConsentedOn is not null) return NominationRefusal.ConsentedAlready;
        if (rules.WhyNotNow(election) is { } late) return late;
        nomination.ConsentedOn = acting.Today;
        if (!string.IsNullOrWhiteSpace(input.Statement)) nomination.Statement = input.Statement.Trim();
        return election.Id;
    }
}
