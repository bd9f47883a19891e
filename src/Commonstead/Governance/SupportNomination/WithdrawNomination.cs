using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A nomination to withdraw.</summary>
public sealed class WithdrawNominationInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>The nomination.</summary>
    public NominationId Nomination { get; set; }
}

/// <summary>
/// A candidate withdraws before the paper is fixed, herself or by whoever keeps the election; anybody else's nomination
/// does not exist for her.
/// </summary>
[Needs(GovernancePermission.See)]
[Does("Nomination withdrawn")]
public sealed class WithdrawNomination(ElectionBook book, Acting acting)
    : IOperation<WithdrawNominationInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(WithdrawNominationInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        if (found.Value.Nominations.Find(n => n.Id == input.Nomination) is not { } nomination
            || (!acting.Actor.May(GovernancePermission.Keep) && nomination.Person.Value != acting.Actor.Person))
        {
            return CommonRefusal.NotFound;
        }

        if (!nomination.IsOpen) return NominationRefusal.Withdrawn;
        nomination.WithdrawnAt = acting.Now;
        return found.Value.Id;
    }
}
