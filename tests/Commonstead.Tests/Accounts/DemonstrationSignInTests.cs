using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Accounts;

/// <summary>A demonstration says how to get in; a trust’s own record says nothing of the kind.</summary>
public sealed class DemonstrationSignInTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task OnlyADemonstration_NamesItsAccountsAndTheirPassword()
    {
        await host.FoundTrusts();
        var opened = await host.Does((OpenAccount open) => open, new OpenAccountInput
        {
            Name = "Dana Demo",
            Email = "dana@demo.example",
            Role = Role.Auditor,
        });
        Assert.True(opened.IsDone);
        using var visitor = host.NewVisitor();
        Assert.DoesNotContain("dana@demo.example", (await visitor.Open("/sign-in")).Text, StringComparison.Ordinal);
        var profile = host.Trust.Profile!;
        profile.IsDemonstration = true;
        try
        {
            var page = await visitor.Open("/sign-in");
            Assert.Contains("dana@demo.example – Dana Demo, Auditor", page.Text, StringComparison.Ordinal);
            Assert.Contains(DemonstrationSignIn.Password, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("@trust.example", page.Text, StringComparison.Ordinal);
        }
        finally
        {
            profile.IsDemonstration = false;
        }
    }

    [Fact]
    public async Task WhatARoleMayNotDo_NamesTheRolesThatMay()
    {
        await host.FoundTrusts();
        var refused = await host.Does(
            (AddParcel add) => add, new AddParcelInput { Name = "Nowhere" }, Intent.ActorWith(Role.Auditor));
        Assert.Equal(CommonRefusal.NotPermitted, refused.Code());
        var roles = Assert.IsType<Sentence>(Assert.Single(refused.Refusals).Figures[0]);
        Assert.Equal("Steward", Assert.IsType<Sentence>(Assert.Single(roles.Figures)).English);
    }
}
