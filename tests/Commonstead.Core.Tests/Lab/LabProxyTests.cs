namespace Commonstead.Core.Tests;

/// <summary>Proxies are declared in words and say themselves again in one form.</summary>
public class LabProxyTests
{
    [Theory]
    [InlineData("CPI + 0.5 %", "CPI + 0.5 %")]
    [InlineData("cpi+0.5%", "CPI + 0.5 %")]
    [InlineData("CPI", "CPI")]
    [InlineData("market − 2 %", "market − 2 %")]
    [InlineData("incomes - 1.25%", "incomes − 1.25 %")]
    [InlineData("6.5 %", "6.5 %")]
    [InlineData("-1%", "−1 %")]
    [InlineData("148,900 in 2024, CPI + 0.5 %", "148900 in 2024, CPI + 0.5 %")]
    [InlineData("100 in 1990, 3%", "100 in 1990, 3 %")]
    public void ADeclaration_SaysItselfAgain(string text, string words)
    {
        var proxy = LabProxy.Parse(text);
        Assert.Equal(words, proxy?.Words);
        Assert.Equal(proxy, LabProxy.Parse(words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("about 3%")]
    [InlineData("CPI 0.5 %")]
    [InlineData("CPI + 0.5")]
    [InlineData("6.5")]
    [InlineData("600 %")]
    [InlineData("in 2024, CPI")]
    [InlineData("-5 in 2024, CPI")]
    [InlineData("100 in 20240, CPI")]
    public void AnythingElse_IsNotUnderstood(string text) => Assert.Null(LabProxy.Parse(text));
}
