using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>How the leaseholders paid for their home.</summary>
public sealed class StatePurchaseInput : ILeaseInput, IValidatableObject
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>The day.</summary>
    [Required(ErrorMessage = "Enter the day of the purchase.")]
    [Display(Name = "Day of the purchase")]
    public DateOnly? On { get; set; }

    /// <summary>What was paid for the home.</summary>
    [Required(ErrorMessage = "Enter the price.")]
    [Display(Name = "Price")]
    public Money? Price { get; set; }

    /// <summary>What else was due.</summary>
    [Required(ErrorMessage = "Enter the costs; 0 when there were none.")]
    [Display(Name = "Settlement charges and other costs")]
    public Money? Costs { get; set; }

    /// <summary>What the buyers paid of their own.</summary>
    [Required(ErrorMessage = "Enter what they paid of their own; 0 when nothing.")]
    [Display(Name = "The buyers' own money")]
    public Money? OwnMoney { get; set; }

    /// <summary>The loans and subsidies that paid the rest.</summary>
    public List<SourceInput> Sources { get; set; } = [];

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where this stands.")]
    [StringLength(200, ErrorMessage = "It is longer than 200 characters.")]
    [Display(Name = "Where it stands")]
    public string Source { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        RowBounds.Check(Sources, nameof(Sources));
}

/// <summary>A loan or a subsidy, and how much of it went into the purchase.</summary>
public sealed class SourceInput
{
    /// <summary>The loan.</summary>
    public MortgageId? Mortgage { get; set; }

    /// <summary>The subsidy.</summary>
    public SubsidyId? Subsidy { get; set; }

    /// <summary>How much of it; empty when nothing.</summary>
    public Money? Amount { get; set; }
}

/// <summary>Why a purchase is not stated.</summary>
public enum StatePurchaseRefusal
{
    /// <summary>Within the lease, and not in the future.</summary>
    [Says("Enter a day from {0} to today.", Field = nameof(StatePurchaseInput.On))]
    DayNotUsable,

    /// <summary>Amounts are in the trust's currency.</summary>
    [Says("Enter amounts in {0}, none below zero.", Field = nameof(StatePurchaseInput.Price))]
    AmountNotUsable,

    /// <summary>A source is a loan or a subsidy of this home, once.</summary>
    [Says("Each source is a mortgage of this lease or a subsidy in its home, and stands once.")]
    SourceUnknown,

    /// <summary>No source gives more than it has.</summary>
    [Says("A source can give no more than its amount, {0}.")]
    MoreThanItsAmount,

    /// <summary>What is due is paid, and nothing else.</summary>
    [Says("The sources come to {0}, the price and the costs to {1}.", Field = nameof(StatePurchaseInput.OwnMoney))]
    SourcesDoNotAddUp,
}

/// <summary>States how a home was paid for; the sources must come to the price and the costs.</summary>
[Needs(LeasePermission.Edit)]
[Does("How a home was paid for stated")]
public sealed class StatePurchase(TrustDb db, Acting acting) : IOperation<StatePurchaseInput, PurchaseId>
{
    /// <inheritdoc/>
    public async Task<Outcome<PurchaseId>> Run(StatePurchaseInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<PurchaseId>.Refused(found.Refusals);
        var (lease, on, currency) = (found.Value, input.On!.Value, acting.Profile.Currency);
        if (on < lease.StartsOn || on > acting.Today)
            return new Refusal(StatePurchaseRefusal.DayNotUsable, lease.StartsOn);
        var used = input.Sources.Where(s => s.Amount is { Minor: not 0 }).ToList();
        Money[] amounts =
            [input.Price!.Value, input.Costs!.Value, input.OwnMoney!.Value, .. used.Select(s => s.Amount!.Value)];
        if (amounts.Any(a => a.Currency != currency || a.Minor < 0))
            return new Refusal(StatePurchaseRefusal.AmountNotUsable, currency.Code);
        if (await SourceRefused(lease, used) is { } refused) return refused;
        var due = input.Price.Value + input.Costs.Value;
        var paid = used.Aggregate(input.OwnMoney.Value, (sum, source) => sum + source.Amount!.Value);
        if (paid != due) return new Refusal(StatePurchaseRefusal.SourcesDoNotAddUp, paid, due);
        var purchase = new Purchase
        {
            Lease = lease.Id,
            On = on,
            Price = input.Price.Value,
            Costs = input.Costs.Value,
            OwnMoney = input.OwnMoney.Value,
            Source = input.Source.Trim(),
            StatedAt = acting.Now,
        };
        purchase.Sources.AddRange(used.Select(s => new PurchaseSource
        {
            Purchase = purchase.Id,
            Mortgage = s.Mortgage,
            Subsidy = s.Subsidy,
            Amount = s.Amount!.Value,
        }));
        await foreach (var earlier in db.Set<Purchase>()
            .Where(p => p.Lease == lease.Id && p.On == on && p.SupersededBy == null).AsAsyncEnumerable())
            earlier.SupersededBy = purchase.Id;
        db.Add(purchase);
        return purchase.Id;
    }

    private async Task<Refusal?> SourceRefused(Lease lease, List<SourceInput> used)
    {
        if (used.DistinctBy(s => (s.Mortgage, s.Subsidy)).Count() < used.Count
            || used.Exists(s => s.Mortgage is null == s.Subsidy is null))
            return new Refusal(StatePurchaseRefusal.SourceUnknown);
        var loans = await db.Set<Mortgage>().AsNoTracking().Where(m => m.Lease == lease.Id)
            .ToDictionaryAsync(m => m.Id, m => m.Amount);
        var subsidies = await db.Set<Subsidy>().AsNoTracking().Where(s => s.Home == lease.Home)
            .ToDictionaryAsync(s => s.Id, s => s.Amount);
        for (var row = 0; row < used.Count; row++)
        {
            Money? most = used[row].Mortgage is { } loan
                ? loans.TryGetValue(loan, out var lent) ? lent : null
                : subsidies.TryGetValue(used[row].Subsidy!.Value, out var given) ? given : null;
            if (most is null) return new Refusal(StatePurchaseRefusal.SourceUnknown);
            if (used[row].Amount > most) return new Refusal(StatePurchaseRefusal.MoreThanItsAmount, most);
        }

        return null;
    }
}
