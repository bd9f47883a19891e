using Commonstead.Core;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Resales;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>Why a closing cannot be followed in the register of leases; it then does not close.</summary>
public enum FollowResaleRefusal
{
    /// <summary>The seller's lease must be there and in force.</summary>
    [Says("The seller's lease is not in force, so it cannot pass to the buyer.", Kind = RefusalKind.Conflict)]
    LeaseNotInForce,

    /// <summary>A home does not change hands before its lease began.</summary>
    [Says("Lease {0} began on {1}; it cannot pass to the buyer before.")]
    ClosedBeforeStart,

    /// <summary>Numbers tell leases apart.</summary>
    [Says("There is a lease with the number {0} already. Choose another number for the new lease.")]
    NewNumberTaken,

    /// <summary>The buyer's lease has ended or passed on; the closing can no longer be put back.</summary>
    [Says("The buyer's lease has changed since the closing, so the closing cannot be put back.",
        Kind = RefusalKind.Conflict)]
    BuyersLeaseChanged,
}

/// <summary>
/// Follows a closing: the seller's lease ends and the buyer gets one on the same terms, or the lease passes to the
/// buyer.
/// A voided closing is put back.
/// </summary>
internal sealed class FollowResale(TrustDb db, Acting acting, IPeople people, IRuleBook rules, HolderEvents changes)
    : IHandles<ResaleClosed>, IHandles<ClosingVoided>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(ResaleClosed happened)
    {
        var lease = await db.Set<Lease>().FirstOrDefaultAsync(l => l.Id == happened.Lease);
        if (lease is null || !lease.IsOpen) return [new Refusal(FollowResaleRefusal.LeaseNotInForce)];
        if (happened.ClosedOn < lease.StartsOn)
            return [new Refusal(FollowResaleRefusal.ClosedBeforeStart, lease.Number, lease.StartsOn)];
        var number = happened.NewLeaseNumber?.Trim();
        if (number is not null && await db.Set<Lease>().AnyAsync(l => l.Number == number))
            return [new Refusal(FollowResaleRefusal.NewNumberTaken, number)];
        await EndHoldings(lease.Id, happened);

        // A buyer's entry may have been merged into another since the resale named them.
        var kept = await people.Kept(happened.Buyers);
        List<PersonId> holders = [.. happened.Buyers.Select(b => kept.GetValueOrDefault(b, b)).Distinct()];
        var buyers = await people.Names(holders);
        var follows = lease;
        if (happened.NewLease is { } id)
        {
            follows = NewLease(lease, id, number ?? $"{lease.Number}-{happened.ClosedOn:yyyyMMdd}", happened.ClosedOn);
            lease.End(happened.ClosedOn, EndReason.Resale, null, happened.Resale);
            db.Add(follows);
            await CopyFee(lease.Id, follows);
        }

        db.AddRange(holders.Select((buyer, place) => HoldingOf(follows.Id, buyer, place, happened)));
        follows.HolderNames = Holders.Line(holders.Select(b => buyers.GetValueOrDefault(b, "?")));
        follows.RenewSearch();
        await AddFacts(lease, follows, happened);
        return await changes.Raise();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Refusal>> Handle(ClosingVoided happened)
    {
        var lease = await db.Set<Lease>().FirstAsync(l => l.Id == happened.Lease);
        if (happened.NewLease is { } id)
        {
            var issued = await db.Set<Lease>().FirstAsync(l => l.Id == id);
            if (!issued.IsOpen || lease.EndedBy != happened.Resale)
                return [new Refusal(FollowResaleRefusal.BuyersLeaseChanged)];
            issued.Void(happened.VoidedOn, "The closing it was issued at was voided");
            lease.Reopen();
        }
        else if (!await WithdrawHoldings(lease.Id, happened.Resale))
            return [new Refusal(FollowResaleRefusal.BuyersLeaseChanged)];

        await RestoreHoldings(lease, happened.Resale);
        await foreach (var fact in db.Set<LeaseFact>()
            .Where(f => f.Lease == lease.Id && f.LearnedFrom == happened.Resale).AsAsyncEnumerable())
            fact.Withdraw(acting.Now);
        return await changes.Raise();
    }

    private static Lease NewLease(Lease old, LeaseId id, string number, DateOnly from)
    {
        var months = CalendarMath.WholeMonths(old.StartsOn, old.EndsOn.AddDays(1));
        return new Lease
        {
            Id = id,
            Number = number,
            Instrument = old.Instrument,
            Parcel = old.Parcel,
            Home = old.Home,
            StartsOn = from,
            EndsOn = CalendarMath.AddMonths(from, Math.Max(1, months)).AddDays(-1),
            Follows = old.Id,
            RuleHash = old.RuleHash,
            IncomeLimitPercent = old.IncomeLimitPercent,
            Area = old.Area,
            TransferFeePercent = old.TransferFeePercent,
            AppraisalBasis = old.AppraisalBasis,
            OccupancyMonths = old.OccupancyMonths,
            ImprovementNoticeAbove = old.ImprovementNoticeAbove,
            LenderMarginYears = old.LenderMarginYears,
            RenewalYears = old.RenewalYears,
            RenewalNoticeOpensDays = old.RenewalNoticeOpensDays,
            RenewalNoticeClosesDays = old.RenewalNoticeClosesDays,
            HomeNumber = old.HomeNumber,
            HomeAddress = old.HomeAddress,
        };
    }

    private static Holding HoldingOf(LeaseId lease, PersonId buyer, int place, ResaleClosed happened) => new()
    {
        Lease = lease,
        Person = buyer,
        Tenancy = Tenancy.Joint,
        From = happened.ClosedOn,
        Place = place + 1,
        BegunBy = happened.Resale,
    };

    private async Task EndHoldings(LeaseId lease, ResaleClosed happened)
    {
        var lastDay = happened.ClosedOn.AddDays(-1);
        await foreach (var holding in db.Set<Holding>()
            .Where(h => h.Lease == lease && (h.Until == null || h.Until > lastDay)).AsAsyncEnumerable())
            (holding.Until, holding.EndedBy) = (lastDay, happened.Resale);
    }

    private async Task RestoreHoldings(Lease lease, ResaleId resale)
    {
        var restored = await db.Set<Holding>().Where(h => h.Lease == lease.Id && h.EndedBy == resale
            && h.BegunBy != resale)
            .OrderBy(h => h.Place).ToListAsync();
        foreach (var holding in restored) (holding.Until, holding.EndedBy) = (null, null);
        var names = await people.Names([.. restored.Select(h => h.Person)]);
        lease.HolderNames = Holders.Line(restored.Select(h => names.GetValueOrDefault(h.Person, "?")));
        lease.RenewSearch();
    }

    // A holding that never took effect ends the day before it began.
    private async Task<bool> WithdrawHoldings(LeaseId lease, ResaleId resale)
    {
        var begun = await db.Set<Holding>().Where(h => h.Lease == lease && h.BegunBy == resale).ToListAsync();
        if (begun.Count == 0 || begun.Exists(h => h.Until is not null)) return false;
        foreach (var holding in begun) (holding.Until, holding.EndedBy) = (holding.From.AddDays(-1), resale);
        return true;
    }

    private async Task CopyFee(LeaseId from, Lease to)
    {
        var fee = await db.Set<LeaseFee>().AsNoTracking()
            .Where(f => f.Lease == from && f.From <= to.StartsOn).OrderByDescending(f => f.From).FirstOrDefaultAsync();
        if (fee is null) return;
        db.Add(new LeaseFee
        {
            Lease = to.Id,
            From = to.StartsOn,
            Amount = fee.Amount,
            Frequency = fee.Frequency,
            DueDay = fee.DueDay,
            GraceDays = fee.GraceDays,
            LateFee = fee.LateFee,
            Source = "As in the lease before",
        });
    }

    private async Task AddFacts(Lease old, Lease follows, ResaleClosed happened)
    {
        var stated = await db.Set<LeaseFact>().AsNoTracking()
            .Where(f => f.Lease == old.Id && f.SupersededAt == null && f.HoldsFrom <= happened.ClosedOn).ToListAsync();
        var latest = stated.GroupBy(f => f.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(f => f.HoldsFrom)!, StringComparer.Ordinal);
        var rule = old.RuleHash is { } hash ? await rules.Document(hash) : null;
        foreach (var next in BuyersFacts.Of(old, rule, latest, happened, isNewLease: old.Id != follows.Id,
            acting.Profile.Country))
        {
            db.Add(new LeaseFact
            {
                Lease = follows.Id,
                Name = next.Name,
                Text = next.Text,
                Source = next.Source,
                HoldsFrom = happened.ClosedOn,
                LearnedAt = acting.Now,
                LearnedFrom = happened.Resale,
            });
        }
    }
}
