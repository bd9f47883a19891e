using System.ComponentModel.DataAnnotations;
using Commonstead.Ballots;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Governance;

/// <summary>A vacant seat of an election, to be filled by its papers.</summary>
public sealed class CountBackInput : IElectionInput
{
    /// <inheritdoc/>
    public ElectionId Election { get; set; }

    /// <summary>What a lot was drawn from in public, when candidates are equal in everything.</summary>
    [StringLength(200, ErrorMessage = "What the lot was drawn from is longer than 200 characters.")]
    [Display(Name = "What the lot was drawn from")]
    public string? LotSeed { get; set; }
}

/// <summary>
/// Fills a seat that somebody elected did not take or left, as the bylaws have it: the papers are counted again without
/// them, and whoever is then elected and holds no seat yet takes it for the rest of the term.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Seat filled by counting an election’s papers again")]
public sealed class CountBack(TrustDb db, Acting acting, ElectionBook book, CountBacks counts, BylawBook bylaws)
    : IOperation<CountBackInput, ElectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ElectionId>> Run(CountBackInput input)
    {
        var found = await book.At(input.Election, ElectionState.Declared);
        if (!found.IsDone) return Outcome<ElectionId>.Refused(found.Refusals);
        var election = found.Value;
        var seed = input.LotSeed?.Trim();
        var answer = await counts.Next(election, string.IsNullOrEmpty(seed) ? null : seed);
        if (!answer.IsDone) return Outcome<ElectionId>.Refused(answer.Refusals);
        var (next, without, ineligible, _, count) = answer.Value;
        var seat = answer.Value.Seat;
        foreach (var one in ineligible)
            (one.DeclinedOn, one.DeclinedWhy) = (acting.Today, SeatEnd.Ineligible);
        var term = new Directorship
        {
            Person = next.Person,
            Class = election.Class,
            Basis = SeatBasis.Elected,
            From = counts.FirstDay(election),
            Until = election.Until,
            Note = $"{election.Title} (− {string.Join(", ", without.Select(n => n.Name))})",
        };
        db.Add(term);
        db.Add(new CountedBack
        {
            Election = election.Id,
            Seated = next.Id,
            InPlaceOf = seat.Of?.Id,
            VacantOn = seat.On,
            Bylaws = (await bylaws.VersionOn(seat.On))?.Id,
            On = acting.Today,
            From = term.From,
            Count = CountReport.Of(count).ToJson(),
        });
        next.ElectedAs = election.Nominations.Max(n => n.ElectedAs ?? 0) + 1;
        next.Term = term.Id;
        election.Vacant = Math.Max(0, election.Seats - (await counts.Holders(election)).Count);
        return election.Id;
    }
}
