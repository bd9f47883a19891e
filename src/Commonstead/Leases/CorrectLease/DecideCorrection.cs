using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>A second person's decision on a correction.</summary>
public sealed class DecideCorrectionInput
{
    /// <summary>The correction.</summary>
    public CorrectionId Correction { get; set; }

    /// <summary>The correction's version, as the person saw it.</summary>
    public int Version { get; set; }

    /// <summary>True to approve, false to decline.</summary>
    [Display(Name = "Approve")]
    public bool Approve { get; set; }
}

/// <summary>Why a correction is not decided.</summary>
public enum DecideCorrectionRefusal
{
    /// <summary>It takes two people.</summary>
    [Says("You proposed this correction yourself. Somebody else must decide on it.", Kind = RefusalKind.NotAllowed)]
    OwnProposal,

    /// <summary>A decision is final.</summary>
    [Says("This correction was decided already: {0}.", Kind = RefusalKind.Conflict)]
    AlreadyDecided,

    /// <summary>The fact was superseded meanwhile.</summary>
    [Says("The fact no longer stands; the correction has nothing to supersede. Decline it.",
        Kind = RefusalKind.Conflict)]
    FactDoesNotStand,

    /// <summary>A lease ends after it starts.</summary>
    [Says("With this the lease would end before it starts. Decline it.")]
    EndsBeforeStart,

    /// <summary>One home, one lease at a time.</summary>
    [Says("With this lease {0} would bind the home at the same time. Decline it, or correct that lease first.")]
    HomeUnderLease,
}

/// <summary>Approves or declines a correction that somebody else proposed; approved, it takes effect at once.</summary>
[Needs(LeasePermission.ApproveCorrection)]
[Does("Correction of a lease decided")]
public sealed class DecideCorrection(TrustDb db, Acting acting, HolderEvents holders)
    : IOperation<DecideCorrectionInput, CorrectionId>
{
    /// <inheritdoc/>
    public async Task<Outcome<CorrectionId>> Run(DecideCorrectionInput input)
    {
        var correction = await db.Set<Correction>().FirstOrDefaultAsync(c => c.Id == input.Correction);
        if (correction is null) return CommonRefusal.NotFound;
        if (correction.State != CorrectionState.Waiting)
            return new Refusal(DecideCorrectionRefusal.AlreadyDecided, correction.State);
        if (correction.ProposedBy == acting.Actor.Key) return DecideCorrectionRefusal.OwnProposal;
        if (correction.Version != input.Version)
            return Refusal.ChangedSince(correction, input.Version, "the correction");
        correction.Decide(input.Approve, acting.Actor.Name, acting.Now);
        if (!input.Approve) return correction.Id;
        var refused = correction.Fact is { } fact ? await Supersede(correction, fact) : await Apply(correction);
        if (refused is not null) return refused;
        return await holders.Raise() is { Count: > 0 } unfollowed
            ? Outcome<CorrectionId>.Refused(unfollowed) : correction.Id;
    }

    private async Task<Refusal?> Supersede(Correction correction, LeaseFactId id)
    {
        var wrong = await db.Set<LeaseFact>().FirstAsync(f => f.Id == id);
        if (wrong.SupersededAt is not null) return new Refusal(DecideCorrectionRefusal.FactDoesNotStand);
        var right = new LeaseFact
        {
            Lease = correction.Lease,
            Name = correction.Subject,
            Text = correction.NewText,
            Source = correction.Source,
            HoldsFrom = correction.HoldsFrom,
            LearnedAt = acting.Now,
        };
        wrong.GiveWayTo(right, acting.Now);
        db.Add(right);
        return null;
    }

    private async Task<Refusal?> Apply(Correction correction)
    {
        var lease = await db.Set<Lease>().FirstAsync(l => l.Id == correction.Lease);
        TermText.Apply(lease, correction.Term!.Value, correction.NewText, acting.Today, correction.Reason);
        if (lease.Standing == LeaseStanding.Void) return null;
        if (lease.EndsOn < lease.StartsOn || lease.EndedOn < lease.StartsOn)
            return new Refusal(DecideCorrectionRefusal.EndsBeforeStart);
        var period = LeasePeriod.Of(lease.Home, lease.Number, lease.StartsOn, lease.EndsOn, lease.EndedOn);
        var others = await db.Set<Lease>().AsNoTracking()
            .Where(l => l.Home == lease.Home && l.Id != lease.Id && l.Standing != LeaseStanding.Void)
            .Select(l => new { l.Number, l.StartsOn, l.EndsOn, l.EndedOn }).ToListAsync();
        var clash = others.ConvertAll(o => LeasePeriod.Of(lease.Home, o.Number, o.StartsOn, o.EndsOn, o.EndedOn))
            .Find(o => o.From <= period.Until && period.From <= o.Until);
        return clash is null ? null : new Refusal(DecideCorrectionRefusal.HomeUnderLease, clash.Number);
    }
}
