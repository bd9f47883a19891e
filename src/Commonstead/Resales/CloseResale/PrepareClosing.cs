using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;

namespace Commonstead.Resales;

/// <summary>A closing as the first person states it.</summary>
public sealed class PrepareClosingInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>The day the home changes hands.</summary>
    [Display(Name = "Closing date")]
    public DateOnly ClosesOn { get; set; }

    /// <summary>What the buyer pays.</summary>
    [Display(Name = "Price")]
    public Money Price { get; set; }

    /// <summary>What each of the seller's lenders is paid.</summary>
    [Display(Name = "Payoffs to lenders"), MaxLength(8, ErrorMessage = "At most eight lenders can be paid.")]
    public List<PayoffInput> Payoffs { get; set; } = [];

    /// <summary>What the seller owes the trust.</summary>
    [Display(Name = "Arrears owed to the trust")]
    public Money? Arrears { get; set; }

    /// <summary>Held back for repairs.</summary>
    [Display(Name = "Held back for repairs")]
    public Money? Repairs { get; set; }

    /// <summary>An agent's commission.</summary>
    [Display(Name = "Commission")]
    public Money? Commission { get; set; }

    /// <summary>Other costs of the seller.</summary>
    [Display(Name = "Other costs of the seller")]
    public Money? OtherCosts { get; set; }

    /// <summary>The number of the buyer's new lease, where one is issued.</summary>
    [StringLength(60, ErrorMessage = "The number is longer than 60 characters.")]
    [Display(Name = "Number of the buyer's lease")]
    public string? NewLeaseNumber { get; set; }
}

/// <summary>What a lender is paid, as its payoff letter says.</summary>
public sealed class PayoffInput
{
    /// <summary>Who lends.</summary>
    [Display(Name = "Lender"), StringLength(120, ErrorMessage = "The lender's name is longer than 120 characters.")]
    public string? Lender { get; set; }

    /// <summary>How much is owed on the closing date.</summary>
    [Display(Name = "Payoff")]
    public Money? Amount { get; set; }

    /// <summary>True for a line that names both.</summary>
    public bool IsWhole => !string.IsNullOrWhiteSpace(Lender) && Amount is { Minor: > 0 };

    /// <summary>True for a line left empty.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Lender) && Amount is not { Minor: not 0 };
}

/// <summary>Why a closing is not prepared; <see cref="ResaleRefusal"/> comes before.</summary>
public enum PrepareClosingRefusal
{
    /// <summary>A closing waits for confirmation.</summary>
    [Says("A closing of this resale waits for confirmation already.", Kind = RefusalKind.Conflict)]
    AlreadyPrepared,

    /// <summary>Steps are still to be done.</summary>
    [Says("Still to be done: {0}. Do it, or say why it is not needed.")]
    StepsOpen,

    /// <summary>No approved price holds on the closing date.</summary>
    [Says("The approved price holds until {0}; the closing is later. Determine the price anew.",
        Field = nameof(PrepareClosingInput.ClosesOn))]
    DeterminationExpired,

    /// <summary>The price is above the maximum.</summary>
    [Says("{0} is more than the maximum price of {1}.", Field = nameof(PrepareClosingInput.Price))]
    PriceAboveDetermination,

    /// <summary>Amounts are in the trust's currency, and not negative.</summary>
    [Says("Enter amounts of zero or more in {0}, and a price above zero.", Field = nameof(PrepareClosingInput.Price))]
    AmountOutOfRange,

    /// <summary>A payoff names its lender and an amount.</summary>
    [Says("Name the lender of each payoff and the amount of its letter.", Field = nameof(PrepareClosingInput.Payoffs))]
    PayoffIncomplete,

    /// <summary>The buyer's certification has expired by then.</summary>
    [Says("The buyer's certification holds until {0}; certify the household anew.",
        Field = nameof(PrepareClosingInput.ClosesOn))]
    CertificationExpired,

    /// <summary>A closing is not before the notice.</summary>
    [Says("The closing date must not be before the notice of {0}, nor more than a year ahead.",
        Field = nameof(PrepareClosingInput.ClosesOn))]
    DateOutOfRange,

    /// <summary>More is paid from the price than there is.</summary>
    [Says("The seller would be left with {0}. Its lenders must consent to less; enter what they accept.",
        Field = nameof(PrepareClosingInput.Payoffs))]
    ProceedsBelowZero,

    /// <summary>A new lease needs a number.</summary>
    [Says("Enter the number of the buyer's lease.", Field = nameof(PrepareClosingInput.NewLeaseNumber))]
    NoLeaseNumber,

    /// <summary>A lease's number is unique, and stays its own even when it was void.</summary>
    [Says("There is a lease with the number {0} already. Choose another.",
        Field = nameof(PrepareClosingInput.NewLeaseNumber))]
    LeaseNumberTaken,
}

