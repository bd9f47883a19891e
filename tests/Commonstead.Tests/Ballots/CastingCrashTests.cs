using System.Collections.Concurrent;
using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Platform.Operations;
using Commonstead.Tests.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.Ballots;

/// <summary>The server is killed while papers are being cast: every receipt that was given is in the box, once.
/// </summary>
public sealed class CastingCrashTests : IAsyncLifetime
{
    private const int Voters = 4;

    private readonly TrustHost _host = new();
    private readonly ConcurrentBag<string> _given = [];

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();

        // The child process knows only the real clock: what is prepared here, a day before, holds on its today.
        _host.Clock.Set(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(-1));
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task KilledWhilePapersAreCast_EveryReceiptGivenIsInTheBoxOnce()
    {
        var ballot = await BallotCase.Opened(_host, Voters, i => i.ClosesOn = i.ClosesOn.AddDays(5));
        foreach (var voter in ballot.Voters) using (await _host.SignInAs(Role.Member, voter.Person)) { }
        for (var round = 1; round <= 2; round++) await CastAndKill(ballot, killAfter: 10 * round);

        Assert.True(_given.Count >= 20);
        var stored = await Receipts(ballot);
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Superset(_given.ToHashSet(StringComparer.Ordinal), stored.ToHashSet(StringComparer.Ordinal));
        // At most one of each voter in each round was on its way and never answered.
        Assert.InRange(stored.Count, _given.Count, _given.Count + (2 * Voters));
        _host.Clock.Pass(TimeSpan.FromDays(6));
        await ballot.Gives(0);
        Assert.Equal(0, (await ballot.Gives(1)).Value.Missing);
        Assert.Equal((Voters, 0), ((await ballot.Stored()).Participants, (await ballot.Stored()).Unreadable));
        Assert.Equal(0, (await ProgramProcess.Run(["verify", .. ProgramProcess.Naming(_host)])).Code);
    }

    // Each voter marks one paper after another in the child's pages, until it dies under them.
    private async Task CastAndKill(BallotCase ballot, int killAfter)
    {
        ProgramProcess.LetGo(_host);
        using var child = ProgramProcess.Serve(_host);
        try
        {
            var address = await ProgramProcess.AddressOf(child);
            var (enough, before) = (new TaskCompletionSource(), _given.Count);
            var work = ballot.Voters.Select(voter => Cast(ballot, voter, address, () =>
            {
                if (_given.Count - before >= killAfter) enough.TrySetResult();
            })).ToList();
            await Task.WhenAny([enough.Task, .. work]);
            await ProgramProcess.Kill(child);
            await Task.WhenAll(work);
            Assert.True(enough.Task.IsCompletedSuccessfully);
        }
        finally
        {
            await ProgramProcess.Kill(child);
        }
    }

    private async Task Cast(BallotCase ballot, Actor voter, string address, Action given)
    {
        using var browser = await ProgramProcess.SignIn(address, Intent.AddressOf(Role.Member, voter.Person));
        var paper = await browser.Open($"/ballots/{ballot.Id}/vote/{await ballot.EntryOf(voter)}");
        try
        {
            while (true)
            {
                var answer = await paper.Submit(new Dictionary<string, string> { ["Mark"] = "0" });
                _given.Add(answer.Document.QuerySelector(".share code")!.TextContent);
                given();
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed; the paper under way was never answered.
        }
    }

    // Every paper that was ever put into the box, replaced ones as well.
    private async Task<List<string>> Receipts(BallotCase ballot)
    {
        var stored = await ballot.Stored();
        using var key = BallotKey.Private(
            Convert.FromBase64String(stored.PublicKey), [.. ballot.Shares.Take(2).Select(s => ShareText.Read(s)!)])!;
        await using var db = _host.Trust.NewDb();
        var envelopes = await db.Set<Envelope>().Where(e => e.Ballot == ballot.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        return envelopes.ConvertAll(e => PaperContent.Read(
            SealedEnvelope.Open(key, e.Content, CastPaper.BoundTo(e.Ballot, e.Entry)), stored.Choices.Count)!.Receipt);
    }
}
