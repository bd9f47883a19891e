using System.Net;
using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Pricing;

namespace Commonstead.Tests.Resales;

/// <summary>
/// Who sold keeps her own resale with its certificate and statement; nothing newer of the lease opens to her, and
/// nothing of the sale before to who bought.
/// </summary>
public sealed class SoldHomeTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheSeller_KeepsHerResale_AndTheBuyerSeesNoneOfIt(bool issuesNewLease)
    {
        PersonId seller = default;
        var lease = await host.PricedLease(l => seller = l.Holders[0].Person!.Value);
        Assert.True((await host.Does((StateLeaseTerms state) => state, new StateLeaseTermsInput
        {
            Lease = lease,
            Source = "Article 10",
            IssuesNewLease = issuesNewLease,
        })).IsDone);
        var (resale, buyer, closing) = await Sell(lease, issuesNewLease);
        var price = (await resale.Look()).Determination!.Value;
        using var reader = await host.SignInAs(Role.Leaseholder, seller.Value);
        var sold = await reader.Open("/my-lease");
        Assert.NotNull(sold.Document.QuerySelector($"main a[href='/resales/{resale.Id}']"));
        var name = (await host.Asks((IPeople people) => people.Names([buyer]))).Values.Single();
        foreach (var kept in new[]
        {
            $"/resales/{resale.Id}", $"/resales/{resale.Id}/closings/{closing}",
            $"/resales/{resale.Id}/steps/{StepKind.Inspection}", $"/prices/{price}", $"/prices/{price}/certificate",
            $"/prices/{price}/file",
        })
        {
            var answer = await reader.Http.GetAsync(kept);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain(name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var page = await reader.Open($"/resales/{resale.Id}");
        Assert.Null(page.Document.QuerySelector($"main a[href='/leases/{lease}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Http.GetAsync($"/leases/{lease}")).StatusCode);
        using var owner = await host.SignInAs(Role.Leaseholder, buyer.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync($"/resales/{resale.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound,
            (await owner.Http.GetAsync($"/resales/{resale.Id}/closings/{closing}")).StatusCode);
    }

    [Fact]
    public async Task OfLaterSales_AndLaterPrices_TheSellerLearnsNothing()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        PersonId seller = default;
        var lease = await own.PricedLease(l => seller = l.Holders[0].Person!.Value);
        Assert.True((await own.Does((StateLeaseTerms state) => state,
            new StateLeaseTermsInput { Lease = lease, Source = "Article 10", IssuesNewLease = false })).IsDone);
        var first = await new SoldHomeTests(own).Sell(lease, issuesNewLease: false);
        var price = (await first.Resale.Look()).Determination!.Value;
        own.Clock.Pass(TimeSpan.FromDays(40));
        var second = new ResaleCase(own, lease, (await own.Notice(lease)).Value);
        Assert.True((await second.RecordAppraisal()).IsDone);
        var later = await second.ApprovePrice();
        using var reader = await own.SignInAs(Role.Leaseholder, seller.Value);
        Assert.Equal(HttpStatusCode.OK, (await reader.Http.GetAsync($"/resales/{first.Resale.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Http.GetAsync($"/resales/{second.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Http.GetAsync($"/prices/{later}")).StatusCode);
        var page = await reader.Open($"/prices/{price}");
        Assert.DoesNotContain("A later price was approved", page.Text, StringComparison.Ordinal);
        using var owner = await own.SignInAs(Role.Leaseholder, first.Buyer.Value);
        Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync($"/resales/{second.Id}")).StatusCode);
    }

    private async Task<(ResaleCase Resale, PersonId Buyer, ClosingId Closing)> Sell(LeaseId lease, bool issuesNewLease)
    {
        var resale = await new ResaleCase(host, lease, (await host.Notice(lease)).Value).ReadyToClose();
        var buyer = (await resale.Look()).Buyers.Single().Person;
        Assert.True((await host.Issue((await resale.Look()).Determination!.Value)).IsDone);
        var closing = await resale.Prepare(c => c.NewLeaseNumber = issuesNewLease ? LeaseIntent.Unique("N") : null);
        Assert.True(closing.IsDone, string.Join("; ", closing.Refusals.Select(r => r.Code)));
        Assert.True((await resale.Confirm(closing.Value)).IsDone);
        return (resale, buyer, closing.Value);
    }
}
