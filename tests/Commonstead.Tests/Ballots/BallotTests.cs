using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Ballots;

/// <summary>A secret ballot from its preparation to a result that anyone can count again.</summary>
public sealed class BallotTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task AResolution_PassesByItsThreshold_AndEveryReceiptIsInTheBundle()
    {
        var ballot = await BallotCase.Opened(host, voters: 4);
        var first = await ballot.Casts(ballot.Voters[0], null, 1, null);
        var second = await ballot.Casts(ballot.Voters[0], 1, null, null);
        var third = await ballot.Casts(ballot.Voters[1], 1, null, null);
        var fourth = await ballot.Casts(ballot.Voters[2], null, 1, null);
        await ballot.ClosesAndUnseals();
        Assert.Equal(0, await ballot.Envelopes());
        Assert.True((await ballot.Declares()).IsDone);

        var bundle = await ballot.Bundle();
        Assert.Empty(bundle.Check(out var count));
        Assert.Equal([2m, 1m, 0m], count!.Stages[0].Votes);
        Assert.Equal([0], count.Elected);
        Assert.Equal(3, bundle.Participants);
        Assert.True(bundle.RollSize >= 4);
        string[] receipts = [second.Value, third.Value, fourth.Value];
        Assert.Equal(receipts.Order(StringComparer.Ordinal), bundle.Papers.Select(p => p.Receipt));
        Assert.DoesNotContain(first.Value, bundle.Papers.Select(p => p.Receipt));
        Assert.Equal([1], bundle.Papers.Single(p => p.Receipt == second.Value).Marks);
    }

    [Fact]
    public async Task AnElection_IsCountedByPreference()
    {
        var ballot = await BallotCase.Opened(host, voters: 5, i =>
        {
            i.Method = BallotMethod.Scottish;
            i.Choices = "Ann\nBen\nCem";
            i.Seats = 2;
        });
        await ballot.Casts(ballot.Voters[0], 1, 2, null);
        await ballot.Casts(ballot.Voters[1], 1, 2, 3);
        await ballot.Casts(ballot.Voters[2], 1, null, null);
        await ballot.Casts(ballot.Voters[3], null, null, 1);
        await ballot.Casts(ballot.Voters[4], 1, 2, null);
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        var bundle = await ballot.Bundle();
        Assert.Equal([1, 2], bundle.Result.Elected);
        Assert.Equal("2.00000", bundle.Result.Quota);
        Assert.Empty(bundle.Check(out _));
    }

    [Theory]
    [InlineData(BallotMethod.Approval, new[] { 0, 1, 1 }, new[] { 2, 3 })]
    [InlineData(BallotMethod.Score, new[] { 5, 0, 3 }, new[] { 5, 0, 3 })]
    [InlineData(BallotMethod.InstantRunoff, new[] { 2, 1, 0 }, new[] { 2, 1 })]
    [InlineData(BallotMethod.Meek, new[] { 0, 0, 1 }, new[] { 3 })]
    public async Task EveryMethod_IsMarkedCountedAndPublished(BallotMethod method, int[] values, int[] marks)
    {
        var ballot = await BallotCase.Opened(host, voters: 1, i =>
        {
            i.Method = method;
            i.Choices = "Ann\nBen\nCem";
        });
        Assert.True((await ballot.Casts(ballot.Voters[0], [.. values.Select(v => (int?)v)])).IsDone);
        await ballot.ClosesAndUnseals();
        var declared = await ballot.Declares();
        if (!declared.IsDone) Assert.True((await ballot.Declares("dice 3 5")).IsDone);
        var bundle = await ballot.Bundle();
        Assert.Equal(marks, Assert.Single(bundle.Papers).Marks);
        Assert.Empty(bundle.Check(out _));
    }

    [Fact]
    public async Task ALot_IsDrawnInPublicWhenNothingElseDecides()
    {
        var ballot = await BallotCase.Opened(host, voters: 2, i =>
        {
            i.Method = BallotMethod.Scottish;
            i.Choices = "Ann\nBen";
        });
        await ballot.Casts(ballot.Voters[0], 1, null);
        await ballot.Casts(ballot.Voters[1], null, 1);
        await ballot.ClosesAndUnseals();
        var refused = Assert.Single((await ballot.Declares()).Refusals);
        Assert.Equal(DeclareBallotRefusal.LotNeeded, refused.Code);
        Assert.Equal("Ann, Ben", refused.Figures[0]);
        Assert.True((await ballot.Declares("dice 2 6 6")).IsDone);
        var bundle = await ballot.Bundle();
        Assert.Equal("dice 2 6 6", bundle.Result.Lot!.Seed);
        Assert.Empty(bundle.Check(out _));
    }

    [Fact]
    public async Task ManyVotersAtOnce_EveryReceiptGivenIsInTheBoxExactlyOnce()
    {
        var ballot = await BallotCase.Opened(host, voters: 40);
        var cast = await Task.WhenAll(ballot.Voters.Select((voter, i) =>
            ballot.Casts(voter, i % 3 == 0 ? 1 : null, i % 3 == 0 ? null : 1, null)));
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        var bundle = await ballot.Bundle();
        Assert.Equal(cast.Select(c => c.Value).Order(StringComparer.Ordinal), bundle.Papers.Select(p => p.Receipt));
        Assert.Equal(["14", "26", "0"], bundle.Result.Stages[0].Votes);
    }

    [Fact]
    public async Task TwoBrowsersAtOnce_OnePaperOfTheVoterCounts()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        var cast = await Task.WhenAll(
            ballot.Casts(ballot.Voters[0], 1, null, null), ballot.Casts(ballot.Voters[0], null, 1, null));
        Assert.All(cast, c => Assert.True(c.IsDone));
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        var bundle = await ballot.Bundle();
        Assert.Contains(Assert.Single(bundle.Papers).Receipt, cast.Select(c => c.Value));
        Assert.Equal(1, bundle.Participants);
    }

    [Fact]
    public async Task NothingButTheEnvelope_HoldsAReceiptOrAMark()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        var receipt = (await ballot.Casts(ballot.Voters[0], 1, null, null)).Value;
        await using var db = host.Trust.NewDb();
        var entry = await db.Set<AuditEntry>().OrderBy(e => e.Number).LastAsync();
        Assert.Equal(nameof(StoreEnvelopes), entry.Operation);
        Assert.Equal(Actor.Visitor.Key, entry.Actor);
        Assert.StartsWith("1 envelopes ", entry.Bulk, StringComparison.Ordinal);
        Assert.False(await db.Set<Attestation>().AnyAsync(a => a.EntryNumber == entry.Number));
        Assert.False(await db.Set<RecordChange>().AnyAsync(c => c.EntryNumber == entry.Number));
        var envelope = await db.Set<Envelope>().SingleAsync(e => e.Ballot == ballot.Id);
        Assert.DoesNotContain(receipt, Convert.ToHexStringLower(envelope.Content), StringComparison.Ordinal);
        Assert.Equal("", (await ballot.Stored()).Bundle);
    }

    [Fact]
    public async Task AnEnvelopeSomebodyChanged_IsCountedAsUnreadable()
    {
        var ballot = await BallotCase.Opened(host, voters: 2);
        await ballot.Casts(ballot.Voters[0], 1, null, null);
        await ballot.Casts(ballot.Voters[1], 1, null, null);
        await using (var db = host.Trust.NewDb())
        {
            var sql = "update ballot_envelope set content = "
                + (TrustHost.OnPostgres ? "'\\x0102'::bytea" : "x'0102'")
                + " where number = (select max(number) from ballot_envelope)";
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));
        }

        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        var bundle = await ballot.Bundle();
        Assert.Equal((2, 1), (bundle.Participants, bundle.Unreadable));
        Assert.Single(bundle.Papers);
        Assert.Empty(bundle.Check(out _));
    }

    [Fact]
    public async Task OnlyAClass_VotesWhereTheBallotSaysSo()
    {
        var ballot = await BallotCase.Begin(host, voters: 1);
        Assert.Equal(
            DraftBallotRefusal.ClassUnknown, (await ballot.Prepares(i => i.Class = "public")).Code());
        await ballot.Prepares(i => i.Class = "leaseholder");
        await ballot.TakesShares();
        Assert.Equal(OpenBallotRefusal.EmptyRoll, (await ballot.Opens()).Code());
    }
}
