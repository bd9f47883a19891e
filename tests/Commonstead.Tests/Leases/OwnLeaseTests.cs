using System.Net;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Leases;

/// <summary>Two leaseholders side by side: each sees her lease, price working and resale, and nobody else's.</summary>
public sealed class OwnLeaseTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task TwoLeaseholders_EachSeesHerOwn_AndNothingOfTheOther()
    {
        var (one, two) = (await Sale(), await Sale());
        foreach (var (own, other) in ((Sold, Sold)[])[(one, two), (two, one)])
        {
            using var holder = await host.SignInAs(Role.Leaseholder, own.Holder);
            var page = await holder.Open("/my-lease");
            Assert.Equal($"/leases/{own.Resale.Lease}", page.Address);
            Assert.Contains("approved, valid until", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("was worked out as of", page.Text, StringComparison.Ordinal);
            Assert.Contains("$185,000", (await holder.Open($"/prices/{own.Price}")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await holder.Open($"/resales/{own.Resale.Id}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await holder.Open("/my/price")).Status);
            string[] others =
            [
                $"/leases/{other.Resale.Lease}", $"/api/v1/leases/{other.Resale.Lease}", $"/prices/{other.Price}",
                $"/prices/{other.Price}/certificate", $"/prices/{other.Price}/file", $"/api/v1/prices/{other.Price}",
                $"/resales/{other.Resale.Id}",
            ];
            foreach (var address in others)
            {
                using var answer = await holder.Http.GetAsync(
                    new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
            }

            var asked = await holder.Open($"/my/price?lease={other.Resale.Lease}");
            Assert.DoesNotContain(other.Number, asked.Text, StringComparison.Ordinal);
            var listed = await holder.Http.GetStringAsync("/api/v1/leases");
            Assert.Contains(own.Number, listed, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Number, listed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LeaseParcelAndHome_LeadToEachOther_AndToTheOpenResale()
    {
        var sale = await Sale();
        var view = await host.ViewOf(sale.Resale.Lease);
        using var steward = await host.SignInAsSteward();
        var lease = await steward.Open($"/leases/{sale.Resale.Lease}");
        Assert.NotNull(lease.Document.QuerySelector($".actions a[href='/resales/{sale.Resale.Id}']"));
        Assert.NotNull(lease.Document.QuerySelector($"a[href='/leases/{sale.Resale.Lease}/price']"));
        Assert.Contains("A maximum price of $185,000.00 was worked out", lease.Text, StringComparison.Ordinal);
        foreach (var address in (string[])[$"/land/homes/{view.Home.Id}", $"/land/parcels/{view.Home.Parcel}"])
        {
            var page = await steward.Open(address);
            Assert.NotNull(page.Document.QuerySelector($"main a[href='/leases/{sale.Resale.Lease}']"));
            Assert.NotNull(page.Document.QuerySelector($"main a[href='/resales/{sale.Resale.Id}']"));
            Assert.Contains("is under way", page.Text, StringComparison.Ordinal);
        }
    }

    private async Task<Sold> Sale()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        var price = await resale.ApprovePrice();
        var view = await host.ViewOf(resale.Lease);
        return new Sold(resale, price.ToString(), view.Lease.Number, view.Parts.Holdings[0].Person.Value);
    }

    private sealed record Sold(ResaleCase Resale, string Price, string Number, Guid Holder);
}
