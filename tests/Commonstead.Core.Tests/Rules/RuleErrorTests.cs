namespace Commonstead.Core.Tests;

/// <summary>Every refusal of the language, one by one, with where it is reported.</summary>
public class RuleErrorTests
{
    private const string Price = "maximum_price = round(money(1), down to 1)";

    // Lines and columns are those of the document: the rule block's first line is line 4, "language 1".
    public static TheoryData<RuleErrorCode, int, int, string> Refused => new()
    {
        { RuleErrorCode.UnexpectedCharacter, 6, 5, $"x = $5\n{Price}" },
        { RuleErrorCode.UnclosedText, 6, 21, $"given price money = \"five\n{Price}" },
        { RuleErrorCode.InvalidNumber, 6, 5, $"x = 12345678901234567890123456789\n{Price}" },
        { RuleErrorCode.InvalidNumber, 6, 5, $"x = 12abc\n{Price}" },
        { RuleErrorCode.InvalidDate, 6, 5, $"x = 2025-02-30\n{Price}" },
        { RuleErrorCode.UnexpectedToken, 6, 7, $"x = 1 1\n{Price}" },
        { RuleErrorCode.UnexpectedToken, 6, 5, $"x = then\n{Price}" },
        { RuleErrorCode.UnexpectedToken, 7, 1, "x = 1\ngiven late money\nmaximum_price = round(late, down to 1)" },
        { RuleErrorCode.ReservedName, 6, 7, $"given years money\n{Price}" },
        { RuleErrorCode.DuplicateName, 7, 1, $"x = 1\nx = 2\n{Price}" },
        { RuleErrorCode.DuplicateName, 6, 25, $"given kind choice(a, b, a)\n{Price}" },
        { RuleErrorCode.UnknownName, 6, 9, $"x = 1 + y\n{Price}" },
        { RuleErrorCode.UnknownName, 7, 19, $"given i list of {{ cost money }}\nx = sum y in i: y.size\n{Price}" },
        { RuleErrorCode.UnknownFunction, 6, 5, $"x = sqrt(2)\n{Price}" },
        { RuleErrorCode.WrongArgumentCount, 6, 5, $"x = clamp(1, 2)\n{Price}" },
        { RuleErrorCode.TypeMismatch, 6, 16, $"x = money(1) * money(2)\n{Price}" },
        { RuleErrorCode.TypeMismatch, 6, 16, $"x = 2025-01-01 + 2025-01-02\n{Price}" },
        { RuleErrorCode.TypeMismatch, 6, 8, $"x = if 1 then 2 else 3\n{Price}" },
        { RuleErrorCode.TableGap, 6, 0, $"table t by 3: 0..1 => 1; 3.. => 2\n{Price}" },
        { RuleErrorCode.TableOverlap, 6, 0, $"table t by 3: 0..2 => 1; 2.. => 2\n{Price}" },
        { RuleErrorCode.MissingPrice, 6, 1, "x = 1" },
        { RuleErrorCode.MissingPrice, 7, 1, $"{Price}\nx = 1" },
        { RuleErrorCode.UnroundedPrice, 6, 1, "maximum_price = money(1)" },
        { RuleErrorCode.RoundingUnit, 6, 1, "maximum_price = round(money(1), down to 0.001)" },
        { RuleErrorCode.RoundingUnit, 6, 41, "maximum_price = round(money(1), down to 0)" },
        { RuleErrorCode.RoundingUnit, 6, 21, $"x = round(money(1), down)\n{Price}" },
    };

