namespace Commonstead.Core.Tests;

/// <summary>How long owners stay, in words.</summary>
public class LengthOfStayTests
{
    [Theory]
    [InlineData("8 % a year", "8 % a year", new[] { 0.08 })]
    [InlineData("100% a year", "100 % a year", new[] { 1.0 })]
    [InlineData("3 years", "3 years", new[] { 0.0, 0, 1 })]
    [InlineData("2 to 3 years", "2 to 3 years", new[] { 0.0, 0.5, 1 })]
    [InlineData("50, 25, 25", "50, 25, 25", new[] { 0.5, 0.5, 1 })]
    public void Words_SayTheChances(string text, string words, double[] chances)
    {
        var stay = LengthOfStay.Parse(text)!;
        Assert.Equal(words, stay.Words);
        Assert.Equal(chances, stay.Chances.Select(chance => (double)chance));
        Assert.Equal(words, LengthOfStay.Parse(stay.Words)!.Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 % a year")]
    [InlineData("101 % a year")]
    [InlineData("5 to 3 years")]
    [InlineData("100 years")]
    [InlineData("50, 40")]
    [InlineData("120, -20")]
    [InlineData("a while")]
    public void AnythingElse_IsNotUnderstood(string text) => Assert.Null(LengthOfStay.Parse(text));
}
