using System.Globalization;
using System.Xml.Linq;

namespace Commonstead.Browser.Tests;

/// <summary>What differs between a sale in one country and in the other.</summary>
public sealed record SalePlace
{
    /// <summary>By the share of the rise in appraised value, with an income limit.</summary>
    public static SalePlace UnitedStates { get; } = new()
    {
        Code = "us",
        Locale = "en-US",
        Country = "United States",
        Currency = "USD",
        TimeZone = "America/New_York",
        Measurement = "Acres and square feet",
        Rule = "Share of the rise in appraised value",
        Area = "us:county:25013",
        IncomeLimit = "80",
        Facts = [("price the owner paid", "160000"), ("appraised value when the owner bought", "200000")],
        Appraisal = "260000",
        Price = "$175,000.00",
        Paper = (612, 792),
    };

    /// <summary>By a percentage of open market value.</summary>
    public static SalePlace GreatBritain { get; } = new()
    {
        Code = "gb",
        Locale = "en-GB",
        Country = "Great Britain",
        Currency = "GBP",
        TimeZone = "Europe/London",
        Measurement = "Hectares and square metres",
        Rule = "Percentage of open market value",
        Area = "gb:E09000030",
        IncomeLimit = null,
        Facts = [],
        Appraisal = "400000",
        Price = "£125,200.00",
        Paper = (595, 842),
    };

    public required string Code { get; init; }
    public required string Locale { get; init; }
    public required string Country { get; init; }
    public required string Currency { get; init; }
    public required string TimeZone { get; init; }
    public required string Measurement { get; init; }

    /// <summary>The title of the resale rule.</summary>
    public required string Rule { get; init; }

    public required string Area { get; init; }

    /// <summary>In percent, or null where the lease sets none.</summary>
    public required string? IncomeLimit { get; init; }

    /// <summary>What the lease states for its rule: the fact's heading and its value.</summary>
    public required IReadOnlyList<(string Heading, string Value)> Facts { get; init; }

    public required string Appraisal { get; init; }

    /// <summary>The maximum price by hand, as the reader sees it.</summary>
    public required string Price { get; init; }

    /// <summary>Letter or A4, in points.</summary>
    public required (int Width, int Height) Paper { get; init; }

    /// <summary>The words of the pages in this country.</summary>
    public string Say(string text) => Code == "gb" && _british.TryGetValue(text, out var british) ? british : text;

    private static readonly Dictionary<string, string> _british = XDocument
        .Load(Path.Combine(Repository.Top, "src/Commonstead/Platform/Web/Words.en-GB.resx")).Root!.Elements("data")
        .ToDictionary(one => one.Attribute("name")!.Value, one => one.Element("value")!.Value);

    /// <summary>The price as a file states it.</summary>
    public string PlainPrice => decimal.Parse(Price[1..], NumberStyles.Number, CultureInfo.InvariantCulture)
        .ToString("0.00", CultureInfo.InvariantCulture);
}