    public static TheoryData<RuleErrorCode, string> RefusedDocuments => new()
    {
        { RuleErrorCode.DocumentTooLarge, new string('a', RuleDocument.MaximumLength + 1) },
        { RuleErrorCode.MissingTitle, "```rule\nlanguage 1\ncurrency USD\n" + Price + "\n```\n" },
        { RuleErrorCode.MissingRule, "# T\n\nonly words\n" },
        { RuleErrorCode.UnclosedBlock, RuleTest.Document(Price) + "```example\nmaximum_price => 1\n" },
        { RuleErrorCode.MisplacedBlock, RuleTest.Document("  " + Price).Replace(RuleTest.Head, "") },
        { RuleErrorCode.MisplacedBlock, RuleTest.Document(Price) + " ```example\nmaximum_price => 1\n ```\n" },
        { RuleErrorCode.MissingLanguage, RuleTest.Document(Price).Replace("language 1\n", "") },
        { RuleErrorCode.UnsupportedLanguage, RuleTest.Document(Price).Replace("language 1\n", "language 2\n") },
        { RuleErrorCode.MissingCurrency, RuleTest.Document(Price).Replace("currency USD\n", "") },
        { RuleErrorCode.MissingCurrency, RuleTest.Document(Price).Replace("USD", "dollars") },
        { RuleErrorCode.TooDeep, RuleTest.Document($"x = {new string('(', 80)}1{new string(')', 80)}\n{Price}") },
        { RuleErrorCode.TooDeep, RuleTest.Document($"x = {string.Join(" + ", Enumerable.Repeat("1", 80))}\n{Price}") },
        { RuleErrorCode.TooCostly, Folds("root(2, 3)") },
        { RuleErrorCode.FoldTooDeep, Folds("sum c in years(as_of, as_of): 1") },
        { RuleErrorCode.InvalidExample, RuleTest.Document(Price) + "```example\nmaximum_prize => 1\n```\n" },
        { RuleErrorCode.InvalidExample, RuleTest.Document(Price) + "```example\n```\n" },
    };

