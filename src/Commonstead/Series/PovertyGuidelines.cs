using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// The federal poverty guidelines by which HUD lifts extremely low limits (24 CFR 5.603): U.S. Department of Health and
/// Human Services, Federal Register, January of each year. They do not apply in the territories.
/// </summary>
internal static class PovertyGuidelines
{
    private const string County = "us:county:";
    private const string Alaska = "02";
    private const string Hawaii = "15";

    // The states end at 56 (Wyoming); 60 and above are the territories.
    private const string LastState = "56";

    private static readonly Dictionary<int, (int First, int Further)> _states =
        new() { [2024] = (15_060, 5_380), [2025] = (15_650, 5_500), [2026] = (15_960, 5_680) };

    private static readonly Dictionary<int, (int First, int Further)> _alaska =
        new() { [2024] = (18_810, 6_730), [2025] = (19_550, 6_880), [2026] = (19_950, 7_100) };

    private static readonly Dictionary<int, (int First, int Further)> _hawaii =
        new() { [2024] = (17_310, 6_190), [2025] = (17_990, 6_330), [2026] = (18_360, 6_530) };

    /// <summary>The guideline of a county in a year, or null where none applies or it is not known here.</summary>
    public static PovertyGuideline? Of(string area, int year)
    {
        if (!area.StartsWith(County, StringComparison.Ordinal) || area.Length < County.Length + 2) return null;
        var state = area.Substring(County.Length, 2);
        var years = state switch { Alaska => _alaska, Hawaii => _hawaii, _ => _states };
        return string.CompareOrdinal(state, LastState) <= 0 && years.TryGetValue(year, out var amounts)
            ? new PovertyGuideline(Money.Of(amounts.First, Currency.Usd), Money.Of(amounts.Further, Currency.Usd))
            : null;
    }
}
