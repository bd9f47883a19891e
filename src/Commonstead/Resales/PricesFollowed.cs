using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Lets a resale follow what becomes of its price, and offers its appraisal to the price's working.</summary>
public sealed class PricesFollowed(TrustDb db, Acting acting, ResaleBoard board, ResaleWork work)
    : IHandles<DeterminationApproved>, IHandles<DeterminationVoided>, ISaleFacts
{
    /// <summary>The open resale of the lease sells under the price from now on.</summary>
    public async Task<IReadOnlyList<Refusal>> Handle(DeterminationApproved happened)
    {
        if (await OpenOf(happened.Lease) is not { } resale) return [];
        resale.Determination = happened.Determination;
        if (resale.AskedPrice is null || resale.AskedPrice > happened.MaximumPrice) resale.AskedPrice =
            happened.MaximumPrice;
        ResaleWork.Settle(resale, StepKind.Determination, StepState.Done, acting.Today);
        StepPlan.Reached(resale, ResaleMilestone.Price, acting.Today, await board.Settings());
        work.Happened(resale, acting.Today, "Maximum price approved.", happened.MaximumPrice.ToString());
        return [];
    }

    /// <summary>The open resale of the lease has no price any more.</summary>
    public async Task<IReadOnlyList<Refusal>> Handle(DeterminationVoided happened)
    {
        if (await OpenOf(happened.Lease) is not { } resale || resale.Determination != happened.Determination) return [];
        resale.Determination = null;
        resale.AskedPrice = null;
        ResaleWork.Settle(resale, StepKind.Determination, StepState.Open, acting.Today);
        work.Happened(resale, acting.Today, "Maximum price voided.");
        return [];
    }

    /// <summary>The appraisal that the open resale goes by.</summary>
    public async Task<IReadOnlyDictionary<string, StatedFact>> Of(LeaseId lease)
    {
        var facts = new Dictionary<string, StatedFact>(StringComparer.Ordinal);
        var used = await db.Set<Resale>().AsNoTracking().Where(r => r.Lease == lease && r.State == ResaleState.Open)
            .Select(r => r.Appraisal).FirstOrDefaultAsync();
        if (await board.Appraisal(used) is not { } appraisal) return facts;
        facts["market_value"] = facts["appraisal_at_sale"] = new StatedFact(Text(appraisal.Value), appraisal.Citation);
        if (appraisal.LandValue is { } land) facts["land_value"] = new StatedFact(Text(land), appraisal.Citation);
        if (appraisal.ValueAdded is not { } added) return facts;
        // What the owner's improvements added is credited whole, so it may not also count in the rise she shares.
        facts["improvements_value"] = new StatedFact(Text(added), appraisal.Citation);
        facts["appraisal_at_sale"] = new StatedFact(Text(appraisal.Value - added),
            $"{appraisal.Citation}: {Text(appraisal.Value)} less {Text(added)} added by improvements");
        return facts;
    }

    private static string Text(Core.Money money) => money.ToInvariant();

    private Task<Resale?> OpenOf(LeaseId lease) => db.Set<Resale>().Include(r => r.Steps)
        .FirstOrDefaultAsync(r => r.Lease == lease && r.State == ResaleState.Open);
}