    public static TheoryData<RuleErrorCode, string> RefusedRuns => new()
    {
        { RuleErrorCode.DivisionByZero, "1 / (1 - 1)" },
        { RuleErrorCode.DivisionByZero, "(1 - 1) ^ -1" },
        { RuleErrorCode.Overflow, "10 ^ 20 * 10 ^ 20" },
        { RuleErrorCode.Overflow, "0.0000001 ^ -5" },
        { RuleErrorCode.Overflow, "days(as_of, add_years(as_of, 9000))" },
        { RuleErrorCode.EmptyFold, "least y in years(as_of, as_of): 1" },
        { RuleErrorCode.TooManyItems, "sum m in months(1900-01-01, 2026-01-01): 1" },
        { RuleErrorCode.InvalidPeriod, "sum y in years(2026-01-01, 2025-01-01): 1" },
        { RuleErrorCode.InvalidArgument, "clamp(1, 3, 2)" },
        { RuleErrorCode.InvalidArgument, "root(-1, 2)" },
        { RuleErrorCode.InvalidArgument, "root(2, 0)" },
        { RuleErrorCode.InvalidArgument, "2 ^ 1201" },
        { RuleErrorCode.InvalidArgument, "present_value(money(1), 1%, 1201)" },
        { RuleErrorCode.InvalidArgument, "present_value(money(1), -100%, 1)" },
        { RuleErrorCode.InvalidArgument, "balance(money(1), 1%, 12, 13)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Rule_IsRefusedAtItsPlace(RuleErrorCode code, int line, int column, string rule)
    {
        var error = RuleTest.Refused(rule);
        Assert.Equal(code, error.Code);
        Assert.Equal(line, error.Line);
        if (column > 0) Assert.Equal(column, error.Column);
        Assert.Equal($"rule.md:{error.Line}:{error.Column}: {error.Message}", error.ToString());
    }

    [Theory]
    [MemberData(nameof(RefusedDocuments))]
    public void Document_IsRefused(RuleErrorCode code, string text)
    {
        var parse = RuleDocument.Parse(text, "rule.md");
        Assert.Null(parse.Document);
        Assert.Contains(parse.Errors, error => error.Code == code);
    }

    [Theory]
    [MemberData(nameof(RefusedRuns))]
    public void Evaluation_StopsWithANamedErrorAtItsLine(RuleErrorCode code, string expression)
    {
        var error = RuleTest.Run($"x = {expression}\n{Price}").Error;
        Assert.Equal(code, error?.Code);
        Assert.Equal(6, error!.Line);
    }

    // A test's data is itself kept as text, so half a surrogate pair stands here.
    [Fact]
    public void InvalidText_IsRefusedAtItsPlace()
    {
        var error = Assert.Single(RuleDocument.Parse("# T\n\n\ud800 half a pair\n", "rule.md").Errors);
        Assert.Equal((RuleErrorCode.InvalidText, 3, 1), (error.Code, error.Line, error.Column));
    }

    [Fact]
    public void MissingGiven_IsNamedWithWhatWasExpected()
    {
        var error = RuleTest.Run($"given paid money\n{Price}").Error!;
        Assert.Equal(RuleErrorCode.MissingGiven, error.Code);
        Assert.Equal(
            "rule.md:6:7: paid is not given; expected an amount such as 160000 or 160000.50", error.ToString());
    }

    [Fact]
    public void UnknownGiven_IsNamed()
    {
        var error = RuleTest.Run(Price, null, ("paid", RuleValue.OfMoney(1))).Error!;
        Assert.Equal(RuleErrorCode.UnknownGiven, error.Code);
        Assert.Contains("paid", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("money", "number")]
    [InlineData("date", "number")]
    [InlineData("whole", "half")]
    [InlineData("choice(a, b)", "c")]
    [InlineData("list of { cost money }", "rows")]
    public void WrongType_IsRefused(string type, string sample)
    {
        var value = sample switch
        {
            "number" => RuleValue.OfNumber(1),
            "half" => RuleValue.OfNumber(0.5m),
            "c" => RuleValue.OfChoice("c"),
            _ => RuleValue.OfRows(new RuleRows(["size"], [[RuleValue.OfMoney(1)]])),
        };
        Assert.Equal(RuleErrorCode.WrongType, RuleTest.Run($"given g {type}\n{Price}", null, ("g", value)).Error?.Code);
    }

    [Fact]
    public void RequirementFailed_GivesTheRulesOwnReason()
    {
        var error = RuleTest.Run($"require 1 > 2 else \"one is not more\"\n{Price}").Error!;
        Assert.Equal(RuleErrorCode.RequirementFailed, error.Code);
        Assert.Equal("one is not more", error.Message);
    }

    [Fact]
    public void OutsideTable_IsRefused() =>
        Assert.Equal(RuleErrorCode.OutsideTable,
            RuleTest.Run($"given n whole\ntable t by n: 1 => 1; 2.. => 2\n{Price}", null, ("n", RuleValue.OfWhole(0)))
                .Error?.Code);

    [Fact]
    public void NegativePrice_IsRefused() =>
        Assert.Equal(RuleErrorCode.NegativePrice,
            RuleTest.Run("maximum_price = round(money(1) - money(2), down to 1)").Error?.Code);

    [Fact]
    public void APriceBeyondMoney_IsAnOverflow() =>
        Assert.Equal(RuleErrorCode.Overflow,
            RuleTest.Run("maximum_price = round(money(1000000000) * 1000000000, down to 1)").Error?.Code);

    [Fact]
    public void ExampleFailed_SaysBothNumbersAtItsLine()
    {
        var text = RuleTest.Document(Price) + "```example\nmaximum_price => 2\n```\n";
        var error = Assert.Single(RuleDocument.Parse(text, "rule.md").Document!.Examples[0].Run());
        Assert.Equal(RuleErrorCode.ExampleFailed, error.Code);
        Assert.Equal("rule.md:9:1: expected maximum_price to be 2, but it is 1", error.ToString());
    }

    [Fact]
    public void ARefusedDefinition_IsReportedOnce()
    {
        var parse = RuleDocument.Parse(RuleTest.Document($"x = 1 +\ny = x + 1\nz = missing\n{Price}"), "rule.md");
        Assert.Equal(2, parse.Errors.Count);
    }

    private static string Folds(string body) => RuleTest.Document(
        $"x = sum a in years(as_of, as_of): sum b in years(as_of, as_of): {body}\n{Price}");
}
