namespace Commonstead.Core;

/// <summary>What the lanes need to know of owners and the place.</summary>
internal sealed record OwnerSetting(
    string Area, double Deposit, double PurchaseFees, double SaleFees, double LandShare,
    IReadOnlyList<decimal> Chances);
