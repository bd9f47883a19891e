using System.Globalization;

namespace Commonstead.Core;

/// <summary>What an owner pays for buying and selling, and how the first price is set.</summary>
public sealed record SellerSetting
{
    /// <summary>Costs of buying as a share of the price, 0 to 0.2.</summary>
    public decimal PurchaseFees { get; init; } = 0.02m;

    /// <summary>Costs of selling as a share of the price, 0 to 0.2.</summary>
    public decimal SaleFees { get; init; } = 0.03m;

    /// <summary>How the first buyer's price is set.</summary>
    public StartingPrice Start { get; init; } = StartingPrice.Affordable;

    /// <summary>The amount, or the share of the market value, where <see cref="Start"/> asks for one.</summary>
    public decimal StartValue { get; init; }

    /// <summary>The setting in words.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture,
        $"{FirstPriceWords}; costs {LabProxy.Percent(PurchaseFees)} of the price when buying and "
        + $"{LabProxy.Percent(SaleFees)} when selling");

    private string FirstPriceWords => Start switch
    {
        StartingPrice.Amount => $"the first buyer pays {StartValue.WithoutEmptyDecimals().ToString(
            CultureInfo.InvariantCulture)}",
        StartingPrice.MarketShare => $"the first buyer pays {LabProxy.Percent(StartValue)} of the market value",
        _ => "the first buyer pays what the target household can afford, at most the market value",
    };

    internal IEnumerable<string> Faults()
    {
        if (PurchaseFees is < 0 or > 0.2m) yield return "The costs of buying are from 0 % to 20 % of the price.";
        if (SaleFees is < 0 or > 0.2m) yield return "The costs of selling are from 0 % to 20 % of the price.";
        if (Start == StartingPrice.Amount && StartValue is <= 0 or > 1_000_000_000)
            yield return "The first price is above 0 and at most 1,000,000,000.";
        if (Start == StartingPrice.MarketShare && StartValue is <= 0 or > 1)
            yield return "The first price is above 0 % and at most 100 % of the market value.";
    }
}

/// <summary>How a study sets the first buyer's price under rules that grow a price; rules that state a price of their
/// own begin with that.</summary>
public enum StartingPrice
{
    /// <summary>What the target household can afford, at most the market value.</summary>
    Affordable,

    /// <summary>A share of the market value.</summary>
    MarketShare,

    /// <summary>An amount.</summary>
    Amount,
}
