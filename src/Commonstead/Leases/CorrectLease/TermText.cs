using System.Globalization;
using System.Text.RegularExpressions;

namespace Commonstead.Leases;

/// <summary>Writes a lease's terms as corrections keep them, and puts a corrected term into effect.</summary>
internal static partial class TermText
{
    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    /// <summary>What a term says now; null for nothing.</summary>
    public static string? Of(Lease lease, LeaseTerm term) => term switch
    {
        LeaseTerm.StartsOn => Iso(lease.StartsOn),
        LeaseTerm.EndsOn => Iso(lease.EndsOn),
        LeaseTerm.EndedOn => lease.EndedOn is { } ended ? Iso(ended) : null,
        LeaseTerm.Rule => lease.RuleHash,
        LeaseTerm.IncomeLimitPercent => lease.IncomeLimitPercent?.ToString("0.####", _plain),
        LeaseTerm.Area => lease.Area,
        LeaseTerm.TransferFeePercent => lease.TransferFeePercent.ToString("0.####", _plain),
        LeaseTerm.AppraisalBasis => lease.AppraisalBasis?.ToString(),
        LeaseTerm.OccupancyMonths => lease.OccupancyMonths?.ToString(_plain),
        LeaseTerm.LenderMarginYears => lease.LenderMarginYears.ToString(_plain),
        LeaseTerm.Void => null,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, null),
    };

    /// <summary>What was expected instead of a text, or null when the term can say it.</summary>
    public static string? Misread(LeaseTerm term, string? text) => term switch
    {
        LeaseTerm.StartsOn or LeaseTerm.EndsOn => IsDate(text) ? null : "Enter a date as 2019-05-14",
        LeaseTerm.EndedOn => text is null || IsDate(text) ? null : "Enter a date as 2019-05-14, or nothing",
        LeaseTerm.Rule or LeaseTerm.Void => null,
        LeaseTerm.IncomeLimitPercent => text is null || IsBetween(text, 1, 500) ? null
            : "Enter 1 to 500 percent, or nothing",
        LeaseTerm.Area => text is null || AreaCode().IsMatch(text) ? null
            : "Enter an area code such as us:county:25013",
        LeaseTerm.TransferFeePercent => IsBetween(text, 0, 100) ? null : "Enter 0 to 100 percent",
        LeaseTerm.AppraisalBasis => text is null || Enum.TryParse<AppraisalBasis>(text, out _)
            ? null
            : "Enter " + string.Join(", ", Enum.GetNames<AppraisalBasis>()) + ", or nothing",
        LeaseTerm.OccupancyMonths => text is null || IsWhole(text, 1, 12) ? null : "Enter 1 to 12 months, or nothing",
        LeaseTerm.LenderMarginYears => IsWhole(text, 0, 50) ? null : "Enter 0 to 50 years",
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, null),
    };

    /// <summary>Puts a text that <see cref="Misread"/> has passed into the lease.</summary>
    public static void Apply(Lease lease, LeaseTerm term, string? text, DateOnly today, string reason)
    {
        switch (term)
        {
            case LeaseTerm.StartsOn: lease.StartsOn = Date(text!); break;
            case LeaseTerm.EndsOn: lease.EndsOn = Date(text!); break;
            case LeaseTerm.EndedOn when text is null: lease.Reopen(); break;
            case LeaseTerm.EndedOn:
                lease.End(Date(text), lease.EndReason ?? EndReason.Other, lease.EndNote,
                lease.EndedBy); break;
            case LeaseTerm.Rule: lease.RuleHash = text; break;
            case LeaseTerm.IncomeLimitPercent: lease.IncomeLimitPercent = text is null ? null : Number(text); break;
            case LeaseTerm.Area: lease.Area = text; break;
            case LeaseTerm.TransferFeePercent: lease.TransferFeePercent = Number(text!); break;
            case LeaseTerm.AppraisalBasis:
                lease.AppraisalBasis = text is null ? null
                : Enum.Parse<AppraisalBasis>(text); break;
            case LeaseTerm.OccupancyMonths: lease.OccupancyMonths = text is null ? null : (int)Number(text); break;
            case LeaseTerm.LenderMarginYears: lease.LenderMarginYears = (int)Number(text!); break;
            case LeaseTerm.Void: lease.Void(today, reason); break;
            default: throw new ArgumentOutOfRangeException(nameof(term), term, null);
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", _plain);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", _plain);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, _plain);

    private static bool IsDate(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", _plain, DateTimeStyles.None,
        out _);

    private static bool IsBetween(string? text, decimal least, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, _plain, out var number) && number >= least
            && number <= most;

    private static bool IsWhole(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, _plain, out var number) && number >= least && number <= most;

    [GeneratedRegex("^[a-z]{2}(:[A-Za-z0-9._-]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AreaCode();
}
