namespace Commonstead.Core;

/// <summary>One form for a decimal, however it was written or whichever database gave it back.</summary>
public static class PlainDecimal
{
    /// <summary>
    /// The same number without empty decimals: 1.50 becomes 1.5, and 97000.0, as SQLite gives it back, becomes 97000.
    /// </summary>
    public static decimal WithoutEmptyDecimals(this decimal number) =>

        // Dividing by a one of 28 decimals drops trailing zeros.
        number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;
}
