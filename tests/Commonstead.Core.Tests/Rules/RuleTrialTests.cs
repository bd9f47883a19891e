namespace Commonstead.Core.Tests;

public sealed class RuleTrialTests
{
    private static readonly RuleDocument _rule = RuleTest.Read(
        "given paid money\nseries cpi number \"somebody\"\n"
        + "maximum_price = round(paid * cpi on as_of / 100, nearest to 1)");

    [Fact]
    public void FactsAndFigures_AreReadAsAnExamplesAre()
    {
        var trial = RuleTrial.Parse(_rule, "paid = 200\r\nas_of = 2026-06-01\r\ncpi on 2026-06-01 = 110\r\n");
        Assert.Empty(trial.Errors);
        Assert.True(trial.HasFigures);
        Assert.Equal(220, _rule.Evaluate(trial.Inputs!).Result!.MaximumPrice.Amount);
    }

    [Fact]
    public void WithoutFigures_ItSaysSo()
    {
        var trial = RuleTrial.Parse(_rule, "paid = 200\nmaximum_price => 1");
        Assert.False(trial.HasFigures);
        Assert.Equal(RuleErrorCode.MissingFigure, _rule.Evaluate(trial.Inputs!).Error!.Code);
    }

    [Theory]
    [InlineData("home = gb:E09000030", "found gb:E09000030 without quotation marks; expected \"gb:E09000030\"")]
    [InlineData("home = us:metro:new-york", "without quotation marks; expected \"us:metro:new-york\"")]
    [InlineData("places = [{place: us:county:25013}]", "found us:county:25013 without quotation marks")]
    [InlineData("home = Boston",
        "found “Boston”; expected the code of an area, such as us:county:25013 or gb:E09000030, in quotation marks")]
    [InlineData("home = 3", "found “3”; expected the code of an area")]
    [InlineData("home =", "found the end of the statement; expected the code of an area")]
    public void AnAreaWithoutQuotationMarks_IsToldSo(string text, string says)
    {
        var rule = RuleTest.Read("given home area\ngiven places list of { place area } = []\n"
            + "maximum_price = round(money(1), down to 1)");
        var error = Assert.Single(RuleTrial.Parse(rule, text).Errors);
        Assert.Equal(RuleErrorCode.TypeMismatch, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paid = two hundred", 1)]
    [InlineData("paid = 200\npaid = 300", 2)]
    [InlineData("paid = 200\n\nprice = 300", 3)]
    [InlineData("cpi of \"us\" on 2026-06-01 = 1", 1)]
    [InlineData("paid = 200\n§", 2)]
    public void WhatIsWrong_IsNamedByLine(string text, int line)
    {
        var trial = RuleTrial.Parse(_rule, text);
        Assert.Null(trial.Inputs);
        Assert.Equal(line, trial.Errors[0].Line);
    }
}
