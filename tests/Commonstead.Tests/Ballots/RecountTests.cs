using Commonstead.Ballots;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;

namespace Commonstead.Tests.Ballots;

/// <summary>Before a result is declared it can be counted again; after it, anyone counts the bundle.</summary>
public sealed class RecountTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ARecount_StandsBesideTheFirst_WithWhoAskedAndWhy()
    {
        var ballot = await BallotCase.Opened(
            host, voters: 3, i => (i.Method, i.Choices, i.Seats) = (BallotMethod.Scottish, "Ann\nBen\nCem", 2));
        await ballot.Casts(ballot.Voters[0], 1, 2, null);
        await ballot.Casts(ballot.Voters[1], 1, 2, 3);
        await ballot.Casts(ballot.Voters[2], null, null, 1);
        Assert.Equal(RecountBallotRefusal.NotNow, (await Recounts(ballot)).Code());
        await ballot.ClosesAndUnseals();
        Assert.True((await Recounts(ballot)).IsDone);
        var counts = await host.Asks<BallotRegister, IReadOnlyList<BallotCount>>(r => r.Counts(ballot.Id));
        Assert.Equal(["", "Cem"], counts.Select(c => c.AskedBy));
        Assert.True(counts[1].IsAs(counts[0]));
        Assert.Equal(3, counts[0].Papers);
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/ballots/{ballot.Id}/count");
        Assert.Contains("It was close.", page.Text, StringComparison.Ordinal);
        // The candidates are read every stage before the result is declared.
        Assert.NotNull(page.Document.QuerySelector("figure.flow"));
        Assert.Contains("Votes at every stage", page.Text, StringComparison.Ordinal);
        Assert.Contains("Every paper goes to its first preference.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The same, stage by stage", page.Text, StringComparison.Ordinal);
        Assert.True((await ballot.Declares()).IsDone);
        Assert.Equal(RecountBallotRefusal.NotNow, (await Recounts(ballot)).Code());
        var bundle = await ballot.Bundle();
        Assert.Equal([false, true], bundle.Counts!.Select(c => c.OnRequest));
        Assert.True(bundle.Counts![1].IsAs(bundle.Counts[0]));
        Assert.DoesNotContain("It was close.", bundle.ToJson(), StringComparison.Ordinal);
        Assert.Empty(bundle.Check(out _));
        var other = bundle with { Counts = [bundle.Counts[0] with { PapersHash = "0" }, bundle.Counts[1]] };
        Assert.Contains(
            other.Check(out _), f => f.Contains("had other papers than those", StringComparison.Ordinal));
        var declared = await steward.Open($"/ballots/{ballot.Id}");
        Assert.Contains("Counted again on request", declared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheResult_IsDrawn_AndItsTableStandsBelow()
    {
        var ballot = await BallotCase.Opened(
            host, voters: 5, i => (i.Method, i.Choices, i.Seats) = (BallotMethod.Scottish, "Ann\nBen\nCem", 2));
        foreach (var voter in ballot.Voters.Take(4)) await ballot.Casts(voter, 1, 2, null);
        await ballot.Casts(ballot.Voters[4], null, null, 1);
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        using var steward = await host.SignInAsSteward();
        var page = await steward.Open($"/ballots/{ballot.Id}");
        var result = (await ballot.Bundle()).Result;
        var flow = CountFlow.Of(result)!;
        var held = result.Stages.Sum(s => s.Votes.Append(s.NonTransferable).Count(v => v.Trim('0', '.').Length > 0));
        Assert.Equal(held, page.Document.QuerySelectorAll("figure.flow rect").Length);
        Assert.Equal(flow.Bands.Count, page.Document.QuerySelectorAll("figure.flow path").Length);
        // The surplus of two goes from Ann to Ben, and to nobody else.
        var moved = Assert.Single(flow.Bands, b => b is { IsMoved: true, Stage: 2 });
        Assert.Equal((0, 1), (moved.Row, moved.Into));
        Assert.NotNull(page.Document.QuerySelector("figure.flow ~ .table-region table"));
    }

    [Fact]
    public async Task ATie_IsToldInASentenceOfItsOwn()
    {
        var ballot = await BallotCase.Opened(
            host, voters: 4, i => (i.Method, i.Choices) = (BallotMethod.Scottish, "Ann\nBen\nCem"));
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        await ballot.Casts(ballot.Voters[1], 1, null, null);
        await ballot.Casts(ballot.Voters[2], null, 1, null);
        await ballot.Casts(ballot.Voters[3], null, null, 1);
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares("dice 1")).IsDone);
        using var steward = await host.SignInAsSteward();
        Assert.Matches(
            "has the fewest votes and is excluded\\. Ben, Cem were equal; the lot chose",
            (await steward.Open($"/ballots/{ballot.Id}")).Text);
    }

    [Fact]
    public async Task FewerCandidatesThanSeats_AllAreElected()
    {
        var ballot = await BallotCase.Opened(
            host, voters: 2, i => (i.Method, i.Choices, i.Seats) = (BallotMethod.Scottish, "Ann\nBen", 5));
        await ballot.Casts(ballot.Voters[0], 1, null);
        await ballot.Casts(ballot.Voters[1], 1, 2);
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        var bundle = await ballot.Bundle();
        Assert.Equal([1, 2], bundle.Result.Elected.Order());
        Assert.Empty(bundle.Check(out _));
    }

    private Task<Outcome<BallotId>> Recounts(BallotCase ballot) => host.Does(
        (RecountBallot recount) => recount,
        new RecountBallotInput { Ballot = ballot.Id, AskedBy = "Cem", Because = "It was close." });
}
