using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Governance;
using Commonstead.Tests.Accounts;
using Commonstead.Tests.Governance;
using Commonstead.Tests.Land;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Ballots;

/// <summary>What the forms of a ballot say to whoever fills them in.</summary>
public sealed class BallotFormTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task ANewBallot_OpensAtTheNextFullHour_AlsoOverMidnight()
    {
        using var steward = await _host.SignInAsSteward();
        // 14:00 UTC is 10 in the morning there; past the hour is the next one.
        _host.Clock.Pass(TimeSpan.FromMinutes(1));
        var form = await steward.Open("/ballots/prepare");
        Assert.Equal(("2026-06-01", "11:00"), (Of(form, "OpensOn"), Of(form, "OpensAt")[..5]));
        Assert.Equal("2026-06-15", Of(form, "ClosesOn"));
        _host.Clock.Pass(TimeSpan.FromHours(13));
        form = await steward.Open("/ballots/prepare");
        Assert.Equal(("2026-06-02", "00:00"), (Of(form, "OpensOn"), Of(form, "OpensAt")[..5]));

        static string Of(SeenPage page, string field) =>
            page.Document.QuerySelector($"[name='Input.{field}']")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task AnElection_WhoseBylawsAskForNoDays_SaysNoneOfThem()
    {
        var election = await ElectionCase.Called(_host, members: 4, change: i => i.Order = PaperOrder.Alphabet);
        for (var i = 0; i < 4; i++) Assert.True((await election.Nominates(i)).IsDone);
        Assert.True((await election.ClosesInTime()).IsDone);
        using var steward = await _host.SignInAsSteward();
        var form = await steward.Open($"/ballots/prepare?on=election&subject={election.Id}&of=general");
        Assert.Contains("Counted by", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("days at least", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APaper_SaysUntilWhenItIsTaken_AndBesideWhichNameAMarkCannotBeRead()
    {
        var ballot = await BallotCase.Opened(
            _host, voters: 1, i => (i.Method, i.Choices) = (BallotMethod.Scottish, "Ann\nBen\nCem"));
        var voter = ballot.Voters[0];
        using var browser = await _host.SignInAs(Role.Member, voter.Person);
        var paper = await browser.Open($"/ballots/{ballot.Id}/vote/{await ballot.EntryOf(voter)}");
        Assert.Contains("Papers are taken until", paper.Text, StringComparison.Ordinal);
        Assert.NotNull(paper.Document.QuerySelector("main time"));
        var wrong = await paper.Submit(new Dictionary<string, string>
        {
            ["Input.Values[0]"] = "1",
            ["Input.Values[1]"] = "x",
        });
        Assert.StartsWith("Ben: “x” is no number.", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        var link = wrong.Document.QuerySelector(".error-summary a")!.GetAttribute("href")!;
        Assert.Equal("Input.Values[1]", wrong.Document.GetElementById(link[1..])!.GetAttribute("name"));
        var code = (await ballot.Issues(0, voter)).Value.Code;
        using var visitor = _host.NewVisitor();
        var byCode = await (await visitor.Open("/vote")).Submit(new Dictionary<string, string> { ["Code"] = code });
        Assert.Contains("Papers are taken until", byCode.Text, StringComparison.Ordinal);
        var again = await byCode.Submit(new Dictionary<string, string> { ["Input.Values[2]"] = "y" });
        Assert.StartsWith("Cem: “y” is no number.", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverRecordedADecision_IsToldThatAnotherConfirmsIt()
    {
        using var steward = await _host.SignInAsSteward();
        var account = await _host.StoredAccount(Intent.AddressOf(Role.Steward));
        var parcel = await _host.EnterParcel(LeaseIntent.Unique("Field"));
        var id = (await _host.Brings(ActCodes.LandDisposal, i => i.Parcel = parcel)).Value;
        Assert.True((await _host.Does((RecordDecision o) => o, new RecordDecisionInput
        {
            Resolution = id,
            Body = BodyCodes.Board,
            On = _host.Trust.Today,
            For = 9,
            Against = 0,
            Present = 9,
            Entitled = 9,
            EachClass = true,
            NoticeOn = _host.Trust.Today.AddDays(-60),
            Note = "Minutes, item 3",
        }, AccountIntent.ActorOf(account, Role.Steward))).IsDone);
        var decision = (await _host.Standing(id)).Resolution.Decisions.Single();
        Assert.True(decision.WaitsForConfirmation);
        var own = await steward.Open($"/resolutions/{id}/confirm?decision={decision.Id}");
        Assert.Contains("You recorded it yourself.", own.Text, StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector("main form"));
        using var second = await _host.SignInAs(Role.Board);
        Assert.NotNull((await second.Open($"/resolutions/{id}/confirm?decision={decision.Id}"))
            .Document.QuerySelector("main form"));
    }
}
