using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A nomination as it was handed in on paper.</summary>
public sealed class NominateCandidateInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>The candidate.</summary>
    [Required(ErrorMessage = "Choose the candidate."), Display(Name = "Candidate")]
    public PersonId? Person { get; set; }

    /// <summary>The name on the paper; empty for the name in the register.</summary>
    [Display(Name = "Name on the paper"), StringLength(100, ErrorMessage = "The name is longer than 100 characters.")]
    public string? Name { get; set; }

    /// <summary>Who proposes them: a number in the register of members, or a whole name.</summary>
    [Required(ErrorMessage = "Enter the proposer."), Display(Name = "Proposer")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    public string Proposer { get; set; } = "";

    /// <summary>Who seconds them.</summary>
    [Required(ErrorMessage = "Enter the seconder."), Display(Name = "Seconder")]
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    public string Seconder { get; set; } = "";

    /// <summary>What the candidate says to the voters.</summary>
    [Display(Name = "Statement to the voters"), DataType(DataType.MultilineText)]
    [StringLength(2_000, ErrorMessage = "The statement is longer than 2,000 characters.")]
    public string? Statement { get; set; }

    /// <summary>The candidate signed the nomination.</summary>
    [Display(Name = "The candidate’s signed consent is at hand")]
    public bool HasConsent { get; set; }
}

/// <summary>Enters a nomination that was handed in on paper.</summary>
[Needs(GovernancePermission.Keep)]
[Does("Candidate nominated")]
public sealed class NominateCandidate(ElectionBook book, NominationRules rules)
    : IOperation<NominateCandidateInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(NominateCandidateInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (!input.HasConsent) return NominationRefusal.ConsentMissing;
        var proposer = await rules.Elector(election, nameof(input.Proposer), input.Proposer);
        if (!proposer.IsDone) return Outcome<ElectionId>.Refused(proposer.Refusals);
        var seconder = await rules.Elector(election, nameof(input.Seconder), input.Seconder);
        if (!seconder.IsDone) return Outcome<ElectionId>.Refused(seconder.Refusals);
        var candidate = new NewCandidate(input.Person!.Value, input.Name, input.Statement)
        {
            Proposer = proposer.Value,
            Seconder = seconder.Value,
        };
        var added = await rules.Add(election, candidate);
        return added.IsDone ? election.Id : Outcome<ElectionId>.Refused(added.Refusals);
    }
}
