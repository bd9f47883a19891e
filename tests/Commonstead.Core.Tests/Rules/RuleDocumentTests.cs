using FsCheck;
using FsCheck.Fluent;

namespace Commonstead.Core.Tests;

/// <summary>The identity of documents, what they tell about themselves, and rules that hold for all givens.</summary>
public class RuleDocumentTests
{
    private const string Share =
        """
        given p money
        given a money
        given b money
        given s rate = 25%
        maximum_price = round(p + s * (b - a), down to 0.01)
        """;

    [Fact]
    public void Hash_IgnoresLineEndsAndTheByteOrderMark_AndNothingElse()
    {
        var text = RuleTest.Document(Share);
        var hash = Hash(text);
        Assert.Equal(hash, Hash(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(hash, Hash(text.Replace('\n', '\r')));
        Assert.Equal(hash, Hash('\uFEFF' + text));
        Assert.NotEqual(hash, Hash(text + "\n"));
        Assert.NotEqual(hash, Hash(text.Replace("25%", "26%", StringComparison.Ordinal)));
        Assert.Equal(64, hash.Length);
        Assert.Equal(hash.ToLowerInvariant(), hash);
    }

    // The hash a signed lease would carry: it may never change for this text.
    [Fact]
    public void Hash_IsTheSha256OfTheText() =>
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(RuleTest.Document(Share)))),
            Hash(RuleTest.Document(Share)));

    [Fact]
    public void ADocument_TellsWhatItNeeds()
    {
        var document = RuleTest.Read(
            "given p money \"price\"\ngiven r rate = 2%\nseries ami of area money as \"hud.ami\" \"HUD\"\n"
            + "maximum_price \"the price\" = round(p, down to 1)");
        Assert.Equal(("A rule", 1, "USD"), (document.Title, document.LanguageVersion, document.Currency.Code));
        Assert.Equal([("p", "price", false), ("r", "", true)], document.Givens.Select(g =>
            (g.Name, g.Label, g.Optional)));
        Assert.Equal(new RuleSeries("ami", "hud.ami", true, RuleType.Money, "HUD"), Assert.Single(document.Series));
        Assert.Equal(new RuleStepDefinition("maximum_price", "the price", RuleType.Money, "round(p, down to 1)"),
            Assert.Single(document.Steps));
    }

    [Fact]
    public void SeveralRuleBlocks_AreOneRule()
    {
        var text = $"# T\n\n```rule\n{RuleTest.Head}given p money\n```\n\nwords\n\n```text\n```\n\n"
            + "~~~rule\nmaximum_price = round(p, down to 1)\n~~~\n";
        Assert.NotNull(RuleDocument.Parse(text, "rule.md").Document);
    }

    [Fact]
    public void AnAppraisalShare_LiesBetweenPriceAndPricePlusTheWholeRise()
    {
        var document = RuleTest.Read(Share);
        var amounts = Gen.Choose(0, 90_000_000);
        var cases = from p in amounts from a in amounts from b in amounts select (p / 100m, a / 100m, b / 100m);
        Prop.ForAll(cases.Where(c => c.Item3 >= c.Item2).ToArbitrary(), c =>
        {
            var price = Price(document, ("p", c.Item1), ("a", c.Item2), ("b", c.Item3));
            return price >= c.Item1 && price <= c.Item1 + (c.Item3 - c.Item2);
        }).QuickCheckThrowOnFailure();
    }

    // The lesser of a rate and an index that may fall has no hidden floor: it falls exactly with the index.
    [Fact]
    public void TheLesserOfARateAndPrices_FallsWithPrices()
    {
        var document = RuleTest.Read(
            "given p money\nseries cpi number \"the index\"\n"
            + "maximum_price = round(p + p * min(3%, change(cpi, add_years(as_of, -1), as_of)), nearest to 0.01)");
        var cases = from p in Gen.Choose(1, 900_000) from i in Gen.Choose(50, 99) select (p, i);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var figures = new FigureSet([Release(2025, 100), Release(2026, c.i)]);
            var outcome = document.Evaluate(RuleTest.Inputs(figures, ("p", RuleValue.OfMoney(c.p))));
            return outcome.Result!.MaximumPrice.Amount == c.p * c.i / 100m;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Compound_NeverPaysLessThanSimple()
    {
        var document = RuleTest.Read(
            "given p money\ngiven r rate\ngiven n whole\n"
            + "maximum_price = round(p * (1 + r) ^ n - p * (1 + r * n), nearest to 0.01)");
        var cases =
            from p in Gen.Choose(1, 900_000)
            from r in Gen.Choose(0, 900)
            from n in Gen.Choose(0, 99)
            select (p, r, n);
        Prop.ForAll(cases.ToArbitrary(), c => document.Evaluate(RuleTest.Inputs(null, ("p", RuleValue.OfMoney(c.p)),
            ("r", RuleValue.OfRate(c.r / 10000m)), ("n", RuleValue.OfWhole(c.n)))).Result!.MaximumPrice.Amount >= 0)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Rebased_FiguresAreJoined_WhicheverIsReadFirst()
    {
        var figures = new FigureSet([
            Release(2020, 250, "old"), Release(2026, 120, "new"),
            Release(2020, 100, "new") with { ReleaseId = "history", Published = new DateOnly(2019, 1, 1) }]);
        string[] ways = ["(cpi on as_of) / (cpi on 2020-06-01)", "1 / ((cpi on 2020-06-01) / (cpi on as_of))"];
        foreach (var expression in ways)
        {
            var outcome = RuleTest.Run(
                $"series cpi number \"the index\"\nmaximum_price = round(money(100 * ({expression})), nearest to "
                + "1)", figures);
            Assert.Equal(120m, RuleTest.Answer(outcome).MaximumPrice.Amount);
        }
    }

    private static decimal Price(RuleDocument document, params (string Name, decimal Amount)[] givens) =>
        RuleTest.Answer(document.Evaluate(RuleTest.Inputs(
            null, [.. givens.Select(given => (given.Name, RuleValue.OfMoney(given.Amount)))]))).MaximumPrice.Amount;

    private static SeriesRelease Release(int year, decimal value, string? indexBase = null) => new()
    {
        SeriesId = "cpi",
        ReleaseId = $"{year}",
        Published = new DateOnly(year, 1, 1),
        Effective = new DateOnly(2000, 1, 1),
        Span = FigureSpan.Month,
        Base = indexBase,
        Publisher = "publisher",
        Source = "typed for this test",
        Figures = [new SeriesFigure(null, new DateOnly(year, 6, 1), value)],
    };

    private static string Hash(string text) => RuleDocument.Parse(text, "rule.md").Document!.Hash;
}
