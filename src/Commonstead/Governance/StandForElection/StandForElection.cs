using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Somebody who stands for election.</summary>
public sealed class StandForElectionInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>The name on the paper; empty for the name in the register.</summary>
    [Display(Name = "Name on the paper"), StringLength(100, ErrorMessage = "The name is longer than 100 characters.")]
    public string? Name { get; set; }

    /// <summary>What the candidate says to the voters.</summary>
    [Display(Name = "Statement to the voters"), DataType(DataType.MultilineText)]
    [StringLength(2_000, ErrorMessage = "The statement is longer than 2,000 characters.")]
    public string? Statement { get; set; }
}

/// <summary>A member stands for election herself; two others have then to propose and second her.</summary>
[Needs(GovernancePermission.See)]
[Does("Candidate stood for election")]
public sealed class StandForElection(ElectionBook book, NominationRules rules, Acting acting)
    : IOperation<StandForElectionInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(StandForElectionInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        if (acting.Actor.Person is not { } own) return NominationRefusal.PersonUnknown;
        var added = await rules.Add(found.Value, new NewCandidate(new PersonId(own), input.Name, input.Statement));
        return added.IsDone ? found.Value.Id : Outcome<ElectionId>.Refused(added.Refusals);
    }
}
