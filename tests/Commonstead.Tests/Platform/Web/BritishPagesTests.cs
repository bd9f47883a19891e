using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Pricing;
using Commonstead.Tests.Access;
using Commonstead.Tests.Tidy;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform.Web;

/// <summary>A trust in Great Britain reads its own words on every page that needs no record.</summary>
public sealed class BritishPagesTests
{
    [Fact]
    public async Task NoPage_SaysAnAmericanWord()
    {
        await using var host = new TrustHost();
        using var steward = await Founded(host);
        // A rule is a document in its own words, which are not the program's to change.
        var titles = RuleBook.Shipped().Select(f => RuleDocument.Parse(File.ReadAllText(f), f).Document!.Title);
        var found = new List<string>();
        var opened = 0;
        foreach (var line in EndpointTable.Read().Where(line => line is { Method: "PAGE", Record: "-" }))
        {
            var page = await steward.Open("/" + line.Route.TrimStart('/'));
            if (page.Status != HttpStatusCode.OK) continue;
            opened++;
            var text = page.Document.Body!.TextContent;
            foreach (var same in BritishWords.SameInBoth.Concat(titles))
                text = text.Replace(same, "", StringComparison.Ordinal);
            if (BritishWords.AmericanIn(text) is { } word) found.Add($"{line.Route}: {word}");
        }

        Assert.True(opened > 20);
        Assert.Empty(found);
    }

    [Fact]
    public async Task TheLab_ShowsBritishExamples()
    {
        await using var host = new TrustHost();
        using var steward = await Founded(host);
        var page = await steward.Open("/lab?Ask.Incomes=x");
        Assert.Contains(
            "Name a series for market prices, such as “uk.nationwide”.", Assert.Single(page.Errors),
            StringComparison.Ordinal);
        page = await steward.Open("/lab/homes");
        Assert.Contains("Such as ons.earnings.residence.median of gb:E09000030", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bus[.:]|HUD", page.Text);
    }

    private static async Task<Visitor> Founded(TrustHost host)
    {
        await host.InitializeAsync();
        var founded = await host.Run(host.Trust, Actor.Visitor, s => s.GetRequiredService<FoundTrust>(), new()
        {
            TrustName = "Ash Community Land Trust",
            Country = Country.GreatBritain,
            Currency = "GBP",
            TimeZone = "Europe/London",
            StewardName = "Sam Steward",
            Email = Intent.AddressOf(Role.Steward),
            Password = Intent.Password,
        });
        Assert.True(founded.IsDone);
        return await host.SignIn(Intent.AddressOf(Role.Steward));
    }
}
