using Commonstead.Core;

namespace Commonstead.Resales;

/// <summary>What is paid from the price, line by line, and what remains to the seller.</summary>
/// <param name="Price">What the buyer pays.</param>
/// <param name="Deductions">What is paid from it, in the order of the statement.</param>
public sealed record ProceedsStatement(Money Price, IReadOnlyList<Deduction> Deductions)
{
    /// <summary>What the seller receives.</summary>
    public Money Net => Deductions.Aggregate(Price, (left, deduction) => left - deduction.Amount);

    /// <summary>The statement of a closing: each lender by name, then what else is paid.</summary>
    public static ProceedsStatement Of(Closing closing) => new(closing.Price,
    [
        .. closing.PayoffLetters.OrderBy(p => p.Place).Select(p =>
            new Deduction("Payoff to {0}", p.Amount) { To = p.Lender }),
        new("Arrears owed to the trust", closing.Arrears),
        new("Held back for repairs", closing.Repairs),
        new("Transfer fee", closing.TransferFee),
        new("Commission", closing.Commission),
        new("Other costs of the seller", closing.OtherCosts),
    ]);

    /// <summary>
    /// The trust's fee, which the lease states in percent of the price, rounded half up to the smallest coin: it is a
    /// charge, and the one place where a resale rounds.
    /// </summary>
    public static Money TransferFee(Money price, decimal percent) => Share(price, percent);

    /// <summary>A share of the price, rounded in the same way.</summary>
    public static Money Share(Money price, decimal percent) =>
        Money.Rounded(price.Amount * percent / 100, price.Currency, MidpointRounding.AwayFromZero);
}

/// <summary>A line of the statement.</summary>
/// <param name="Term">What it is, in English with a place for whom it goes to; the key of its translation.</param>
/// <param name="Amount">How much.</param>
public sealed record Deduction(string Term, Money Amount)
{
    /// <summary>Whom it goes to, as typed; null when the term says it.</summary>
    public string? To { get; init; }
}
