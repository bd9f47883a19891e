using System.Globalization;

namespace Commonstead.Core.Tests;

/// <summary>The counties of fixtures/income-limits as published limits; the README there names their source.</summary>
internal static class HudCounties
{
    public static IReadOnlyList<PublishedLimits> All { get; } = [.. Read()];

    public static PublishedLimits Of(string fips, int year) =>
        All.Single(limits => limits.Area == "us:county:" + fips && limits.FiscalYear == year);

    public static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static IEnumerable<PublishedLimits> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "fixtures", "income-limits", "hud-counties.csv");
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = line.Split(',');
            var figures = cells[2..].Select(cell => Usd(int.Parse(cell, CultureInfo.InvariantCulture))).ToArray();
            var year = int.Parse(cells[1], CultureInfo.InvariantCulture);
            var effective = year == 2026 ? new DateOnly(2026, 5, 1) : new DateOnly(year, 4, 1);
            var median = new PublishedLimits("us:county:" + cells[0], year, effective, effective, figures[0])
            {
                Guideline = Guideline(cells[0], year),
            };
            yield return median
                .With(PublishedLevel.ExtremelyLow, EveryThird(figures, 1))
                .With(PublishedLevel.VeryLow, EveryThird(figures, 2))
                .With(PublishedLevel.Low, EveryThird(figures, 3));
        }
    }

    private static Money[] EveryThird(Money[] figures, int start) =>
        [.. Enumerable.Range(0, 8).Select(size => figures[start + 3 * size])];

    // Puerto Rico and the other territories are outside the guideline.
    private static PovertyGuideline? Guideline(string fips, int year) => (fips[..2], year) switch
    {
        ("72", _) => null,
        ("02", 2026) => new(Usd(19_950), Usd(7_100)),
        ("15", 2026) => new(Usd(18_360), Usd(6_530)),
        (_, 2024) => new(Usd(15_060), Usd(5_380)),
        (_, 2025) => new(Usd(15_650), Usd(5_500)),
        _ => new(Usd(15_960), Usd(5_680)),
    };
}
