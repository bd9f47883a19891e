namespace Commonstead.Core.Tests;

/// <summary>Rules no one would write: each gives an error or an answer, never a crash or a hang.</summary>
public class RuleFuzzTests
{
    private const int Cases = 2000;

    private static readonly string[] _pieces =
    [
        "(", ")", "sum", "y", "in", "years(", ",", ":", "if", "then", "else", "1", "0", "-", "/", "^", "%", "round(",
        "down to", "\n", "  ", "\"", "carry", "=", "over", "money(", "least", "table", "by", "=>", "..", ";", "require",
        "9999-12-31", "root(", "change(", "of", "on", ".", "where", "not", "99999999999999999999999999", "#", "\t", "é",
        "\0",
    ];

    [Fact]
    public void RandomBytes_AreAnsweredOrRefused()
    {
        var random = new Random(20260601);
        for (var i = 0; i < Cases; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            var noise = System.Text.Encoding.Latin1.GetString(bytes);
            Try(noise);
            Try(RuleTest.Document(noise));
        }
    }

    [Fact]
    public void MutatedRules_AreAnsweredOrRefused()
    {
        var random = new Random(20260602);
        var folder = Path.Combine(AppContext.BaseDirectory, "rules");
        var rules = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        for (var i = 0; i < Cases; i++) Try(Mutate(rules[random.Next(rules.Count)], random));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("-", "")]
    [InlineData("not ", "")]
    [InlineData("abs(", ")")]
    [InlineData("if yes then ", " else 1")]
    [InlineData("2 ^ ", "")]
    [InlineData("sum y in years(as_of, as_of): ", "")]
    [InlineData("", " + 1")]
    [InlineData("", " and yes")]
    [InlineData("carry x = ", " over y in years(as_of, as_of): x")]
    [InlineData("[", "]")]
    public void NestingTenThousandDeep_IsRefused(string open, string close)
    {
        const int Deep = 10_000;
        var nested = string.Concat(Enumerable.Repeat(open, Deep)) + "1" + string.Concat(Enumerable.Repeat(close, Deep));
        var text = RuleTest.Document($"x = {nested}\nmaximum_price = round(money(1), down to 1)");
        var parse = RuleDocument.Parse(text, "deep.md");
        Assert.Null(parse.Document);
        Assert.NotEmpty(parse.Errors);
    }

    [Fact]
    public void NestedLists_AreRefused()
    {
        const int Deep = 10_000;
        var type = RuleType.List([new RuleField("cost", RuleType.Money)]);
        Assert.NotNull(GivenValue.ParseText(type, new string('[', Deep)).Error);
        Assert.NotNull(GivenValue.ParseText(type, string.Concat(Enumerable.Repeat("[{cost:", Deep))).Error);
    }

    [Fact]
    public void TheCostliestRule_Answers()
    {
        var result = RuleTest.Run(
            """
            x = sum a in months(1926-06-01, as_of): sum b in months(1926-06-01, as_of): 1.5
            maximum_price = round(money(x), down to 1)
            """);
        Assert.Equal(2_160_000m, RuleTest.Answer(result).MaximumPrice.Amount);
    }

    private static void Try(string text)
    {
        var parse = RuleDocument.Parse(text, "fuzz.md");
        Assert.True(parse.Document is null == parse.Errors.Count > 0, "neither a document nor an error");
        if (parse.Document is null) return;
        foreach (var example in parse.Document.Examples)
        {
            Assert.NotNull(example.Run());
            var outcome = parse.Document.Evaluate(example.Inputs);
            Assert.True(outcome.Error is not null || outcome.Result!.Steps.Count > 0, "neither an answer nor an error");
        }
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new System.Text.StringBuilder(text);
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(mutated.Length);
            var length = Math.Min(random.Next(12), mutated.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, _pieces[random.Next(_pieces.Length)]);
                    break;
                case 2:
                    mutated.Insert(random.Next(mutated.Length), mutated.ToString(at, length));
                    break;
                default:
                    mutated[at] = (char)random.Next(32, 127);
                    break;
            }
        }
        return mutated.ToString();
    }
}
