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

    /// <summary>Who is asked to propose her: a number in the register of members, or a whole name.</summary>
    [Display(Name = "Who shall propose you")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    public string? Proposer { get; set; }

    /// <summary>Who is asked to second her.</summary>
    [Display(Name = "Who shall second you")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    public string? Seconder { get; set; }
}

/// <summary>
/// A member stands for election herself; two others have then to propose and second her. Those she names are asked by
/// mail, and anybody else who votes in the election can.
/// </summary>
[Needs(GovernancePermission.See)]
[Does("Candidate stood for election")]
public sealed class StandForElection(ElectionBook book, NominationRules rules, ElectionMail mail, Acting acting)
    : IOperation<StandForElectionInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(StandForElectionInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        if (acting.Actor.Person is not { } own) return NominationRefusal.PersonUnknown;
        var asked = new List<PersonId>();
        (string Field, string? Typed)[] named =
            [(nameof(input.Proposer), input.Proposer), (nameof(input.Seconder), input.Seconder)];
        foreach (var (field, typed) in named)
        {
            if (string.IsNullOrWhiteSpace(typed)) continue;
            var elector = await rules.Elector(found.Value, field, typed);
            if (!elector.IsDone) return Outcome<ElectionId>.Refused(elector.Refusals);
            asked.Add(elector.Value);
        }

        if (NominationRules.AreTheSame([new PersonId(own), .. asked])) return NominationRefusal.SupporterTwice;
        var added = await rules.Add(found.Value, new NewCandidate(new PersonId(own), input.Name, input.Statement));
        if (!added.IsDone) return Outcome<ElectionId>.Refused(added.Refusals);
        foreach (var person in asked) await mail.AskSupport(found.Value, added.Value, person);
        return found.Value.Id;
    }
}
