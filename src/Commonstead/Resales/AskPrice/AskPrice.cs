using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;

namespace Commonstead.Resales;

/// <summary>What the seller asks for the home.</summary>
public sealed class AskPriceInput
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; set; }

    /// <summary>The version of the resale the actor saw.</summary>
    public int SeenVersion { get; set; }

    /// <summary>The price asked.</summary>
    [Display(Name = "Price asked"), Required(ErrorMessage = "Enter the price the seller asks.")]
    public Money? Price { get; set; }

    /// <summary>Where the seller says so.</summary>
    [StringLength(300, ErrorMessage = "The note is longer than 300 characters.")]
    [Display(Name = "Letter or note")]
    public string? Note { get; set; }
}

/// <summary>Why a price is not taken as asked; <see cref="ResaleRefusal"/> comes before.</summary>
public enum AskPriceRefusal
{
    /// <summary>A price is above zero.</summary>
    [Says("Enter a price above zero in {0}.", Field = nameof(AskPriceInput.Price))]
    PriceOutOfRange,

    /// <summary>Nobody offers a home for more than its lease allows.</summary>
    [Says("{0} is more than the maximum price of {1}. The seller may ask that, or less.",
        Field = nameof(AskPriceInput.Price))]
    AboveMaximum,
}

/// <summary>
/// Records what the seller asks, which may be less than the maximum; before the maximum is known it may be anything,
/// and stays what it is when the maximum turns out lower.
/// </summary>
[Needs(ResalePermission.Work)]
[Does("Price asked recorded")]
public sealed class AskPrice(Acting acting, IPrices prices, ResaleWork work) : IOperation<AskPriceInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(AskPriceInput input)
    {
        var found = await work.Open(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        var asked = input.Price!.Value;
        if (asked.Minor <= 0 || asked.Currency != acting.Profile.Currency)
            return new Refusal(AskPriceRefusal.PriceOutOfRange, acting.Profile.Currency);
        var price = resale.Determination is { } id ? await prices.Determination(id) : null;
        if (price is not null && asked > price.MaximumPrice)
            return new Refusal(AskPriceRefusal.AboveMaximum, asked, price.MaximumPrice);
        resale.AskedPrice = asked;
        work.Happened(resale, acting.Today, new Sentence("The seller asks {0}.", asked), input.Note);
        return resale.Id;
    }
}
