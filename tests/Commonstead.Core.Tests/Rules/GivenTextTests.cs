namespace Commonstead.Core.Tests;

/// <summary>Values as people type them, and what is refused rather than guessed.</summary>
public class GivenTextTests
{
    private static readonly RuleType _works = RuleType.List(
        [new RuleField("cost", RuleType.Money), new RuleField("done", RuleType.Date),
            new RuleField("kind", RuleType.Choice(["room", "roof"]))]);

    public static TheoryData<string, string, string> Read => new()
    {
        { "money", "160000", "160000" },
        { "money", " 160000.50 ", "160000.5" },
        { "rate", "2.5%", "2.5%" },
        { "rate", "0.025", "2.5%" },
        { "number", "1.4", "1.4" },
        { "whole", "3", "3" },
        { "date", "2026-06-01", "2026-06-01" },
        { "yesno", "yes", "yes" },
        { "area", "us:county:25013", "us:county:25013" },
        { "choice", "roof", "roof" },
    };

    public static TheoryData<string, string> Refuse => new()
    {
        { "money", "" },
        { "money", "160,000" },
        { "money", "$5" },
        { "money", "5%" },
        { "money", "=cmd" },
        { "money", "1e5" },
        { "rate", "25" },
        { "whole", "2.5" },
        { "date", "2025-02-30" },
        { "date", "01/06/2026" },
        { "yesno", "true" },
        { "area", "" },
        { "area", "Boston, MA" },
        { "choice", "cellar" },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Text_IsRead(string type, string text, string expected)
    {
        var parse = GivenValue.ParseText(Type(type), text, "form");
        Assert.Null(parse.Error);
        Assert.Equal(expected, parse.Value!.Value.ToString());
        Assert.Equal("form", parse.Value.Source);
        Assert.Equal(parse.Value.Value, GivenValue.ParseText(Type(type), parse.Value.Value.ToString()).Value!.Value);
    }

    [Theory]
    [InlineData("money", "-20", "below zero")]
    [InlineData("whole", "-160000", "below zero")]
    [InlineData("money", "92233720368547759", "above 10000000000000")]
    [InlineData("money", "12.345", "more than the 2 decimals of USD")]
    public void WhatNoFactCanBe_IsRefused(string type, string text, string says)
    {
        var parse = GivenValue.ParseText(Type(type), text, "", Currency.Usd);
        Assert.Null(parse.Value);
        Assert.Contains(says, parse.Error!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refuse))]
    public void Text_IsRefusedNamingWhatWasExpected(string type, string text)
    {
        var parse = GivenValue.ParseText(Type(type), text);
        Assert.Null(parse.Value);
        Assert.Contains(Type(type).Expectation, parse.Error!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{cost: 6000, done: 2021-05-01, kind: roof}]")]
    [InlineData("[ { \"kind\": \"roof\", \"cost\": 6000, \"done\": 2021-05-01 } ]")]
    public void Rows_AreReadWithOrWithoutQuotationMarks(string text)
    {
        var value = GivenValue.ParseText(_works, text).Value!.Value;
        Assert.Equal("[{cost: 6000, done: 2021-05-01, kind: \"roof\"}]", value.ToString());
        Assert.Equal(value, GivenValue.ParseText(_works, value.ToString()).Value!.Value);
    }

    [Theory]
    [InlineData("[{cost: 6000}]", "no done")]
    [InlineData("[{cost: 6000, cost: 1}]", "twice")]
    [InlineData("[{price: 6000}]", "not a field")]
    [InlineData("{cost: 6000}", "“[”")]
    public void Rows_SayWhatIsWrong(string text, string reason) =>
        Assert.Contains(reason, GivenValue.ParseText(_works, text).Error!, StringComparison.Ordinal);

    private static RuleType Type(string name) => name switch
    {
        "money" => RuleType.Money,
        "rate" => RuleType.Rate,
        "number" => RuleType.Number,
        "whole" => RuleType.Whole,
        "date" => RuleType.Date,
        "yesno" => RuleType.YesNo,
        "area" => RuleType.Area,
        _ => RuleType.Choice(["room", "roof"]),
    };
}
