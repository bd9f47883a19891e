namespace Commonstead.Core;

/// <summary>A series the lab reads, or what stands in for it.</summary>
/// <param name="SeriesId">The identifier its figures are kept under, such as <c>us.cpi-u</c>.</param>
/// <param name="Area">The area; null when the series is not by area.</param>
/// <param name="Proxy">What stands in where it has no figure; null when nothing does.</param>
public sealed record LabSeries(string SeriesId, string? Area, LabProxy? Proxy = null)
{
    /// <summary>The series in words, with its area.</summary>
    public string Name => Area is null ? SeriesId : $"{SeriesId} of {Area}";
}

/// <summary>The place a study looks at: where it is, its published figures, and the home that stands there.</summary>
public sealed record LabPlace
{
    /// <summary>The area that rules are asked about, such as <c>us:metro:boston</c>.</summary>
    public required string Area { get; init; }

    /// <summary>Market prices of homes: an index, or prices.</summary>
    public required LabSeries Market { get; init; }

    /// <summary>The median income or median earnings of a year.</summary>
    public required LabSeries Incomes { get; init; }

    /// <summary>Consumer prices; null when neither a rule nor a proxy nor a lease fee needs them.</summary>
    public LabSeries? Cpi { get; init; }

    /// <summary>The yearly interest of a fixed-rate loan, as a fraction.</summary>
    public required LabSeries MortgageRate { get; init; }

    /// <summary>
    /// What the home was worth on the market in <see cref="HomeValueYear"/>; null when the market series itself is a
    /// price.
    /// </summary>
    public decimal? HomeValue { get; init; }

    /// <summary>The year of <see cref="HomeValue"/>.</summary>
    public int? HomeValueYear { get; init; }

    /// <summary>The land's part of the market value, 0 to 1; asked only by rules that take the land out.</summary>
    public decimal LandShare { get; init; } = 0.25m;

    /// <summary>The month on whose first day homes are bought and sold, 1 to 12.</summary>
    public int Month { get; init; } = 6;

    /// <summary>Every series with what it is for.</summary>
    public IEnumerable<(ProxyBase Role, LabSeries Series)> Series
    {
        get
        {
            yield return (ProxyBase.Market, Market);
            yield return (ProxyBase.Incomes, Incomes);
            if (Cpi is not null) yield return (ProxyBase.Cpi, Cpi);
            yield return (ProxyBase.None, MortgageRate);
        }
    }

    /// <summary>The declared proxies in words, to be printed with every result.</summary>
    public IReadOnlyList<string> Proxies =>
        [.. Series.Where(one => one.Series.Proxy is not null)
            .Select(one => $"{one.Series.Name}: {one.Series.Proxy!.Words}")];

    /// <summary>
    /// Where a rule asks about an area and the study's series of that name is of another: what to do; else empty.
    /// </summary>
    internal string OtherAreaOf(string series) =>
        Series.Select(one => one.Series)
            .FirstOrDefault(one => one.SeriesId == series && one.Area is { } area && area != Area) is { } other
            ? $" The study’s {series} is of {other.Area}, and its rules are asked about {Area}: name one area for both."
            : "";

    /// <summary>The day of a year on which homes are bought and sold.</summary>
    public DateOnly Day(int year) => new(year, Month, 1);
}
