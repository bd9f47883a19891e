using System.ComponentModel.DataAnnotations;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Pricing;

/// <summary>What a price is computed from, beside the lease itself.</summary>
public sealed class MakeDeterminationInput
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; set; }

    /// <summary>The day to compute for.</summary>
    [Display(Name = "Price on")]
    public DateOnly AsOf { get; set; }

    /// <summary>Only figures published by this day are used.</summary>
    [Display(Name = "Figures published by")]
    public DateOnly KnownBy { get; set; }

    /// <summary>The facts the lease does not state.</summary>
    [MaxLength(100, ErrorMessage = "At most 100 facts can be entered.")]
    public List<EnteredGiven> Givens { get; set; } = [];
}

/// <summary>
/// Why a determination is not made; <see cref="WorkingRefusal"/> adds why a price cannot be computed.
/// </summary>
public enum MakeDeterminationRefusal
{
    /// <summary>No such lease, or none the actor may know of.</summary>
    [Says("There is no such lease.", Kind = RefusalKind.NotFound)]
    NoLease,

    /// <summary>The lease has come to an end.</summary>
    [Says("Lease {0} ended on {1}; nothing can be sold under it.")]
    LeaseEnded,

    /// <summary>A fact was entered without saying where it comes from.</summary>
    [Says("Say where {0} comes from: the document, its date, who issued it.")]
    NoSource,

    /// <summary>A fact on record in the sale was entered with another value.</summary>
    [Says("{0} stands on record in the resale: {1} ({2}). If that is wrong, correct it there.")]
    FactStatedBySale,

    /// <summary>The lease and the resale state one fact with different values.</summary>
    [Says("The lease states {0} as {1}, the resale as {2} ({3}). Correct the one that is wrong.")]
    LeaseAndSaleDiffer,
}

/// <summary>
/// Computes the most a home may be sold for and freezes it with its working, for a second person to approve.
/// </summary>
[Needs(PricingPermission.Determine)]
[Does("Price worked out and frozen")]
public sealed class MakeDetermination(
    TrustDb db, Acting acting, ILeases leases, OfferedFacts sale, Working working,
    IEnumerable<IPermitsApproval> permits)
    : IOperation<MakeDeterminationInput, DeterminationId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DeterminationId>> Run(MakeDeterminationInput input)
    {
        if (await leases.Terms(input.Lease) is not { } lease) return MakeDeterminationRefusal.NoLease;
        if (Ended(lease, input.AsOf) is { } over) return over;
        foreach (var permit in permits)
        {
            if (await permit.Bars(lease.Id) is { } barred) return barred;
        }

        var joined = await sale.Join(lease, input.Givens);
        if (!joined.IsDone) return Outcome<DeterminationId>.Refused(joined.Refusals);
        var givens = joined.Value;
        var unsourced = givens.Where(g => !string.IsNullOrWhiteSpace(g.Text)
            && string.IsNullOrWhiteSpace(g.Source));
        if (unsourced.Select(g => new Refusal(MakeDeterminationRefusal.NoSource, g.Name.Replace('_', ' '))).ToList()
            is { Count: > 0 } none)
            return Outcome<DeterminationId>.Refused(none);
        var worked = await working.Compute(lease, givens, input.AsOf, input.KnownBy);
        if (!worked.IsDone) return Outcome<DeterminationId>.Refused(worked.Refusals);
        var content = DeterminationFile.Of(worked.Value, lease.Number).ToJson();
        var determination = new Determination
        {
            Lease = lease.Id,
            RuleHash = worked.Value.Rule.Hash,
            AsOf = input.AsOf,
            KnownBy = input.KnownBy,
            MaximumPrice = worked.Value.Result.MaximumPrice,
            Content = content,
            ContentHash = DeterminationFile.HashOf(content),
            MadeAt = acting.Now,
            MadeBy = acting.Actor.Key,
        };
        db.Add(determination);
        return determination.Id;
    }

    /// <summary>The refusal when nothing can be sold under a lease on a day any more.</summary>
    internal static Refusal? Ended(LeaseTerms lease, DateOnly day) => lease.EndedOn is { } ended && ended < day
        ? new Refusal(MakeDeterminationRefusal.LeaseEnded, lease.Number, ended) : null;
}
