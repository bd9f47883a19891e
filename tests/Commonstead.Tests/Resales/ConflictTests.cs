using System.Net;
using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Leases;
using Commonstead.Tests.People;
using Commonstead.Tests.Pricing;

namespace Commonstead.Tests.Resales;

/// <summary>Who is tied to the seller or the buyer approves neither price nor buyer nor closing.</summary>
public sealed class ConflictTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task WhoDeclaredAnInterest_ApprovesNoPrice_NoBuyer_AndNoClosing()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        var price = (await host.Make(host.PriceOf(resale.Lease))).Value;
        Assert.True((await Declare(resale, LeaseIntent.Approver)).IsDone);
        Assert.Equal(ConflictRefusal.HasInterest, (await host.Approve(price)).Code());
        Assert.True((await host.Approve(price, actor: ResaleIntent.Board)).IsDone);
        Assert.True((await resale.DecideOption()).IsDone);
        var cousin = LeaseIntent.Steward with { Key = "cousin" };
        Assert.True((await Declare(resale, cousin)).IsDone);
        Assert.Equal(ConflictRefusal.HasInterest, (await resale.FindBuyer(actor: cousin)).Code());
        Assert.True((await resale.FindBuyer()).IsDone);
        Assert.Equal(ConflictRefusal.HasInterest, (await resale.Certify(actor: cousin)).Code());
        Assert.True((await resale.Certify()).IsDone);
        await resale.TickSteps();
        Assert.Equal(ConflictRefusal.HasInterest, (await resale.Prepare(actor: cousin)).Code());
        var closing = await resale.Prepare();
        Assert.Equal(ConflictRefusal.HasInterest, (await resale.Confirm(closing.Value)).Code());
        Assert.True((await resale.Confirm(closing.Value, ResaleIntent.Board)).IsDone);
    }

    [Fact]
    public async Task WhoHasAnInterest_DoesNothingElseInTheResaleEither_ButSay()
    {
        var resale = await host.NewResale();
        var cousin = LeaseIntent.Steward with { Key = "cousin" };
        Assert.True((await Declare(resale, cousin)).IsDone);
        var end = new EndResaleInput { Resale = resale.Id, SeenVersion = await resale.Version(), Reason = "No" };
        var dispute = new DisputeAppraisalInput
        {
            Resale = resale.Id,
            SeenVersion = end.SeenVersion,
            DisputedOn = host.Trust.Today,
            Reason = "Too low",
        };
        Enum?[] refused =
        [
            (await resale.RecordAppraisal(actor: cousin)).Code(), (await resale.Ask(170_000, cousin)).Code(),
            (await resale.DecideOption(actor: cousin)).Code(),
            (await resale.Settle(StepKind.Inspection, actor: cousin)).Code(),
            (await resale.Settle(StepKind.Recording, actor: cousin)).Code(),
            (await host.Does((DisputeAppraisal o) => o, dispute, cousin)).Code(),
            (await host.Does((CancelResale o) => o, end, cousin)).Code(),
            (await host.Does((ReopenResale o) => o, end, cousin)).Code(),
            (await host.Make(host.PriceOf(resale.Lease), cousin)).Code(),
        ];
        Assert.All(refused, code => Assert.Equal(ConflictRefusal.HasInterest, code));
        Assert.Equal(DeclareInterestRefusal.OnRecord, (await Declare(resale, cousin)).Code());
        Assert.Equal(0, (await resale.Look()).Steps.Count(s => s.State != StepState.Open));
    }

    [Fact]
    public async Task WhoHasAnInterest_NeitherSendsBackNorVoids_APriceOrAClosing()
    {
        var resale = await (await host.NewResale()).ReadyToClose();
        var closing = await resale.Prepare();
        Assert.True((await Declare(resale, LeaseIntent.Approver)).IsDone);
        Assert.Equal(ConflictRefusal.HasInterest, (await resale.SetAside(closing.Value)).Code());
        var price = (await resale.Look()).Determination!.Value;
        var aside = new SetAsideDeterminationInput { Determination = price, Reason = "Wrong" };
        Assert.Equal(ConflictRefusal.HasInterest,
            (await host.Does((SetAsideDetermination o) => o, aside, LeaseIntent.Approver)).Code());
        Assert.True((await resale.Confirm(closing.Value, ResaleIntent.Board)).IsDone);
        Assert.Equal(ConflictRefusal.HasInterest, (await resale.SetAside(closing.Value)).Code());
    }

    [Fact]
    public async Task AStewardWhoSells_DoesNotRecordHerOwnNotice_NorFindsAFormForIt()
    {
        PersonId seller = default;
        var lease = await host.PricedLease(l => seller = l.Holders[0].Person!.Value);
        var self = LeaseIntent.Steward with { Person = seller.Value };
        var notice = new RecordNoticeInput { Lease = lease, ReceivedOn = host.Trust.Today };
        Assert.Equal(ConflictRefusal.IsSeller, (await host.Does((RecordNotice o) => o, notice, self)).Code());
        var resale = (await host.Notice(lease)).Value;
        using var steward = await host.SignInAs(Role.Steward, seller.Value);
        var page = await steward.Open($"/resales/{resale}");
        Assert.Contains("You are a seller of this home", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cancel this resale", page.Text, StringComparison.Ordinal);
        var step = await steward.Open($"/resales/{resale}/steps/{StepKind.Inspection}");
        Assert.Contains("You are a seller of this home", step.Text, StringComparison.Ordinal);
        Assert.Null(step.Document.QuerySelector("form#settle"));
        Assert.Null(step.Document.QuerySelector("a[href^='/documents/attach']"));
    }

    [Fact]
    public async Task SellerBuyerAndTheirHouseholds_AreRefused_WithoutADeclaration()
    {
        PersonId seller = default;
        var resale = await host.NewResale(l => seller = l.Holders[0].Person!.Value);
        await resale.RecordAppraisal();
        var price = (await host.Make(host.PriceOf(resale.Lease))).Value;
        Assert.Equal(ConflictRefusal.IsSeller, (await host.Approve(price, actor: Approver(seller))).Code());
        var (buyer, partner) = (await host.NewPerson(), await host.NewPerson());
        var household = await host.AddHousehold(LeaseIntent.Unique("Home"));
        foreach (var person in new[] { buyer, partner })
        {
            Assert.True((await host.Does((JoinHousehold join) => join, new JoinHouseholdInput
            {
                Household = household,
                Person = person,
                JoinedOn = host.Trust.Today.AddYears(-1),
            })).IsDone);
        }

        Assert.True((await host.Approve(price, actor: Approver(partner))).IsDone);
        await resale.DecideOption();
        Assert.Equal(ConflictRefusal.SharesHousehold, (await resale.FindBuyer(b => b.Buyers = [buyer],
            LeaseIntent.Steward with { Person = partner.Value })).Code());
        Assert.True((await resale.FindBuyer(b => b.Buyers = [buyer])).IsDone);
        var again = (await host.Make(host.PriceOf(resale.Lease))).Value;
        Assert.Equal(ConflictRefusal.IsBuyer, (await host.Approve(again, actor: Approver(buyer))).Code());
        Assert.Equal(ConflictRefusal.SharesHousehold, (await host.Approve(again, actor: Approver(partner))).Code());
        Assert.True((await host.Approve(again, actor: Approver(await host.NewPerson()))).IsDone);
    }

    [Fact]
    public async Task APriceWithoutAResale_IsStillNotApprovedByTheOwner()
    {
        PersonId owner = default;
        var lease = await host.PricedLease(l => owner = l.Holders[0].Person!.Value);
        var price = (await host.Make(host.PriceOf(lease))).Value;
        Assert.Equal(ConflictRefusal.IsSeller, (await host.Approve(price, actor: Approver(owner))).Code());
        Assert.True((await host.Approve(price)).IsDone);
    }

    [Fact]
    public async Task AnInterest_IsOnesOwn_OnceOnRecord_AndClearedByAnother()
    {
        var resale = await host.NewResale();
        var treasurer = Intent.ActorWith(Role.Treasurer);
        Assert.Equal(DeclareInterestRefusal.NotYours,
            (await Declare(resale, treasurer, i => i.Account = "somebody")).Code());
        Assert.Equal(DeclareInterestRefusal.UnknownAccount,
            (await Declare(resale, LeaseIntent.Steward, i => i.Account = Guid.NewGuid().ToString("N"))).Code());
        Assert.Equal(ResaleRefusal.NoResale, (await Declare(resale, treasurer, i => i.Resale = default)).Code());
        var interest = (await Declare(resale, LeaseIntent.Approver)).Value;
        Assert.Equal(DeclareInterestRefusal.OnRecord, (await Declare(resale, LeaseIntent.Approver)).Code());
        Assert.Equal(WithdrawInterestRefusal.NoInterest, (await Withdraw(default, ResaleIntent.Board)).Code());
        Assert.Equal(WithdrawInterestRefusal.Yours, (await Withdraw(interest, LeaseIntent.Approver)).Code());
        Assert.True((await Withdraw(interest, ResaleIntent.Board)).IsDone);
        Assert.Equal(WithdrawInterestRefusal.WithdrawnAlready, (await Withdraw(interest, ResaleIntent.Board)).Code());
        await resale.RecordAppraisal();
        await resale.ApprovePrice();
    }

    [Fact]
    public async Task AStewardRecordsAnApproversInterest_WhoThenFindsNoFormToApproveWith()
    {
        var resale = await host.NewResale();
        await resale.RecordAppraisal();
        var price = (await host.Make(host.PriceOf(resale.Lease))).Value;
        using var approver = await host.SignInAs(Role.Approver);
        var before = await approver.Open($"/prices/{price}");
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/resales/{resale.Id}/interests");
        Assert.Contains("Nobody has declared", page.Text, StringComparison.Ordinal);
        var key = page.Document.QuerySelectorAll("select[name='Input.Account'] option")
            .Single(o => o.TextContent == "Approver").GetAttribute("value")!;
        page = await page.Submit(new Dictionary<string, string>
        {
            ["Input.Account"] = key,
            ["Input.Relation"] = nameof(Relation.Family),
            ["Input.Words"] = "Cousin of the seller",
        }, "form#declare");
        Assert.Contains("Cousin of the seller", page.Text, StringComparison.Ordinal);
        var after = await approver.Open($"/prices/{price}");
        Assert.Null(after.Document.QuerySelector("form#approve"));
        Assert.Contains("Your interest in this resale is on record", after.Text, StringComparison.Ordinal);
        var tried = await before.Submit(new Dictionary<string, string>(), "form#approve");
        Assert.Equal(HttpStatusCode.Forbidden, tried.Status);
        Assert.Contains("Somebody else must do this", Assert.Single(tried.Errors), StringComparison.Ordinal);
        Assert.Contains("1 declared", (await approver.Open($"/resales/{resale.Id}")).Text, StringComparison.Ordinal);
    }

    private static Actor Approver(PersonId person) => LeaseIntent.Approver with { Person = person.Value };

    private Task<Outcome<DeclaredInterestId>> Declare(
        ResaleCase resale, Actor actor, Action<DeclareInterestInput>? change = null)
    {
        var input = new DeclareInterestInput { Resale = resale.Id, Words = "Cousin" };
        change?.Invoke(input);
        return host.Does((DeclareInterest operation) => operation, input, actor);
    }

    private Task<Outcome<DeclaredInterestId>> Withdraw(DeclaredInterestId interest, Actor actor) => host.Does(
        (WithdrawInterest operation) => operation,
        new WithdrawInterestInput { Interest = interest, Reason = "Asked: they are not related" }, actor);
}
