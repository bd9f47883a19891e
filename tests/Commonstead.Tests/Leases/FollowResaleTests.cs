using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Resales;

namespace Commonstead.Tests.Leases;

public sealed class FollowResaleTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly DateOnly _closedOn = new(2026, 5, 20);
    private static readonly Money _price = Money.Of(175_000, Currency.Usd);

    [Fact]
    public async Task Closing_EndsTheSellersLease_AndBeginsTheBuyersOnTheSameTerms()
    {
        var rule = await host.TestRule();
        var seller = await host.NewLease(i =>
        {
            (i.Rule, i.TransferFeePercent, i.IncomeLimitPercent) = (rule, 1, 80);
            i.Fee = new FeeInput { Amount = Money.Of(40, Currency.Usd) };
            i.Facts = [new FactInput { Name = "purchase_price", Text = "160000", Source = "Closing statement" }];
        });
        var buyer = await host.NewPerson("Buyer");
        var closed = Closed(seller, buyer, RecordIds.New<LeaseId>());
        Assert.True((await host.Tell(closed)).IsDone);
        var old = await host.ViewOf(seller);
        Assert.Equal((LeaseStanding.Ended, _closedOn, EndReason.Resale), (old.Lease.Standing, old.Lease.EndedOn,
            old.Lease.EndReason));
        Assert.Empty(old.Parts.HoldersOn(_closedOn));
        Assert.NotEmpty(old.Parts.HoldersOn(_closedOn.AddDays(-1)));
        var next = await host.ViewOf(closed.NewLease!.Value);
        Assert.Equal("Ana Buyer", next.Lease.HolderNames);
        Assert.Equal((rule, 1m, 80m), (next.Lease.RuleHash, next.Lease.TransferFeePercent,
            next.Lease.IncomeLimitPercent));
        Assert.Equal((_closedOn, new DateOnly(2125, 5, 19)), (next.Lease.StartsOn, next.Lease.EndsOn));
        Assert.Equal(Money.Of(40, Currency.Usd), next.Parts.FeeOn(_closedOn)!.Amount);
        var facts = next.Parts.FactsOn(host.Trust.Today).ToDictionary(f => f.Name, f => f.Text);
        Assert.Equal("175000.00", facts["purchase_price"]);
        Assert.Equal("2026-05-20", facts["purchase_date"]);
        Assert.DoesNotContain("appraisal_at_sale", facts.Keys);
        Assert.Empty((await Verification.Run(host.Trust)).Breaks);
    }

    [Fact]
    public async Task VoidedClosing_PutsTheSellersLeaseBack()
    {
        var seller = await host.NewLease();
        var closed = Closed(seller, await host.NewPerson(), RecordIds.New<LeaseId>());
        await host.Tell(closed);
        Assert.True((await host.Tell(VoidingOf(closed))).IsDone);
        var old = await host.ViewOf(seller);
        Assert.Equal("In force", old.State.Text);
        Assert.Single(old.Parts.HoldersOn(host.Trust.Today));
        Assert.Equal("Void", (await host.ViewOf(closed.NewLease!.Value)).State.Text);
        Assert.Equal(FollowResaleRefusal.BuyersLeaseChanged, (await host.Tell(VoidingOf(closed))).Code());
    }

    [Fact]
    public async Task AssignedLease_PassesToTheBuyer_AndBackWhenTheClosingIsVoided()
    {
        var lease = await host.NewLease(i => i.Facts =
            [new FactInput { Name = "purchase_price", Text = "160000", Source = "Closing statement" }]);
        var buyer = await host.NewPerson("Assignee");
        var closed = Closed(lease, buyer, null);
        await host.Tell(closed);
        var passed = await host.ViewOf(lease);
        Assert.Equal(buyer, Assert.Single(passed.Parts.HoldersOn(_closedOn)).Person);
        Assert.Equal("175000.00", passed.Parts.FactsOn(host.Trust.Today).Single(f => f.Name == "purchase_price").Text);
        Assert.Equal(("In force", "Ana Assignee"), (passed.State.Text, passed.Lease.HolderNames));
        Assert.Equal(Money.Of(175_000, Currency.Usd), passed.ValueOf("purchase_price", "175000.00"));
        Assert.Equal(_closedOn, passed.ValueOf("purchase_date", "2026-05-20"));
        Assert.True((await host.Tell(VoidingOf(closed))).IsDone);
        var back = await host.ViewOf(lease);
        Assert.NotEqual(buyer, Assert.Single(back.Parts.HoldersOn(host.Trust.Today)).Person);
        Assert.Equal("160000", back.Parts.FactsOn(host.Trust.Today).Single(f => f.Name == "purchase_price").Text);
        Assert.Equal(FollowResaleRefusal.BuyersLeaseChanged, (await host.Tell(VoidingOf(closed))).Code());
    }

    [Fact]
    public async Task LeaseNotInForce()
    {
        var seller = await host.NewLease();
        await host.Tell(Closed(seller, await host.NewPerson(), RecordIds.New<LeaseId>()));
        var again = await host.Tell(Closed(seller, await host.NewPerson(), RecordIds.New<LeaseId>()));
        Assert.Equal(FollowResaleRefusal.LeaseNotInForce, again.Code());
    }

    [Fact]
    public async Task ClosedBeforeStart()
    {
        var closed = Closed(await host.NewLease(), await host.NewPerson(), null) with
        {
            ClosedOn = new DateOnly(2019,
            5, 13)
        };
        Assert.Equal(FollowResaleRefusal.ClosedBeforeStart, (await host.Tell(closed)).Code());
    }

    [Fact]
    public async Task NewNumberTaken()
    {
        var input = await host.LeaseInput();
        await host.Enter(input);
        var closed = Closed(await host.NewLease(), await host.NewPerson(), RecordIds.New<LeaseId>());
        var outcome = await host.Tell(closed with { NewLeaseNumber = input.Number });
        Assert.Equal(FollowResaleRefusal.NewNumberTaken, outcome.Code());
    }

    private static ResaleClosed Closed(LeaseId lease, PersonId buyer, LeaseId? newLease) => new(
        RecordIds.New<ResaleId>(), lease, [buyer], _price, _closedOn, newLease,
        newLease is null ? null : LeaseIntent.Unique("N"));

    private ClosingVoided VoidingOf(ResaleClosed closed) =>
        new(closed.Resale, closed.Lease, closed.NewLease, host.Trust.Today);
}
