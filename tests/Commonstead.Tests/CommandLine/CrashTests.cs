using System.Globalization;
using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.Platform.Cli;
using Commonstead.Resales;
using Commonstead.Tests.Land;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Tests.CommandLine;

/// <summary>
/// The program is killed in the middle of its work and started again: nothing is half done, nothing acknowledged is
/// lost, and the record verifies.
/// </summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly TrustHost _host = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();

        // The child process knows only the real clock: what is prepared here, a day before, holds on its today.
        _host.Clock.Set(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(-1));
        await _host.FoundTrusts();
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_file);
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task KilledInTheMiddleOfClosings_EachIsWhollyDoneOrWhollyUndone()
    {
        const int perRound = 4;
        using (await _host.SignInAs(Role.Approver)) { }
        var cases = new List<(ResaleCase Resale, ClosingId Closing)>();
        for (var i = 0; i < perRound * 2; i++)
        {
            var resale = await (await _host.NewResale()).ReadyToClose();
            cases.Add((resale, (await resale.Prepare()).Value));
        }

        // The first round dies with a closing under way, the second a little later in one.
        var acknowledged = new HashSet<ResaleId>();
        for (var round = 0; round < 2; round++)
        {
            var turn = cases.GetRange(round * perRound, perRound);
            acknowledged.UnionWith(await ConfirmAndKill(turn, killAfter: 1 + round, delayMilliseconds: round * 12));
            await Verify();
        }

        Assert.True(acknowledged.Count >= 3);
        foreach (var (resale, closing) in cases)
        {
            var isClosed = await IsClosed(resale);
            Assert.True(isClosed || !acknowledged.Contains(resale.Id), "an acknowledged closing was lost");
            if (!isClosed) Assert.True((await resale.Confirm(closing)).IsDone);
            Assert.True(await IsClosed(resale));
        }

        await Verify();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task KilledInTheMiddleOfAnImportOfLeases_NoneOrAllAreThere(int delayMilliseconds)
    {
        const int many = 400;
        await WriteLeases(many);
        string[] import = ["leases", "import", _file, .. ProgramProcess.Naming(_host)];
        int? code;
        using (var process = ProgramProcess.Start(import))
        {
            while (await process.StandardError.ReadLineAsync() is { } line
                && !line.StartsWith("Writing", StringComparison.Ordinal)) continue;
            await Task.Delay(delayMilliseconds, TestContext.Current.CancellationToken);
            code = await ProgramProcess.Kill(process);
        }

        await Verify();
        await using var db = _host.Trust.NewDb();
        var there = await db.Set<Lease>().CountAsync(TestContext.Current.CancellationToken);
        Assert.True(there is 0 or many, $"{there} of {many} leases");
        if (code == ExitCode.Done) Assert.Equal(many, there);
        Assert.Equal(there == 0 ? ExitCode.Done : ExitCode.Refused, (await Run(import)).Code);
        Assert.Equal(many, await db.Set<Lease>().CountAsync(TestContext.Current.CancellationToken));
    }

    // Confirms one closing after another in the child's pages, and kills it while it works on the next.
    private async Task<List<ResaleId>> ConfirmAndKill(
        List<(ResaleCase Resale, ClosingId Closing)> turn, int killAfter, int delayMilliseconds)
    {
        ProgramProcess.LetGo(_host);
        using var child = ProgramProcess.Serve(_host);
        var acknowledged = new List<ResaleId>();
        try
        {
            using var approver = await ProgramProcess.SignIn(
                await ProgramProcess.AddressOf(child), Intent.AddressOf(Role.Approver));
            var pages = new List<SeenPage>();
            foreach (var (resale, _) in turn) pages.Add(await approver.Open($"/resales/{resale.Id}"));
            var enough = new TaskCompletionSource();
            var work = Task.Run(async () =>
            {
                for (var i = 0; i < pages.Count; i++)
                {
                    var answer = await pages[i].Submit(new Dictionary<string, string>(), "form#confirm");
                    Assert.Empty(answer.Errors);
                    lock (acknowledged) acknowledged.Add(turn[i].Resale.Id);
                    if (i + 1 >= killAfter) enough.TrySetResult();
                }
            });
            await Task.WhenAny(enough.Task, work);
            await Task.Delay(delayMilliseconds, TestContext.Current.CancellationToken);
            await ProgramProcess.Kill(child);
            try
            {
                await work;
            }
            catch (HttpRequestException)
            {
                // The one under way was never answered.
            }
        }
        finally
        {
            await ProgramProcess.Kill(child);
        }

        return acknowledged;
    }

    // A resale, its closing and both leases tell the same story.
    private async Task<bool> IsClosed(ResaleCase resale)
    {
        var stands = await resale.Look();
        var closing = Assert.Single(await _host.Asks((ResaleBoard board) => board.Closings(resale.Id)));
        var sellers = (await _host.ViewOf(resale.Lease)).Lease;
        var buyers = await _host.Asks((LeaseRegister leases) => leases.View(closing.NewLease!.Value));
        var isClosed = stands.State == ResaleState.Closed;
        Assert.Equal(isClosed ? ClosingState.Confirmed : ClosingState.Prepared, closing.State);
        Assert.Equal(isClosed ? StepState.Done : StepState.Open, stands.Step(StepKind.Closing).State);
        Assert.Equal(isClosed, sellers.EndedOn is not null);
        Assert.Equal(isClosed, buyers is not null);
        return isClosed;
    }

    // What is verified is what a fresh start finds on disk.
    private async Task Verify()
    {
        ProgramProcess.LetGo(_host);
        var (code, output) = await Run(["verify", .. ProgramProcess.Naming(_host)]);
        Assert.True(code == ExitCode.Done, output);
    }

    private async Task WriteLeases(int many)
    {
        var parcel = LeaseIntent.Unique("Commons");
        await _host.EnterParcel(parcel);
        var person = await _host.NewPerson();
        await File.WriteAllLinesAsync(_file, Enumerable.Range(0, many)
            .Select(i => string.Create(CultureInfo.InvariantCulture,
                $"C-{i},C-{i},2019-05-14,2118-05-13,{person},{parcel},{i} Elm St,100000"))
            .Prepend("lease_number,home_number,starts_on,ends_on,leaseholders,home_parcel,home_address,"
                + "fact:purchase_price"));
    }

    private static async Task<(int Code, string Output)> Run(string[] arguments)
    {
        var ended = await ProgramProcess.Run(arguments);
        return (ended.Code, ended.Output + ended.Errors);
    }
}
