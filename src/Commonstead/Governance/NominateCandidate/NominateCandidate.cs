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

    /// <summary>The candidate signed the nomination; else the candidate is asked by mail.</summary>
    [Display(Name = "The candidate’s signed consent is at hand")]
    public bool HasConsent { get; set; }

    /// <summary>The day on which it was received.</summary>
    [Required(ErrorMessage = "Enter the day on which it was received."), Display(Name = "Received on")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>The hour, where the trust is.</summary>
    [Required(ErrorMessage = "Enter the hour at which it was received."), Display(Name = "Received at")]
    public TimeOnly? ReceivedAt { get; set; }

    /// <summary>Who received it.</summary>
    [Required(ErrorMessage = "Enter who received it."), Display(Name = "Received by")]
    [StringLength(120, ErrorMessage = "The name is longer than 120 characters.")]
    public string ReceivedBy { get; set; } = "";
}

/// <summary>
/// Enters a nomination that was handed in on paper, also after nominations closed when it was received before. Those
/// whom it names as proposer and seconder are told; a candidate whose signature is missing is asked.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Candidate nominated")]
public sealed class NominateCandidate(ElectionBook book, NominationRules rules, ElectionMail mail, Acting acting)
    : IOperation<NominateCandidateInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(NominateCandidateInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (acting.Profile.InstantOf(input.ReceivedOn!.Value, input.ReceivedAt!.Value) is not { } received)
            return new Refusal(NominationRefusal.NoSuchHour, input.ReceivedAt);
        // After the hour nobody can consent any more.
        if (!input.HasConsent && acting.Now >= election.NominationsUntil) return NominationRefusal.ConsentMissing;
        var proposer = await rules.Elector(election, nameof(input.Proposer), input.Proposer);
        if (!proposer.IsDone) return Outcome<ElectionId>.Refused(proposer.Refusals);
        var seconder = await rules.Elector(election, nameof(input.Seconder), input.Seconder);
        if (!seconder.IsDone) return Outcome<ElectionId>.Refused(seconder.Refusals);
        var candidate = new NewCandidate(input.Person!.Value, input.Name, input.Statement)
        {
            Proposer = proposer.Value,
            Seconder = seconder.Value,
            Consents = input.HasConsent,
            Received = (received, input.ReceivedBy.Trim()),
        };
        var added = await rules.Add(election, candidate);
        if (!added.IsDone) return Outcome<ElectionId>.Refused(added.Refusals);
        if (!input.HasConsent && await mail.AskConsent(election, added.Value) == 0) return NominationRefusal.NotReached;
        await mail.TellNamed(election, added.Value);
        return election.Id;
    }
}
