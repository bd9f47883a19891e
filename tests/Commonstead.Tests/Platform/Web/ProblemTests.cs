using System.Net;
using System.Text;

namespace Commonstead.Tests.Platform.Web;

public sealed class ProblemTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task AByteThatNoFormMayHold_IsTheBrowsersFault_AndSaidSo()
    {
        await host.FoundTrusts();
        using var visitor = host.NewVisitor();
        using var form = new StringContent(
            "Input.Email=a%00b&Input.Password=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        var page = await visitor.Post("/sign-in", form);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("This form could not be accepted", page.Heading);
        Assert.Contains("cannot be read", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of the program", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Fill this in.")]
    [InlineData("many", "“many” cannot be read here.")]
    public async Task WhatCannotBeRead_IsSaidInPlainWords(string typed, string said)
    {
        await host.FoundTrusts();
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/series/income-limits?Area=us:county:25013&Household={typed}");
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }
}
