using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Land;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Tests.Land;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Governance;

/// <summary>What is resolved, and what only a resolution permits.</summary>
public sealed class ResolutionTests(TrustHost host) : IClassFixture<TrustHost>
{
    private const string Consent = "The leaseholders on the land";

    [Fact]
    public async Task Land_LeavesOnlyOnceEveryoneHasPassedIt_AndCitesTheResolution()
    {
        var parcel = await host.EnterParcel(LeaseIntent.Unique("Strip"));
        var id = (await host.Brings(ActCodes.LandDisposal, i => (i.Parcel, i.Title) = (parcel, "A footpath"))).Value;
        Assert.Equal(DisposeOfLandRefusal.NoResolution, (await Dispose(parcel)).Code());
        Assert.True((await host.Votes(id, BodyCodes.Board)).IsDone);
        Assert.True((await host.Votes(id, BodyCodes.Members)).IsDone);
        await host.Confirms(id);
        Assert.Equal(DisposeOfLandRefusal.NoResolution, (await Dispose(parcel)).Code());
        Assert.True((await host.Consents(id, Consent)).IsDone);
        Assert.True((await Dispose(parcel)).IsDone);
        var resolution = (await host.Standing(id)).Resolution;
        Assert.Equal((ResolutionState.Passed, host.Trust.Today), (resolution.State, resolution.CarriedOutOn));
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/land/parcels/{parcel}");
        Assert.Contains($"{resolution.Number}: A footpath", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADecisionThatWeighs_CountsOnlyOnceASecondPersonConfirmedIt()
    {
        var parcel = await host.EnterParcel(LeaseIntent.Unique("Field"));
        var id = (await host.Brings(ActCodes.LandDisposal, i => i.Parcel = parcel)).Value;
        Assert.True((await host.Votes(id, BodyCodes.Board)).IsDone);
        var decision = (await host.Standing(id)).Resolution.Decisions.Single();
        Assert.True(decision.WaitsForConfirmation);
        Assert.Equal(DecisionRefusal.ConfirmTheOtherFirst, (await host.Votes(id, BodyCodes.Board)).Code());
        Assert.Equal(
            ConfirmDecisionRefusal.OwnRecord, (await Looks(id, decision.Id, true, LeaseIntent.Steward)).Code());
        Assert.Equal(ConfirmDecisionRefusal.ReasonMissing, (await Looks(id, decision.Id, false)).Code());
        Assert.True((await Looks(id, decision.Id, false, because: "The minutes say 5")).IsDone);
        Assert.Equal(ConfirmDecisionRefusal.NotWaiting, (await Looks(id, decision.Id, true)).Code());
        Assert.True((await host.Votes(id, BodyCodes.Board)).IsDone);
        await host.Confirms(id);
        Assert.Equal(DecisionRefusal.DecidedAlready, (await host.Votes(id, BodyCodes.Board)).Code());
    }

    [Fact]
    public async Task AVoteWithoutQuorum_DecidesNothing()
    {
        var id = (await host.Brings(ActCodes.Ordinary)).Value;
        var refused = await host.Votes(id, BodyCodes.Members, i => (i.For, i.Present, i.Entitled) = (4, 5, 90));
        Assert.Equal(DecisionRefusal.NoQuorum, refused.Code());
        Assert.Equal(ResolutionState.Open, (await host.Standing(id)).Resolution.State);
        Assert.True((await host.Votes(id, BodyCodes.Members, i => (i.For, i.Against, i.Entitled) = (4, 5, 90))).IsDone);
        Assert.Equal(ResolutionState.Failed, (await host.Standing(id)).Resolution.State);
        Assert.Equal(DecisionRefusal.SettledAlready, (await host.Votes(id, BodyCodes.Members)).Code());
    }

    [Fact]
    public async Task Votes_ThatCannotBe_AreRefused()
    {
        var id = (await host.Brings(ActCodes.Ordinary)).Value;
        Assert.Equal(DecisionRefusal.NotAsked, (await host.Votes(id, BodyCodes.Board)).Code());
        Assert.Equal(
            DecisionRefusal.CountsImpossible, (await host.Votes(id, BodyCodes.Members, i => i.Present = 3)).Code());
        Assert.Equal(DecisionRefusal.DayNotUsable, (await host.Votes(
            id, BodyCodes.Members, i => i.On = host.Trust.Today.AddDays(-1))).Code());
        var board = (await host.Brings("board-business")).Value;
        Assert.Equal(RecordDecisionRefusal.EntitledMissing, (await host.Votes(
            board, BodyCodes.Board, i => i.Entitled = null)).Code());
        Assert.Equal(DecisionRefusal.ClassMissing, (await host.Votes(
            board, BodyCodes.Board, i => i.EachClass = false)).Code());
    }

    [Fact]
    public async Task WhatNeedsNotice_IsNotDecidedWithout()
    {
        await host.FoundTrusts();
        var parcel = await host.EnterParcel(LeaseIntent.Unique("Lot"));
        var id = (await host.Brings(ActCodes.LandDisposal, i => i.Parcel = parcel)).Value;
        Assert.Equal(DecisionRefusal.NoticeMissing, (await host.Votes(
            id, BodyCodes.Members, i => i.NoticeOn = null)).Code());
        var late = await host.Votes(id, BodyCodes.Members, i => i.NoticeOn = host.Trust.Today);
        Assert.Equal(DecisionRefusal.NoticeTooLate, late.Code());
        Assert.True((await host.Votes(
            id, BodyCodes.Members, i => (i.NoticeOn, i.IsNoticeWaived) = (null, true))).IsDone);
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/resolutions/{id}");
        Assert.Contains("Everyone entitled waived notice", page.Text, StringComparison.Ordinal);
        var list = await steward.Open("/resolutions");
        Assert.DoesNotContain("Sentence", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolutions_ThatSayNothing_AreRefused()
    {
        await host.FoundTrusts();
        Assert.Equal(ProposeResolutionRefusal.ActUnknown, (await host.Brings("nothing")).Code());
        Assert.Equal(ProposeResolutionRefusal.InTheFuture, (await host.Brings(
            ActCodes.Ordinary, i => i.On = host.Trust.Today.AddDays(1))).Code());
        Assert.Equal(ProposeResolutionRefusal.LandMissing, (await host.Brings(ActCodes.LandDisposal)).Code());
        Assert.Equal(ProposeResolutionRefusal.AmountMissing, (await host.Brings(ActCodes.Borrowing)).Code());
        Assert.Equal(AdoptRuleRefusal.NotARule, (await host.Brings(
            ActCodes.RuleAdoption, i => i.Document = "# Nothing")).Code());
        var parcel = await host.EnterParcel(LeaseIntent.Unique("Lot"));
        Assert.True((await host.Brings(ActCodes.LandDisposal, i => i.Parcel = parcel)).IsDone);
        Assert.Equal(ProposeResolutionRefusal.OpenAlready, (await host.Brings(
            ActCodes.LandDisposal, i => i.Parcel = parcel)).Code());
    }

    [Fact]
    public async Task WhichActItIs_FollowsFromItsAmount()
    {
        await host.FoundTrusts();
        Assert.Equal(ActCodes.BoardBusiness, await ActOf(99_999.99m));
        Assert.Equal(ActCodes.Borrowing, await ActOf(100_000m));
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open("/resolutions/propose?act=borrowing");
        Assert.Contains("below that it is “Business of the board” (Board)", form.Text, StringComparison.Ordinal);
        var page = await form.Press("Bring it", new Dictionary<string, string>
        {
            ["Input.Title"] = LeaseIntent.Unique("A loan for the porch"),
            ["Input.Text"] = "That the trust borrows for the porch.",
            ["Input.Amount"] = "5,000",
        });
        Assert.Contains("Business of the board", page.Text, StringComparison.Ordinal);
        Assert.Contains("5,000", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consents_AreThoseTheBylawsAskFor_Once()
    {
        var parcel = await host.EnterParcel(LeaseIntent.Unique("Meadow"));
        var id = (await host.Brings(ActCodes.LandDisposal, i => i.Parcel = parcel)).Value;
        Assert.Equal(RecordConsentRefusal.NotAsked, (await host.Consents(id, "The mayor")).Code());
        Assert.Equal(RecordConsentRefusal.InTheFuture, (await host.Consents(
            id, Consent, i => i.On = host.Trust.Today.AddDays(1))).Code());
        Assert.True((await host.Consents(id, Consent)).IsDone);
        Assert.Equal(RecordConsentRefusal.GivenAlready, (await host.Consents(id, Consent)).Code());
        var because = new WithdrawResolutionInput { Resolution = id, Because = "The city wants it no more." };
        Assert.True((await host.Does((WithdrawResolution o) => o, because)).IsDone);
        Assert.Equal(
            WithdrawResolutionRefusal.SettledAlready, (await host.Does((WithdrawResolution o) => o, because)).Code());
        Assert.Equal(RecordConsentRefusal.SettledAlready, (await host.Consents(id, Consent)).Code());
    }

    [Fact]
    public async Task ARule_ComesIntoTheBook_OnlyByTheResolutionThatItsTextPassed()
    {
        await host.FoundTrusts();
        var text = LeaseIntent.RuleText.Replace("# ", "# Another: ", StringComparison.Ordinal);
        var input = new AdoptRuleInput { Text = text };
        Assert.Equal(AdoptRuleRefusal.NoResolution, (await host.Does((AdoptRule o) => o, input)).Code());
        var id = await host.Passes(ActCodes.RuleAdoption, i => i.Document = text);
        using var steward = await host.SignInAsSteward();
        var waiting = await steward.Open("/rules/add");
        Assert.Contains("Another: ", waiting.Text, StringComparison.Ordinal);
        var book = await waiting.Press("Put it into the rule book", new Dictionary<string, string>());
        Assert.Empty(book.Errors);
        Assert.NotNull((await host.Standing(id)).Resolution.CarriedOutOn);
        var shown = await steward.Open("/rules/" + RuleDocument.Parse(text, "rule").Document!.Hash);
        Assert.Contains("Adopted under resolution", shown.Text, StringComparison.Ordinal);
    }

    private async Task<string> ActOf(decimal amount)
    {
        var id = await host.Brings(ActCodes.Borrowing, i => i.Amount = Money.Of(amount, Currency.Usd));
        var standing = await host.Standing(id.Value);
        Assert.Equal(Money.Of(amount, Currency.Usd), standing.Resolution.Amount);
        Assert.Equal(standing.Rule.Code, standing.Resolution.Act);
        return standing.Resolution.Act;
    }

    private Task<Outcome<ParcelId>> Dispose(ParcelId parcel) => host.Does(
        (DisposeOfLand o) => o, new DisposeOfLandInput { Parcel = parcel, Version = 1, Reason = "To the city." });

    private Task<Outcome<ResolutionId>> Looks(
        ResolutionId id, DecisionId decision, bool isRight, Actor? actor = null, string? because = null) => host.Does(
        (ConfirmDecision o) => o,
        new ConfirmDecisionInput { Resolution = id, Decision = decision, IsRight = isRight, Because = because },
        actor ?? GovernanceIntent.Second);
}
