using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;

namespace Commonstead.Resales;

/// <summary>Who buys, at what price.</summary>
public sealed class FindBuyerInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>The persons who buy.</summary>
    [Display(Name = "Buyers")]
    [MinLength(1, ErrorMessage = "Choose who buys.")]
    [MaxLength(10, ErrorMessage = "At most ten persons can buy together.")]
    public List<PersonId> Buyers { get; set; } = [];

    /// <summary>The agreed price.</summary>
    [Display(Name = "Agreed price")]
    public Money Price { get; set; }

    /// <summary>True when the seller proposed them.</summary>
    [Display(Name = "The seller proposed them")]
    public bool ProposedBySeller { get; set; }

    /// <summary>Who declared being related to the buyers, or that nobody did.</summary>
    [Required(ErrorMessage = "Say who declared a conflict of interest, or that nobody did.")]
    [StringLength(300, ErrorMessage = "The declaration is longer than 300 characters.")]
    [Display(Name = "Conflicts of interest declared")]
    public string Conflicts { get; set; } = "";
}

/// <summary>Why a buyer is not taken; <see cref="ResaleRefusal"/> comes before.</summary>
public enum FindBuyerRefusal
{
    /// <summary>A person is not in the register.</summary>
    [Says("Choose buyers from the register of people.", Field = nameof(FindBuyerInput.Buyers))]
    UnknownPerson,

    /// <summary>The seller cannot buy from herself.</summary>
    [Says("A seller cannot be the buyer.", Field = nameof(FindBuyerInput.Buyers))]
    SellerBuys,

    /// <summary>The price was not approved, or holds no longer.</summary>
    [Says("No approved price holds today. Determine the maximum price first.")]
    NoPrice,

    /// <summary>More than the home may be sold for.</summary>
    [Says("{0} is more than the maximum price of {1}.", Field = nameof(FindBuyerInput.Price))]
    PriceAboveDetermination,

    /// <summary>A price is above zero.</summary>
    [Says("Enter a price above zero in {0}.", Field = nameof(FindBuyerInput.Price))]
    PriceOutOfRange,
}

/// <summary>Records who buys and the price agreed, which may be lower than the maximum.</summary>
[Needs(ResalePermission.Work)]
[Does("Buyer of a resale named")]
public sealed class FindBuyer(
    Acting acting, ILeases leases, IPeople people, IPrices prices, Conflicts conflicts, ResaleWork work)
    : IOperation<FindBuyerInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(FindBuyerInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        var buyers = input.Buyers.Distinct().ToList();
        var known = await people.Names(buyers);
        if (buyers.Exists(b => !known.ContainsKey(b))) return FindBuyerRefusal.UnknownPerson;
        var lease = await leases.Terms(resale.Lease);
        if (lease!.Holders.Any(buyers.Contains)) return FindBuyerRefusal.SellerBuys;
        if (await conflicts.Of(resale, buyers) is { } conflict) return conflict;
        var price = resale.Determination is { } id ? await prices.Determination(id) : null;
        if (price?.HoldsOn(acting.Today) != true) return FindBuyerRefusal.NoPrice;
        if (input.Price.Minor <= 0 || input.Price.Currency != price.MaximumPrice.Currency)
            return new Refusal(FindBuyerRefusal.PriceOutOfRange, price.MaximumPrice.Currency);
        if (input.Price > price.MaximumPrice)
            return new Refusal(FindBuyerRefusal.PriceAboveDetermination, input.Price, price.MaximumPrice);
        resale.Buyers.RemoveAll(b => !buyers.Contains(b.Person));
        resale.Buyers.AddRange(buyers.Where(b => resale.Buyers.TrueForAll(r => r.Person != b))
            .Select(b => new ResaleBuyer { Resale = resale.Id, Person = b }));
        resale.AgreedPrice = input.Price;

        // Another household must be certified anew.
        resale.Certification = null;
        ResaleWork.Settle(resale, StepKind.BuyerCertified, StepState.Open, acting.Today);
        ResaleWork.Settle(resale, StepKind.BuyerFound, StepState.Done, acting.Today);
        work.Happened(resale, acting.Today, input.ProposedBySeller ? "The seller's proposed buyer accepted."
            : "Buyer found.",
            input.Conflicts);
        return resale.Id;
    }
}
