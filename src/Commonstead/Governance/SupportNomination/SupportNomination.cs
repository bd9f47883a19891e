using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A nomination that somebody supports.</summary>
public sealed class SupportNominationInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>The nomination.</summary>
    public NominationId Nomination { get; set; }
}

/// <summary>A member who votes in the election proposes a candidate, or seconds one whom somebody proposes.</summary>
[Needs(GovernancePermission.See)]
[Does("Candidate proposed or seconded")]
public sealed class SupportNomination(ElectionBook book, NominationRules rules, Acting acting)
    : IOperation<SupportNominationInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(SupportNominationInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (election.Nominations.Find(n => n.Id == input.Nomination) is not { } nomination)
            return CommonRefusal.NotFound;
        if (rules.WhyNotNow(election) is { } late) return late;
        if (!nomination.IsOpen) return NominationRefusal.Withdrawn;
        if (acting.Actor.Person is not { } own || !await rules.IsElector(election, new PersonId(own)))
            return NominationRefusal.YouDoNotVote;
        if (nomination is { Proposer: not null, Seconder: not null }) return NominationRefusal.SupportedAlready;
        var person = new PersonId(own);
        if (NominationRules.AreTheSame(nomination.Person, nomination.Proposer, nomination.Seconder, person))
            return NominationRefusal.SupporterTwice;
        if (nomination.Proposer is null) nomination.Proposer = person;
        else nomination.Seconder = person;
        return election.Id;
    }
}
