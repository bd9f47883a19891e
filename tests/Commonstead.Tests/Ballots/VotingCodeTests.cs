using System.Net;
using Commonstead.Ballots;
using Commonstead.Tests.Leases;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Ballots;

/// <summary>Whoever has no account votes by a code, once.</summary>
public sealed class VotingCodeTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ACode_BringsOnePaper_AndIsUsedUp()
    {
        var ballot = await BallotCase.Opened(host, voters: 2);
        var code = (await ballot.Issues(0, ballot.Voters[0])).Value.Code;
        Assert.Matches("^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$", code);
        await using (var db = host.Trust.NewDb())
        {
            var kept = await db.Set<VotingCode>().SingleAsync(c => c.Ballot == ballot.Id);
            Assert.DoesNotContain(code.Replace("-", ""), kept.Hash, StringComparison.OrdinalIgnoreCase);
        }

        using var browser = host.NewVisitor();
        var paper = await (await browser.Open("/vote")).Submit(Typed(" " + code.ToLowerInvariant().Replace("-", " ")));
        Assert.Empty(paper.Errors);
        var cast = await paper.Submit(new Dictionary<string, string> { ["Mark"] = "0" });
        var receipt = cast.Document.QuerySelector(".share code")!.TextContent;
        Assert.True(cast.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(code, cast.Address, StringComparison.Ordinal);

        // The same form sent again, and the code typed again.
        var again = await paper.Submit(new Dictionary<string, string> { ["Mark"] = "1" });
        Assert.Contains("not good", Assert.Single(again.Errors), StringComparison.Ordinal);
        var typed = await (await browser.Open("/vote")).Submit(Typed(code));
        Assert.Equal(HttpStatusCode.NotFound, typed.Status);
        Assert.Equal(1, await ballot.Envelopes());
        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        Assert.Equal(receipt, Assert.Single((await ballot.Bundle()).Papers).Receipt);
    }

    [Fact]
    public async Task ACode_SentTwiceAtOnce_BringsOnePaper()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        var code = (await ballot.Issues(0, ballot.Voters[0])).Value.Code;
        var holder = await host.Asks<BallotRegister, CodeHolder?>(r => r.ByCode(code));
        var cast = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            host.Asks<CastPaper, Commonstead.Platform.Operations.Outcome<string>>(
                c => c.RunBy(holder!, [1, null, null]))));
        Assert.Single(cast, c => c.IsDone);
        Assert.All(cast.Where(c => !c.IsDone), c => Assert.Equal(CastPaperRefusal.CodeNotGood, c.Code()));
        Assert.Equal(1, await ballot.Envelopes());
    }

    [Fact]
    public async Task ALaterCode_ReplacesTheEarlier_AndTheVoterIsTold()
    {
        var ballot = await BallotCase.Opened(host, voters: 1);
        var first = (await ballot.Issues(0, ballot.Voters[0])).Value.Code;
        var second = (await ballot.Issues(1, ballot.Voters[0])).Value.Code;
        Assert.Null(await host.Asks<BallotRegister, CodeHolder?>(r => r.ByCode(first)));
        Assert.NotNull(await host.Asks<BallotRegister, CodeHolder?>(r => r.ByCode(second)));
        ballot.Closes();
        Assert.Null(await host.Asks<BallotRegister, CodeHolder?>(r => r.ByCode(second)));
    }

    [Fact]
    public async Task NotOpen_VotedOnPaper()
    {
        var ballot = await BallotCase.Opened(host, voters: 2);
        await ballot.MarksPaper(0, ballot.Voters[0]);
        Assert.Equal(VotingCodeRefusal.VotedOnPaper, (await ballot.Issues(0, ballot.Voters[0])).Code());
        ballot.Closes();
        Assert.Equal(VotingCodeRefusal.NotOpen, (await ballot.Issues(0, ballot.Voters[1])).Code());
    }

    [Fact]
    public async Task WrongCodes_AreCounted()
    {
        await using var strict = new TrustHost { WrongCodesPerMinute = 3 };
        await strict.InitializeAsync();
        var ballot = await BallotCase.Opened(strict, voters: 1);
        var code = (await ballot.Issues(0, ballot.Voters[0])).Value.Code;
        using var browser = strict.NewVisitor();
        for (var i = 0; i < 3; i++)
        {
            var wrong = await (await browser.Open("/vote")).Submit(Typed("AAAA-BBBB-CCCC-DDDD"));
            Assert.Equal(HttpStatusCode.NotFound, wrong.Status);
        }

        var late = await (await browser.Open("/vote")).Submit(Typed(code));
        Assert.Equal(HttpStatusCode.TooManyRequests, late.Status);
        Assert.Equal("Too many tries", late.Heading);
    }

    [Fact]
    public async Task AHallOfVoters_SharesOneAddress()
    {
        await using var strict = new TrustHost { SignInsPerMinute = 3, WrongCodesPerMinute = 3 };
        await strict.InitializeAsync();
        var ballot = await BallotCase.Opened(strict, voters: 5);
        foreach (var voter in ballot.Voters)
        {
            var code = (await ballot.Issues(0, voter)).Value.Code;
            using var browser = strict.NewVisitor();
            var paper = await (await browser.Open("/vote")).Submit(Typed(code));
            Assert.Equal(HttpStatusCode.OK, paper.Status);
            Assert.Equal(HttpStatusCode.OK, (await paper.Submit(new Dictionary<string, string>
            {
                ["Mark"] = "0",
            })).Status);
        }

        Assert.Equal(5, await ballot.Envelopes());
    }

    private static Dictionary<string, string> Typed(string code) => new() { ["Code"] = code };
}
