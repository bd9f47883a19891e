using System.Net;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Resales;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Leases;

/// <summary>
/// Whoever takes a lease over by assignment reads what the lease says and what happens from then on, and nothing of the
/// private matters of the owner before her.
/// </summary>
public sealed class AssignedLeaseTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Buyer_ReadsNothingOfTheOwnerBefore_AndTheSellerKeepsHerOwnPrice()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        var price = await resale.ApprovePrice();
        var before = await host.ViewOf(resale.Lease);
        var seller = before.Parts.Holdings[0].Person;
        await Matters(resale.Lease);
        var buyer = await host.NewPerson("Assignee");
        var closed = new ResaleClosed(
            resale.Id, resale.Lease, [buyer], Money.Of(175_000, Currency.Usd), host.Trust.Today, null, null);
        Assert.True((await host.Tell(closed)).IsDone);

        using var hers = await host.SignInAs(Role.Leaseholder, buyer.Value);
        var page = await hers.Open($"/leases/{resale.Lease}");
        Assert.Contains($"Lease {before.Lease.Number} began", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Assignee became leaseholder", page.Text, StringComparison.Ordinal);
        Assert.Contains("$175,000.00", page.Text, StringComparison.Ordinal);
        string[] matters =
        [
            "Valley Credit Union", "A new porch", "Late with the fee", before.NameOf(seller), "approved, valid until",
            "$185,000",
        ];
        Assert.All(matters, words => Assert.DoesNotContain(words, page.Text, StringComparison.Ordinal));
        var own = await hers.Open("/my/price");
        Assert.DoesNotContain("$185,000", own.Text, StringComparison.Ordinal);
        foreach (var address in (string[])
            [$"/prices/{price}", $"/prices/{price}/certificate", $"/api/v1/prices/{price}"])
        {
            using var answer = await hers.Http.GetAsync(
                new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }

        using var sellers = await host.SignInAs(Role.Leaseholder, seller.Value);
        Assert.Equal(HttpStatusCode.OK, (await sellers.Open($"/prices/{price}")).Status);
        using var steward = await host.SignInAsSteward();
        var whole = await steward.Open($"/leases/{resale.Lease}");
        Assert.All(matters[..4], words => Assert.Contains(words, whole.Text, StringComparison.Ordinal));
    }

    // A loan, works and a notice of the owner before, long before the sale.
    private async Task Matters(LeaseId lease)
    {
        var day = new DateOnly(2024, 1, 9);
        await host.NewMortgage(lease);
        await host.Does((RecordWorks record) => record, new RecordWorksInput
        {
            Lease = lease,
            Description = "A new porch",
            NoticeOn = day,
            Cost = Money.Of(4_000, Currency.Usd),
        });
        await host.Does((RecordLeaseNotice record) => record,
            new RecordLeaseNoticeInput { Lease = lease, On = day, Summary = "Late with the fee" });
    }
}
