using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A version of the bylaws that is to hold.</summary>
public sealed class PutBylawsInForceInput : IBylawsInput
{
    /// <inheritdoc/>
    public BylawsId Bylaws { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>The first day.</summary>
    [Required(ErrorMessage = "Enter the day from which it holds."), Display(Name = "In force from")]
    public DateOnly? From { get; set; }
}

/// <summary>Why a version of the bylaws is not put in force.</summary>
public enum PutBylawsInForceRefusal
{
    /// <summary>The bylaws change only as they themselves say.</summary>
    [Says("The bylaws change only by the resolution that they themselves ask for. Propose this draft first.")]
    NoResolution,

    /// <summary>The vote has not come to its end.</summary>
    [Says("The resolution that would permit it has not passed.")]
    NotPassed,

    /// <summary>It holds already, or was given up.</summary>
    [Says("This version is in force, or was given up.", Kind = RefusalKind.Conflict)]
    OverAlready,

    /// <summary>A table with errors decides nothing.</summary>
    [Says("The draft has errors. Its page names them.")]
    HasErrors,

    /// <summary>Nothing holds before it was resolved, or before what holds now.</summary>
    [Says("Enter a day from {0}.", Field = nameof(PutBylawsInForceInput.From))]
    TooEarly,
}

/// <summary>
/// Puts a version of the bylaws in force: the first one as the trust brings it with it, every other one by the
/// resolution that permits it.
/// </summary>
[Needs(GovernancePermission.Keep)]
[Does("Bylaws put in force")]
public sealed class PutBylawsInForce(TrustDb db, Acting acting, BylawBook book)
    : IOperation<PutBylawsInForceInput, BylawsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<BylawsId>> Run(PutBylawsInForceInput input)
    {
        if (await db.Set<Bylaws>().FirstOrDefaultAsync(b => b.Id == input.Bylaws) is not { } bylaws)
            return CommonRefusal.NotFound;
        if (bylaws.State is BylawsState.InForce or BylawsState.Dropped) return PutBylawsInForceRefusal.OverAlready;
        if (bylaws.Version != input.Version) return Refusal.ChangedSince(bylaws, input.Version, "the bylaws");
        var latest = await db.Set<Bylaws>().Where(b => b.State == BylawsState.InForce).MaxAsync(b => b.From);
        var earliest = latest?.AddDays(1);
        if (latest is not null)
        {
            if (bylaws.Resolution is not { } id) return PutBylawsInForceRefusal.NoResolution;
            var resolution = await db.Set<Resolution>().FirstAsync(r => r.Id == id);
            if (resolution.State is not ResolutionState.Passed) return PutBylawsInForceRefusal.NotPassed;
            if (resolution.SettledOn > earliest) earliest = resolution.SettledOn;
            resolution.CarriedOutOn = acting.Today;
        }

        if (bylaws.Rules.Errors([.. (await book.VotingClasses()).Select(c => c.Code)]).Any())
            return PutBylawsInForceRefusal.HasErrors;
        var from = input.From!.Value;
        if (from < earliest) return new Refusal(PutBylawsInForceRefusal.TooEarly, earliest);
        (bylaws.State, bylaws.From) = (BylawsState.InForce, from);
        return bylaws.Id;
    }
}
