using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Resales;
using Commonstead.Tests.People;
using Commonstead.Tests.Resales;

namespace Commonstead.Tests.Leases;

/// <summary>What becomes of leases and resales when people in them are merged, or ask to be erased.</summary>
public sealed class TieTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Leaseholder_IsNotErased_AndTheLeaseIsNamed()
    {
        var input = await host.LeaseInput();
        await host.Enter(input);
        var refused = Assert.Single((await Erase(host, input.Holders[0].Person!.Value)).Refusals);
        Assert.Equal(ErasePersonRefusal.StillTied, refused.Code);
        Assert.Equal($"Holds lease {input.Number}", refused.Figures[0]);
    }

    [Fact]
    public async Task FormerLeaseholder_KeepsTheirNameOnTheLease_UntilNoClaimCanBeBrought()
    {
        await using var own = new TrustHost();
        await own.InitializeAsync();
        var input = await own.LeaseInput();
        var person = await own.AddPerson("Former", "Holder", i => i.Email = "former@example.org");
        input.Holders = [new HolderInput { Person = person }];
        var lease = await own.Enter(input);
        await own.Does((EndLease end) => end, new EndLeaseInput
        {
            Lease = lease,
            Version = 1,
            On = new DateOnly(2026, 1, 2),
            Reason = EndReason.Surrendered,
        });
        Assert.True((await Erase(own, person)).IsDone);
        var view = await own.ViewOf(lease);
        Assert.Equal(("Former Holder", "Former Holder"), (view.Lease.HolderNames, view.NameOf(person)));
        own.Clock.Set(new DateOnly(2038, 1, 3));
        Assert.True((await Erase(own, person)).IsDone);
        view = await own.ViewOf(lease);
        Assert.DoesNotContain("Former", view.Lease.HolderNames + view.Lease.Search, StringComparison.OrdinalIgnoreCase);
        Assert.Empty((await Verification.Run(own.Trust)).Breaks);
    }

    [Fact]
    public async Task SellerAndBuyer_AreNotErased_WhileTheResaleIsOpen_AndTheTieStaysAfterwards()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        await resale.ApprovePrice();
        await resale.DecideOption();
        var buyer = await host.AddPerson("Bea", "Buyer");
        Assert.True((await resale.FindBuyer(i => i.Buyers = [buyer])).IsDone);
        var number = (await resale.Look()).Number;
        var refused = Assert.Single((await Erase(host, buyer)).Refusals);
        Assert.Equal(ErasePersonRefusal.StillTied, refused.Code);
        Assert.Equal($"Buyer in resale {number}", refused.Figures[0]);
        var seller = (await host.ViewOf(resale.Lease)).Parts.Holdings[0].Person;
        Assert.Contains($"Seller in resale {number}", await TiesOf(seller));
    }

    [Fact]
    public async Task MergedLeaseholder_IsShownUnderTheEntryKept()
    {
        var input = await host.LeaseInput();
        var (duplicate, kept) = (await host.AddPerson("Dora", "Dubble"), await host.AddPerson("Dora", "Keptname"));
        input.Holders = [new HolderInput { Person = duplicate }];
        var lease = await host.Enter(input);
        Assert.True((await Merge(duplicate, kept)).IsDone);
        var view = await host.ViewOf(lease);
        Assert.Equal("Dora Keptname", view.Lease.HolderNames);
        Assert.Equal(kept, Assert.Single(view.Parts.HoldersOn(view.Today)).Person);
        using var steward = await host.SignInAsSteward();
        Assert.Contains("Dora Keptname", (await steward.Open($"/leases/{lease}")).Text, StringComparison.Ordinal);
        Assert.Contains(input.Number, (await steward.Open("/leases?q=keptname")).Text, StringComparison.Ordinal);
        Assert.Equal([lease], await host.Asks((ILeases leases) => leases.HeldBy(kept)));
        Assert.Contains($"Holds lease {input.Number}", await TiesOf(kept));
    }

    [Fact]
    public async Task MergedBuyer_IsShownUnderTheEntryKept_AndHoldsTheLeaseUnderIt()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        await resale.ApprovePrice();
        await resale.DecideOption();
        var (duplicate, kept) = (await host.AddPerson("Bo", "Dupe"), await host.AddPerson("Bo", "Kept"));
        await resale.FindBuyer(i => i.Buyers = [duplicate]);
        Assert.True((await Merge(duplicate, kept)).IsDone);
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/resales/{resale.Id}");
        Assert.Contains("Bo Kept", page.Text, StringComparison.Ordinal);
        Assert.Contains(await TiesOf(kept), tie => tie.StartsWith("Buyer in", StringComparison.Ordinal));
        await host.Tell(new ResaleClosed(resale.Id, resale.Lease, [duplicate], Money.Of(175_000, Currency.Usd),
            host.Trust.Today, null, null));
        var view = await host.ViewOf(resale.Lease);
        Assert.Equal(kept, Assert.Single(view.Parts.HoldersOn(view.Today)).Person);
        Assert.Equal("Bo Kept", view.Lease.HolderNames);
    }

    private Task<List<string>> TiesOf(PersonId person) =>
        host.Asks(async (Ties ties) => (await ties.Of(person)).Select(t => t.What).ToList());

    private Task<Outcome<PersonId>> Merge(PersonId duplicate, PersonId kept) =>
        host.AsSteward<MergePersons, MergePersonsInput, PersonId>(new() { Duplicate = duplicate, Kept = kept });

    private static Task<Outcome<PersonId>> Erase(TrustHost host, PersonId person) =>
        host.AsSteward<ErasePerson, ErasePersonInput, PersonId>(new() { Person = person, IsUnderstood = true });
}
