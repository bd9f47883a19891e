namespace Commonstead.Core;

/// <summary>The loan an owner bought with, as it stands when the home is sold.</summary>
/// <param name="Price">The price paid.</param>
/// <param name="Bought">The year of purchase, whose mortgage rate the loan has.</param>
/// <param name="Sold">The year of sale.</param>
/// <param name="Household">Deposit and term.</param>
internal sealed record LabLoan(decimal Price, LabYear Bought, LabYear Sold, HouseholdSetting Household)
{
    private decimal? _balance;

    /// <summary>What the owner paid without the loan.</summary>
    public decimal Deposit => Price * Household.Deposit;

    /// <summary>What is left to pay, after a payment each month.</summary>
    public decimal Balance => _balance ??= Rest();

    /// <summary>What was paid off.</summary>
    public decimal PrincipalPaid => Price - Deposit - Balance;

    private decimal Rest()
    {
        var months = Household.TermYears * 12;
        var paid = Math.Min(months, (Sold.Year - Bought.Year) * 12);
        return RuleMath.Balance(Price - Deposit, Bought.MortgageRate / 12, months, paid);
    }
}
