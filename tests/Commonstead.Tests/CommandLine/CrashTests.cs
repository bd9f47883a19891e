using System.Diagnostics;
using System.Globalization;
using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.Platform.Cli;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Tests.Land;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Resales;
using Microsoft.Data.Sqlite;
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
        string[] import = ["leases", "import", _file, .. Trust()];
        int? code;
        using (var process = Start(import))
        {
            while (await process.StandardError.ReadLineAsync() is { } line
                && !line.StartsWith("Writing", StringComparison.Ordinal)) continue;
            await Task.Delay(delayMilliseconds, TestContext.Current.CancellationToken);
            code = await Kill(process);
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
        LetGo();
        using var child = Start(["serve", "--urls", "http://127.0.0.1:0", .. Trust()]);
        var acknowledged = new List<ResaleId>();
        try
        {
            using var approver = await SignIn(await AddressOf(child));
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
            await Kill(child);
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
            await Kill(child);
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
        LetGo();
        var (code, output) = await Run(["verify", .. Trust()]);
        Assert.True(code == ExitCode.Done, output);
    }

    // No connection of this process keeps the record open, so that the next start recovers it by itself.
    private void LetGo()
    {
        if (TrustHost.OnPostgres) return;
        using var db = _host.Trust.NewDb();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
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

    private static async Task<Visitor> SignIn(string address)
    {
        var visitor = new Visitor(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, address);
        var desk = await (await visitor.Open("/sign-in")).Submit(new Dictionary<string, string>
        {
            ["Input.Email"] = Intent.AddressOf(Role.Approver),
            ["Input.Password"] = Intent.Password,
        });
        Assert.Empty(desk.Errors);
        return visitor;
    }

    // "Commonstead is at http://127.0.0.1:41234"
    private static async Task<string> AddressOf(Process child)
    {
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("http://", StringComparison.Ordinal)) return new Uri(line.Split(' ')[^1]).Authority;
        }

        throw new InvalidOperationException(await child.StandardError.ReadToEndAsync());
    }

    // SIGKILL: the process gets no chance to put anything in order.
    private static async Task<int?> Kill(Process process)
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private string[] Trust() => _host.Trust.Location is { Database: { } database, Folder: var folder }
        ? ["--data", folder, "--database", database]
        : ["--data", _host.Trust.Location.Folder];

    private static async Task<(int Code, string Output)> Run(string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(PriceCommand).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
