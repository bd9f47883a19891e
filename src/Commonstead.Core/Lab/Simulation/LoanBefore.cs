namespace Commonstead.Core;

/// <summary>A loan taken before the futures begin.</summary>
/// <param name="YearFactor">(1 + rate ÷ 12)¹².</param>
/// <param name="TermFactor">The same over the whole term.</param>
/// <param name="Grown">The same over the years since.</param>
internal sealed record LoanBefore(double YearFactor, double TermFactor, double Grown)
{
    private const int MonthsPerYear = 12;

    /// <summary>The loan of an owner who bought so many years ago.</summary>
    /// <param name="rate">The yearly interest.</param>
    /// <param name="termYears">The term.</param>
    /// <param name="years">How long ago.</param>
    public static LoanBefore Of(double rate, int termYears, int years)
    {
        var month = 1 + Math.Max(rate, FuturePaths.LeastRate) / MonthsPerYear;
        return new LoanBefore(
            LabMath.Power(month, MonthsPerYear), LabMath.Power(month, MonthsPerYear * termYears),
            LabMath.Power(month, MonthsPerYear * Math.Min(years, termYears)));
    }
}
