using System.Globalization;
using System.Text.Json;

namespace Commonstead.Core.Tests;

/// <summary>The shipped rules give the prices that trusts published.</summary>
public class PublishedPriceTests
{
    private static readonly JsonElement _prices = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "fixtures", "resale", "published-prices.json")))
        .RootElement.GetProperty("prices");

    public static TheoryData<string> Ids =>
        new(_prices.EnumerateArray().Select(price => price.GetProperty("id").GetString()!));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_GivesThePublishedPrice(string id)
    {
        var price = _prices.EnumerateArray().Single(found => found.GetProperty("id").ValueEquals(id));
        var file = price.GetProperty("rule").GetString()!;
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", file));
        var document = RuleDocument.Parse(text, file).Document!;
        var result = RuleTest.Answer(document.Evaluate(RuleTest.Inputs(Figures(document, price)) with
        {
            Givens = document.Givens
                .Where(given => price.GetProperty("givens").TryGetProperty(given.Name, out _))
                .ToDictionary(given => given.Name, given => Given(given, price), StringComparer.Ordinal),
        }));
        Assert.Equal(price.GetProperty("maximum_price").GetString(), result.MaximumPrice.ToInvariant());
    }

    private static GivenValue Given(RuleGiven given, JsonElement price) =>
        GivenValue.ParseText(given.Type, price.GetProperty("givens").GetProperty(given.Name).GetString()!).Value!;

    private static FigureSet Figures(RuleDocument document, JsonElement price) => new(
        from series in document.Series
        where price.TryGetProperty("figures", out _)
        from figure in price.GetProperty("figures").GetProperty(series.Name).EnumerateObject()
        let date = DateOnly.ParseExact(figure.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        select new SeriesRelease
        {
            SeriesId = series.SeriesId,
            ReleaseId = figure.Name,
            Published = date,
            Effective = date,
            Span = FigureSpan.InForce,
            Publisher = "published example",
            Source = price.GetProperty("source").GetString()!,
            Figures = [new SeriesFigure(series.ByArea ? "us:area" : null, date, Number(figure.Value.GetString()!))],
        });

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
