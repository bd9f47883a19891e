using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Why a price is not approved for what a resale knows of its appraisal.</summary>
public enum PriceFollowedRefusal
{
    /// <summary>Nobody knows yet which value counts.</summary>
    [Says("The owner disputes the appraisal since {0}. The price waits until that is settled.")]
    AppraisalDisputed,

    /// <summary>It was computed from the value in dispute.</summary>
    [Says("This price was made before the dispute about the appraisal was settled on {0}. Make it anew.")]
    MadeBeforeSettlement,
}

/// <summary>Lets a resale follow what becomes of its price, and offers its appraisal to the price's working.</summary>
public sealed class PricesFollowed(TrustDb db, Acting acting, ResaleBoard board, ResaleWork work)
    : IHandles<DeterminationApproved>, IHandles<DeterminationVoided>, ISaleFacts,
        IPermitsApproval
{
    private const string PriceApproved = "Maximum price approved: {0}.";
    private const string PriceVoided = "Maximum price voided.";

    /// <summary>What a resale's history says of its price; a lease's story has it from the price itself.</summary>
    internal static IReadOnlyList<string> OfPrices { get; } = [PriceApproved, PriceVoided];

    /// <summary>The open resale of the lease sells under the price from now on.</summary>
    public async Task<IReadOnlyList<Refusal>> Handle(DeterminationApproved happened)
    {
        if (await OpenOf(happened.Lease) is not { } resale) return [];
        resale.Determination = happened.Determination;
        ResaleWork.Settle(resale, StepKind.Determination, StepState.Done, acting.Today);
        StepPlan.Reached(resale, ResaleMilestone.Price, acting.Today);
        work.Happened(resale, acting.Today, new Sentence(PriceApproved, happened.MaximumPrice));
        return [];
    }

    /// <summary>The open resale of the lease has no price any more.</summary>
    public async Task<IReadOnlyList<Refusal>> Handle(DeterminationVoided happened)
    {
        if (await OpenOf(happened.Lease) is not { } resale || resale.Determination != happened.Determination) return [];
        resale.Determination = null;
        ResaleWork.Settle(resale, StepKind.Determination, StepState.Open, acting.Today);
        work.Happened(resale, acting.Today, PriceVoided);
        return [];
    }

    /// <summary>
    /// Nothing is approved while the appraisal is in dispute, nor what was made before that was settled.
    /// </summary>
    public async Task<Refusal?> Hinders(LeaseId lease, DateTime madeAt)
    {
        var used = await db.Set<Resale>().AsNoTracking().Where(r => r.Lease == lease && r.State == ResaleState.Open)
            .Select(r => r.Appraisal).FirstOrDefaultAsync();
        if (used is null || await board.DisputeOf(used) is not { } dispute) return null;
        if (dispute.IsOpen) return new Refusal(PriceFollowedRefusal.AppraisalDisputed, dispute.DisputedOn);
        return madeAt < dispute.SettledAt
            ? new Refusal(PriceFollowedRefusal.MadeBeforeSettlement, dispute.SettledOn!)
            : null;
    }

    /// <summary>An appraisal that a lease asks for, and a settled dispute, are not a steward's to replace.</summary>
    public bool Binds => true;

    /// <summary>The appraisal that the open resale goes by.</summary>
    public async Task<IReadOnlyDictionary<string, StatedFact>> Of(LeaseId lease)
    {
        var facts = new Dictionary<string, StatedFact>(StringComparer.Ordinal);
        var used = await db.Set<Resale>().AsNoTracking().Where(r => r.Lease == lease && r.State == ResaleState.Open)
            .Select(r => r.Appraisal).FirstOrDefaultAsync();
        if (await board.Appraisal(used) is not { } appraisal) return facts;
        var dispute = await board.DisputeOf(appraisal.Id);
        if (dispute is { IsOpen: true }) return facts;
        var citation = dispute is null ? appraisal.Citation : await Citation(dispute, appraisal);
        var value = dispute?.SettledValue ?? appraisal.Value;
        facts["market_value"] = facts["appraisal_at_sale"] = new StatedFact(Text(value), citation);
        if ((dispute is null ? appraisal.LandValue : dispute.SettledLand) is { } land)
            facts["land_value"] = new StatedFact(Text(land), citation);
        if ((dispute is null ? appraisal.ValueAdded : dispute.SettledAdded) is not { } added) return facts;
        // What the owner's improvements added is credited whole, so it may not also count in the rise she shares.
        facts["improvements_value"] = new StatedFact(Text(added), citation);
        facts["appraisal_at_sale"] = new StatedFact(Text(value - added),
            $"{citation}: {Text(value)} less {Text(added)} added by improvements");
        return facts;
    }

    private async Task<string> Citation(AppraisalDispute dispute, Appraisal first)
    {
        var second = (await board.Appraisal(dispute.Second))!;
        return await board.Appraisal(dispute.Third) is { } third
            ? $"third {third.Citation}, which decided the dispute of {dispute.DisputedOn:yyyy-MM-dd}"
            : dispute.Settlement == DisputeSettlement.Average
                ? $"average of {first.Citation}, and {second.Citation}"
                : $"{first.Citation}, and {second.Citation}, which agree";
    }

    private static string Text(Core.Money money) => money.ToInvariant();

    private Task<Resale?> OpenOf(LeaseId lease) => db.Set<Resale>().Include(r => r.Steps)
        .FirstOrDefaultAsync(r => r.Lease == lease && r.State == ResaleState.Open);
}
