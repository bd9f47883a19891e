using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>Nominations to close.</summary>
public sealed class CloseNominationsInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>What the order on the paper was drawn from in public.</summary>
    [StringLength(200, ErrorMessage = "What the lot was drawn from is longer than 200 characters.")]
    [Display(Name = "What the lot was drawn from")]
    public string? LotSeed { get; set; }
}

/// <summary>Why nominations are not closed.</summary>
public enum CloseNominationsRefusal
{
    /// <summary>Everybody was told an hour.</summary>
    [Says("Nominations are taken until the hour at which they close.", Kind = RefusalKind.Conflict)]
    StillOpen,

    /// <summary>Nobody chooses who stands first.</summary>
    [Says("There are more candidates than seats, and their order on the paper is drawn. Draw a lot in public, such as "
        + "dice thrown before witnesses, and enter what came out.", Field = nameof(CloseNominationsInput.LotSeed))]
    LotMissing,
}

/// <summary>
/// Closes nominations after their hour. Where no more stand than there are seats they are declared elected without a
/// poll, and the seats left over are vacant; else the paper is fixed, in its order.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Nominations closed")]
public sealed class CloseNominations(ElectionBook book, Acting acting) : IOperation<CloseNominationsInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(CloseNominationsInput input)
    {
        var found = await book.At(input.Election, ElectionState.Nominations);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        if (acting.Now < election.NominationsUntil) return CloseNominationsRefusal.StillOpen;
        var standing = InOrder(election);
        if (standing.Count <= election.Seats)
            return await book.Declare(election, standing) is { } refusal ? refusal : election.Id;
        if (election.Order is PaperOrder.Alphabet)
        {
            standing = [.. standing.OrderBy(n => n.Name, StringComparer.OrdinalIgnoreCase)];
        }
        else
        {
            var seed = input.LotSeed?.Trim() ?? "";
            if (seed.Length == 0) return CloseNominationsRefusal.LotMissing;
            election.LotSeed = seed;
            standing = [.. Lot.FromSeed(seed, standing.Count).Order.Select(place => standing[place])];
        }

        foreach (var (index, one) in standing.Index()) one.Place = index + 1;
        election.State = ElectionState.Poll;
        return election.Id;
    }

    /// <summary>
    /// The nominations that are complete, in an order that anybody can see and a lot can draw from: as they came in.
    /// </summary>
    internal static List<Nomination> InOrder(Election election) =>
        [.. election.Nominations.Where(n => n.IsComplete).OrderBy(n => n.At).ThenBy(n => n.Id.Value)];
}
