using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Somebody whom a member proposes.</summary>
public sealed class ProposeCandidateInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>Who is proposed: a number in the register of members, or a whole name.</summary>
    [Required(ErrorMessage = "Enter whom you propose."), Display(Name = "Whom you propose")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    public string Candidate { get; set; } = "";

    /// <summary>Who is asked to second them.</summary>
    [Display(Name = "Who shall second them")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    public string? Seconder { get; set; }
}

/// <summary>
/// A member who votes in the election proposes another, who is asked by mail and stands only by consenting.
/// </summary>
[Needs(GovernancePermission.See)]
[Does("Candidate proposed")]
public sealed class ProposeCandidate(ElectionBook book, NominationRules rules, ElectionMail mail, Acting acting)
    : IOperation<ProposeCandidateInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(ProposeCandidateInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (acting.Actor.Person is not { } own || !await rules.IsElector(election, new PersonId(own)))
            return NominationRefusal.YouDoNotVote;
        var candidate = await rules.Elector(election, nameof(input.Candidate), input.Candidate);
        if (!candidate.IsDone) return Outcome<ElectionId>.Refused(candidate.Refusals);
        PersonId? seconder = null;
        if (!string.IsNullOrWhiteSpace(input.Seconder))
        {
            var asked = await rules.Elector(election, nameof(input.Seconder), input.Seconder);
            if (!asked.IsDone) return Outcome<ElectionId>.Refused(asked.Refusals);
            seconder = asked.Value;
        }

        if (NominationRules.AreTheSame(candidate.Value, new PersonId(own), seconder))
            return NominationRefusal.SupporterTwice;
        var added = await rules.Add(election, new NewCandidate(candidate.Value, null, null)
        {
            Proposer = new PersonId(own),
            Consents = false,
        });
        if (!added.IsDone) return Outcome<ElectionId>.Refused(added.Refusals);
        if (await mail.AskConsent(election, added.Value) == 0) return NominationRefusal.NotReached;
        if (seconder is { } person) await mail.AskSupport(election, added.Value, person);
        return election.Id;
    }
}
