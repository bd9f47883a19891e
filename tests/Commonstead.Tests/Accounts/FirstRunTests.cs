using Commonstead.Accounts;
using Commonstead.Platform.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Accounts;

public sealed class FirstRunTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task NewTrust_AsksForItsName_MakesASteward_AndSignsIn()
    {
        using var visitor = host.NewVisitor();
        var page = await visitor.Open("/land");
        Assert.Equal("/first-run", page.Address);
        var refused =
            await page.Submit(Fields("no such currency"[..3], "America/New_York", "a long enough pass phrase"));
        Assert.Single(refused.Errors);
        refused = await page.Submit(Fields("USD", "America/Nowhere", "a long enough pass phrase"));
        Assert.Contains("Nowhere", Assert.Single(refused.Errors), StringComparison.Ordinal);
        refused = await page.Submit(Fields("USD", "America/New_York", "short"));
        Assert.Contains("12", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var bad = Fields("usd", "America/Nowhere", "short");
        bad["Input.TrustName"] = bad["Input.Email"] = "";
        Assert.Equal(5, (await page.Submit(bad)).Errors.Count);
        var signIn = await page.Submit(Fields("USD", "America/New_York", "a long enough pass phrase"));
        Assert.Equal("/sign-in?made=true", signIn.Address);
        Assert.Contains("The trust is made.", signIn.Text, StringComparison.Ordinal);
        var desk = await signIn.Submit(new Dictionary<string, string>
        {
            ["Input.Email"] = "sam@example.org",
            ["Input.Password"] = "a long enough pass phrase",
        });
        Assert.Equal("Desk", desk.Heading);
        Assert.Equal("/", (await visitor.Open("/first-run")).Address);
        using var elsewhere = host.NewVisitor(TrustHost.Elm);
        Assert.Equal("/first-run", (await elsewhere.Open("/")).Address);
    }

    private static Dictionary<string, string> Fields(string currency, string zone, string password) => new()
    {
        ["Input.TrustName"] = "Oak Community Land Trust",
        ["Input.Currency"] = currency,
        ["Input.TimeZone"] = zone,
        ["Input.StewardName"] = "Sam Steward",
        ["Input.Email"] = "sam@example.org",
        ["Input.Password"] = password,
    };

    [Theory]
    [InlineData(FoundTrustRefusal.UnknownCurrency, "us")]
    [InlineData(FoundTrustRefusal.UnknownCurrency, "DOL")]
    [InlineData(FoundTrustRefusal.UnknownCurrency, "DEM")]
    [InlineData(FoundTrustRefusal.UnknownTimeZone)]
    [InlineData(FoundTrustRefusal.WeakPassword)]
    public async Task WhatIsNotKnownOrTooWeak_IsRefused(FoundTrustRefusal code, string currency = "USD")
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var input = Input();
        input.Currency = currency;
        if (code == FoundTrustRefusal.UnknownTimeZone) input.TimeZone = "America/Nowhere";
        if (code == FoundTrustRefusal.WeakPassword) input.Password = "aaaaaaaaaaaaaaaa";
        Assert.Equal(code, (await Found(own, input)).Refusals.Single().Code);
        Assert.Null(own.Trust.Profile);
    }

    [Fact]
    public async Task CurrencyAndTimeZone_AreChosenFromLists()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        using var visitor = own.NewVisitor();
        var page = await visitor.Open("/first-run");
        string[] Offered(string name) =>
            [.. page.Document.QuerySelectorAll($"[name='{name}'] option").Select(o => o.GetAttribute("value")!)];
        Assert.Contains("GBP", Offered("Input.Currency"));
        Assert.Contains("Europe/London", Offered("Input.TimeZone"));
        Assert.Equal("USD",
            page.Document.QuerySelector("[name='Input.Currency'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AlreadyFounded()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        Assert.True((await Found(own, Input())).IsDone);
        Assert.Equal(FoundTrustRefusal.AlreadyFounded, (await Found(own, Input())).Refusals.Single().Code);
    }

    private static Task<Outcome<AccountId>> Found(TrustHost own, FoundTrustInput input) =>
        own.Run(own.Trust, Actor.Visitor, s => s.GetRequiredService<FoundTrust>(), input);

    private static FoundTrustInput Input() => new()
    {
        TrustName = "Ash Community Land Trust",
        StewardName = "Sam Steward",
        Email = "sam@example.org",
        Password = Intent.Password,
    };
}
