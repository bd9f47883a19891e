using System.Net;
using System.Net.Http.Json;
using Commonstead.Accounts;
using Commonstead.Pricing;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Pricing;

/// <summary>A price from the form to the paper and the public page behind its code.</summary>
public sealed class CertificateTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ASteward_WorksAPriceOut_AnotherApproves_AndAnybodyWithThePaperSeesTheWorking()
    {
        var lease = await host.PricedLease();
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/leases/{lease}/price");
        var price = await form.Submit(new Dictionary<string, string>
        {
            ["Input.Givens[0].Text"] = "260000",
            ["Input.Givens[0].Source"] = "Appraisal by Pat Example, 3 Secret Street",
        });
        Assert.Contains("$185,000.00", price.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for approval", price.Text, StringComparison.Ordinal);
        using var approver = await host.SignInAs(Role.Approver);
        var approved = await (await approver.Open(price.Address)).Submit(new Dictionary<string, string>(), "#approve");
        Assert.Contains("Valid until", approved.Text, StringComparison.Ordinal);
        var issued = await (await steward.Open(price.Address + "/certificate")).Submit(new Dictionary<string,
            string>(), "#issue");
        var address = issued.Document.QuerySelector(".certificate-foot a")!.TextContent;
        using var anybody = host.NewVisitor();
        var page = await anybody.Open(new Uri(address).PathAndQuery);
        Assert.Equal("Maximum price of a home", page.Heading);
        Assert.Contains("$185,000.00", page.Text, StringComparison.Ordinal);
        Assert.Contains("260,000.00 − 160,000.00", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Example", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page.Text, StringComparison.Ordinal);
        Assert.Equal("noindex", page.Response.Headers.GetValues("X-Robots-Tag").Single());
        var again = await page.Submit(new Dictionary<string, string>());
        Assert.Contains("It comes out the same.", again.Text, StringComparison.Ordinal);
        var json = await anybody.Http.GetStringAsync(new Uri(address).AbsolutePath + "/determination.json");
        Assert.DoesNotContain("Secret", json, StringComparison.Ordinal);
        var proof = SignedDetermination.Check(json);
        Assert.Empty(proof.Faults);
        Assert.True(proof.IsSigned);
        Assert.Equal(host.Trust.Signing.Fingerprint, proof.Fingerprint);
    }

    [Fact]
    public async Task AForgedCode_IsAnsweredLikeAnUnknownOne()
    {
        var code = await host.Certified(await host.ApprovedPrice(await host.PricedLease()));
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", code);
        using var anybody = host.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await anybody.Open("/p/" + code.ToUpperInvariant())).Status);
        var forged = code[..^1] + (code[^1] == '0' ? '1' : '0');
        string[] wrong = [forged, "x", "%20", new string('0', 26), new string('a', 65), code + "'--"];
        foreach (var text in wrong)
        {
            var page = await anybody.Open("/p/" + text);
            Assert.True(page.Status == HttpStatusCode.NotFound, $"“{text}” led to {page.Address}: {page.Heading}");
            Assert.Equal("Page not found", page.Heading);
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.Open($"/p/{text}/determination.json")).Status);
        }

        using var elsewhere = host.NewVisitor(TrustHost.Elm);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Open("/p/" + code)).Status);
    }

    [Fact]
    public async Task WhoGuessesCodes_IsStoppedAfterTwenty_InPlainWords()
    {
        await using var own = new TrustHost { WrongCodesPerMinute = 20 };
        await own.InitializeAsync();
        var code = await own.Certified(await own.ApprovedPrice(await own.PricedLease()));
        using var anybody = own.NewVisitor();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await anybody.Open("/p/" + code)).Status);
            var address = $"/p/{i:00000000000000000000000000}" + (i % 2 == 0 ? "" : "/determination.json");
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.Open(address)).Status);
        }

        foreach (var address in new[] { "/p/x", "/p/x/determination.json", "/p/" + code })
        {
            var page = await anybody.Open(address);
            Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
            Assert.Equal("Too many tries", page.Heading);
            Assert.Contains("Wait a minute, then try again.", page.Text, StringComparison.Ordinal);
        }

        using var elsewhere = own.NewVisitor(TrustHost.Elm);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Open("/p/" + code)).Status);
    }

    [Fact]
    public async Task ThePublicPage_SaysWhenAPriceIsSuperseded_Voided_OrExpired()
    {
        using var anybody = host.NewVisitor();
        var lease = await host.PricedLease();
        var first = await host.Certified(await host.ApprovedPrice(lease));
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        var later = await host.ApprovedPrice(lease, "300000");
        var second = await host.Certified(later);
        Assert.Contains("holds no longer", (await anybody.Open("/p/" + first)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("holds no longer", (await anybody.Open("/p/" + second)).Text, StringComparison.Ordinal);
        Assert.True((await host.SetAside(later)).IsDone);
        Assert.Contains("does not hold", (await anybody.Open("/p/" + second)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("holds no longer", (await anybody.Open("/p/" + first)).Text, StringComparison.Ordinal);
        host.Clock.Pass(TimeSpan.FromDays(181));
        Assert.Contains("has expired", (await anybody.Open("/p/" + first)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAddress_IsShownOnlyWhileTheSellerAgrees()
    {
        using var anybody = host.NewVisitor();
        var id = await host.ApprovedPrice(await host.PricedLease());
        var home = (await host.Asks((Determinations all) => all.Whole(id)))!.Lease;
        var address = (await host.Asks((Commonstead.Leases.ILeases leases) => leases.Names([home])))[home].Address;
        var shown = await host.Certified(id, address: true);
        Assert.Contains(address, (await anybody.Open("/p/" + shown)).Text, StringComparison.Ordinal);
        var hidden = await host.Certified(id);
        Assert.NotEqual(shown, hidden);
        var before = (await anybody.Open("/p/" + shown)).Text;
        Assert.DoesNotContain(address, before, StringComparison.Ordinal);
        Assert.Contains("newer certificate", before, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await anybody.Open("/p/" + hidden)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALeaseholder_EstimatesHerPrice_AndSeesOnlyHerOwnApprovedOne()
    {
        var (lease, holder) = await host.LeaseWithHolder();
        var (_, stranger) = await host.LeaseWithHolder();
        var form = await holder.Open("/my/price");
        var estimate = await form.Submit(
            new Dictionary<string, string> { ["Givens[0].Text"] = "240000" }, "#estimate");
        Assert.Contains("not binding", estimate.Text, StringComparison.Ordinal);
        Assert.Contains("$180,000.00", estimate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("determination", estimate.Text, StringComparison.OrdinalIgnoreCase);
        var made = (await host.Make(host.PriceOf(lease))).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await holder.Open($"/prices/{made}")).Status);
        Assert.True((await host.Approve(made)).IsDone);
        await host.Certified(made);
        string[] pages = ["", "/certificate", "/file"];
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await holder.Open($"/prices/{made}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/prices/{made}{page}")).Status);
        }

        Assert.Contains("$185,000.00", (await holder.Open("/my/price")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/my/price?lease={lease}")).Status);
        holder.Dispose();
        stranger.Dispose();
    }

    [Fact]
    public async Task TheApi_GivesRules_FrozenPrices_AndEstimates()
    {
        var lease = await host.PricedLease();
        var id = await host.ApprovedPrice(lease);
        using var steward = await host.SignInAsSteward();
        Assert.Contains("Test rule", await steward.Http.GetStringAsync("/api/v1/rules"), StringComparison.Ordinal);
        var frozen = DeterminationFile.FromJson(await steward.Http.GetStringAsync($"/api/v1/prices/{id}"));
        Assert.Empty(frozen.Recompute());
        using var asked = await steward.Http.PostAsJsonAsync("/api/v1/prices/estimate", new
        {
            lease = lease.ToString(),
            givens = new[] { new { name = "appraisal_at_sale", text = "240000", source = "A guess" } },
        });
        Assert.Equal("180000.00", DeterminationFile.FromJson(await asked.Content.ReadAsStringAsync()).MaximumPrice);
        using var incomplete = await steward.Http.PostAsJsonAsync("/api/v1/prices/estimate",
            new { lease = lease.ToString() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("FactMissing", await incomplete.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
