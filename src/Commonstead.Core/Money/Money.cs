using System.Globalization;

namespace Commonstead.Core;

/// <summary>
/// An amount of money: a whole number of minor units (cents, pence) with its currency.
/// Arithmetic is checked, and mixing two currencies is refused with <see cref="MixedCurrencyException"/>.
/// </summary>
/// <param name="Minor">Whole minor units; may be negative.</param>
/// <param name="Currency">The currency the minor units belong to.</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>The amount in units of the currency: 12.34 for 1,234 cents.</summary>
    public decimal Amount => (decimal)Minor / Currency.MinorPerUnit;

    /// <summary>Zero in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>An amount that must already be a whole number of minor units.</summary>
    /// <exception cref="ArgumentException">The amount has more decimals than the currency.</exception>
    /// <exception cref="OverflowException">The amount does not fit in 64 bits of minor units.</exception>
    public static Money Of(decimal amount, Currency currency)
    {
        var minor = amount * currency.MinorPerUnit;
        if (minor != decimal.Truncate(minor))
            throw new ArgumentException($"{amount} has more than the {currency.Decimals} decimals of {currency}.",
                nameof(amount));
        return new Money(decimal.ToInt64(minor), currency);
    }

    /// <summary>An amount rounded to minor units by the named mode; the only way from a fraction to money.</summary>
    public static Money Rounded(decimal amount, Currency currency, MidpointRounding mode) =>
        new(decimal.ToInt64(decimal.Round(amount * currency.MinorPerUnit, 0, mode)), currency);

    /// <summary>The sum of two amounts of one currency.</summary>
    public static Money operator +(Money left, Money right) =>
        new(checked(left.Minor + Same(left, right).Minor), left.Currency);

    /// <summary>The difference of two amounts of one currency.</summary>
    public static Money operator -(Money left, Money right) =>
        new(checked(left.Minor - Same(left, right).Minor), left.Currency);

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money money) => new(checked(-money.Minor), money.Currency);

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Compares two amounts of one currency.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>
    /// The amount in the invariant form of exports and certificates, with all its decimals: <c>175000.00</c>.
    /// </summary>
    public string ToInvariant() => Amount.ToString("F" + Currency.Decimals, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{Currency} {ToInvariant()}";

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency ? right : throw new MixedCurrencyException(left.Currency, right.Currency);
}

/// <summary>Two amounts of different currencies were added, subtracted or compared.</summary>
public sealed class MixedCurrencyException(Currency left, Currency right)
    : InvalidOperationException($"{left} and {right} cannot be mixed.")
{
    /// <summary>The currency on the left.</summary>
    public Currency Left { get; } = left;

    /// <summary>The currency on the right.</summary>
    public Currency Right { get; } = right;
}