/// <summary>States a closing with the seller's net proceeds, for a second person to confirm.</summary>
[Needs(ResalePermission.Work)]
[Does("Closing prepared")]
public sealed class PrepareClosing(
    TrustDb db, Acting acting, ILeases leases, IPeople people, IPrices prices, ResaleBoard board,
    ResaleWork work)
    : IOperation<PrepareClosingInput, ClosingId>
{
    private static readonly HashSet<StepKind> _after = [StepKind.Closing, StepKind.Recording];

    /// <inheritdoc/>
    public async Task<Outcome<ClosingId>> Run(PrepareClosingInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ClosingId>.Refused(found.Refusals);
        var resale = found.Value;
        if ((await board.Closings(resale.Id)).Exists(c => c.State == ClosingState.Prepared))
            return PrepareClosingRefusal.AlreadyPrepared;
        var open = resale.Steps.Where(s => s.State == StepState.Open && !_after.Contains(s.Kind)).OrderBy(s =>
            s.Kind).ToList();
        if (open.Count > 0)
            return new Refusal(PrepareClosingRefusal.StepsOpen,
                string.Join(", ", open.Select(s => Platform.Web.Formats.ToReader(s.Kind))));
        if (input.ClosesOn < resale.NoticeOn || input.ClosesOn > acting.Today.AddYears(1))
            return new Refusal(PrepareClosingRefusal.DateOutOfRange, resale.NoticeOn);
        var price = (await prices.Determination(resale.Determination!.Value))!;
        if (!price.HoldsOn(input.ClosesOn))
            return new Refusal(PrepareClosingRefusal.DeterminationExpired, price.ValidUntil ?? price.AsOf);
        if (await board.Certification(resale.Certification) is { } certification
            && certification.ExpiresOn < input.ClosesOn)
            return new Refusal(PrepareClosingRefusal.CertificationExpired, certification.ExpiresOn);
        var terms = resale.Terms;
        if (terms.IssuesNewLease && string.IsNullOrWhiteSpace(input.NewLeaseNumber))
            return PrepareClosingRefusal.NoLeaseNumber;
        if (terms.IssuesNewLease && await leases.IsNumberTaken(input.NewLeaseNumber!.Trim()))
            return new Refusal(PrepareClosingRefusal.LeaseNumberTaken, input.NewLeaseNumber!.Trim());
        if (input.Payoffs.Exists(p => !p.IsBlank && !p.IsWhole))
            return PrepareClosingRefusal.PayoffIncomplete;
        if (Stated(input, price.MaximumPrice.Currency) is not { } amounts)
            return new Refusal(PrepareClosingRefusal.AmountOutOfRange, price.MaximumPrice.Currency);
        if (input.Price > price.MaximumPrice)
            return new Refusal(PrepareClosingRefusal.PriceAboveDetermination, input.Price, price.MaximumPrice);
        var lease = (await leases.Terms(resale.Lease))!;
        var sellers = (await people.Names(lease.Holders)).Values.Order(StringComparer.CurrentCulture);
        var closing = Of(input, resale, amounts, lease.TransferFeePercent, terms.IssuesNewLease,
            string.Join(", ", sellers));
        if (closing.NetProceeds.Minor < 0) return new Refusal(PrepareClosingRefusal.ProceedsBelowZero,
            closing.NetProceeds);
        db.Add(closing);
        work.Happened(resale, input.ClosesOn, "Closing prepared.");
        return closing.Id;
    }

    private static Money[]? Stated(PrepareClosingInput input, Currency currency)
    {
        if (input.Price.Minor <= 0 || input.Price.Currency != currency) return null;
        var amounts = ((Money?[])[input.Arrears, input.Repairs, input.Commission, input.OtherCosts])
            .Select(a => a ?? Money.Zero(currency)).ToArray();
        var all = amounts.Concat(input.Payoffs.Where(p => !p.IsBlank).Select(p => p.Amount!.Value));
        return all.All(a => a.Currency == currency && a.Minor >= 0) ? amounts : null;
    }

    private Closing Of(PrepareClosingInput input, Resale resale, Money[] amounts, decimal feePercent,
        bool issuesNewLease, string sellers)
    {
        var payoffs = input.Payoffs.Where(p => !p.IsBlank).ToList();
        var closing = new Closing
        {
            Resale = resale.Id,
            Determination = resale.Determination!.Value,
            Certification = resale.Certification,
            ClosesOn = input.ClosesOn,
            Price = input.Price,
            Payoffs = payoffs.Aggregate(Money.Zero(input.Price.Currency), (sum, p) => sum + p.Amount!.Value),
            Arrears = amounts[0],
            Repairs = amounts[1],
            Commission = amounts[2],
            OtherCosts = amounts[3],
            TransferFee = ProceedsStatement.TransferFee(input.Price, feePercent),
            SellerNames = sellers,
            NewLease = issuesNewLease ? RecordIds.New<LeaseId>() : null,
            NewLeaseNumber = issuesNewLease ? input.NewLeaseNumber!.Trim() : null,
            PreparedBy = acting.Actor.Key,
            PreparedAt = acting.Now,
        };
        closing.PayoffLetters.AddRange(payoffs.Select((p, place) => new ClosingPayoff
        {
            Closing = closing.Id,
            Place = place,
            Lender = p.Lender!.Trim(),
            Amount = p.Amount!.Value,
        }));
        return closing;
    }
}
