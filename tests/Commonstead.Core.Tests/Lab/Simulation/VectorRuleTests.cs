namespace Commonstead.Core.Tests;

/// <summary>
/// The lanes agree with the exact evaluator to one cent, and refuse where it refuses: on every rule of the book and on
/// rules that use everything the language has, over random givens, dates and figures.
/// </summary>
public class VectorRuleTests
{
    private const int Batches = 6;

    public static TheoryData<string> Rules => RuleBookTests.Documents;

    public static TheoryData<string> Others => new()
    {
        "given p money\ngiven n number\nx = if p > 100000 and n < 0.5 or not (n > 0.25) then p * n else p / 3\n"
            + "maximum_price = round(abs(x - 20000), nearest to 5)",
        "given p money\ngiven n number\ntable t by n: ..<0.25 => 1; 0.25..<0.5 => 2; 0.5.. => 3.5\n"
            + "maximum_price = round(p * t, up to 0.5)",
        "given p money\ngiven d date\ngiven e date\nlater = max(d, e)\nfirst = min(d, e)\n"
            + "x = sum m in months(first, later) where m.index > 2: p / 1000 * m.index\n"
            + "maximum_price = round(p + x, even to 100)",
        "given p money\ngiven d date\ngiven e date\ngiven n number\n"
            + "x = carry worth = p over y in years(min(d, e), max(d, e)): max(worth * (1 + n / 10), worth + 100)\n"
            + "maximum_price = round(x, down to 1)",
        "given p money\ngiven d date\ngiven e date\ngiven n number\n"
            + "x = product y in years(min(d, e), max(d, e)): 1 + n / 20\n"
            + "worst = least y in years(min(d, e), max(d, e)): days(y.start, y.end) * n\n"
            + "maximum_price = round(p * x + money(worst), nearest to 0.01)",
        "given p money\ngiven n number\ngiven r rate\n"
            + "x = balance(p, r / 12, 360, round(n * 100, down)) + present_value(p / 100, r, 12)\n"
            + "maximum_price = round(x + p * root(1 + n, 3), nearest to 1)",
        "given p money\ngiven n number\nrequire n > 0.5 else \"too small\"\nmaximum_price = round(p - money(100000 / "
            + "n), down to 1)",
        "given p money\ngiven n number\ngiven k whole\nmaximum_price = round(p * (1 + n) ^ (k - 5), down to 10)",
        "given p money\ngiven yes_or_no yesno\ngiven n number\nsmall = n < 0.5\n"
            + "maximum_price = round(if small = yes_or_no then p else p * 2, down to 10)",
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryRuleOfTheBook_AgreesWithTheExactEvaluator(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", file));
        Agree(RuleDocument.Parse(text, file).Document!);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void EverythingTheLanguageHas_AgreesWithTheExactEvaluator(string rule) => Agree(RuleTest.Read(rule));

    private static void Agree(RuleDocument rule)
    {
        var (flagged, priced) = (0, 0);
        for (var batch = 0; batch < Batches; batch++)
        {
            var lanes = new RandomLanes(rule, batch);
            Assert.True(lanes.Rule.IsVector, "the rule was not compiled to lanes");
            var prices = new double[Lanes.Count];
            flagged += lanes.Rule.Price(lanes.Frame, Lanes.Count, prices, isHeld: false);
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                var exact = rule.Evaluate(lanes.Inputs(lane));
                var isRefused = lanes.Frame.Refused[lane] != 0;
                Assert.True(isRefused == exact.Error is not null,
                    $"batch {batch} lane {lane}: {exact.Error?.ToString() ?? $"{exact.Result!.MaximumPrice}"}, "
                    + $"lanes {prices[lane]}");
                if (isRefused) continue;
                priced++;
                var difference = Math.Abs(prices[lane] - (double)exact.Result!.MaximumPrice.Amount);
                Assert.True(difference < 0.0100001,
                    $"batch {batch} lane {lane}: {exact.Result.MaximumPrice}, lanes {prices[lane]}");
            }
        }

        Assert.True(priced > Batches * Lanes.Count / 20, $"only {priced} lanes had a price");
        Assert.True(flagged < Batches * Lanes.Count, "every lane was flagged");
    }
}
