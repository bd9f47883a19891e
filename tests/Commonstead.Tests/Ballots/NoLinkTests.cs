using System.Globalization;
using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Accounts;
using Commonstead.Tests.Leases;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Ballots;

/// <summary>
/// An administrator with every permission, and whoever reads the database, find nothing that joins a voter and a paper:
/// not while the ballot is open, and not after.
/// </summary>
public sealed class NoLinkTests(TrustHost host) : IClassFixture<TrustHost>
{
    private static readonly Dictionary<string, string[]> _withReceipts = new(StringComparer.Ordinal)
    {
        // Papers with their receipts, and nothing that names an entry, a member or a person.
        [nameof(CountedPaper)] =
            [nameof(CountedPaper.Ballot), nameof(CountedPaper.Receipt), nameof(CountedPaper.Marks)],
    };

    [Fact]
    public async Task NoRowOfTheDatabase_HasAReceiptBesideAVoter()
    {
        var (ballot, receipts) = await Cast();
        Assert.Empty(await RowsWith(receipts));
        await ballot.ClosesAndUnseals();
        var rows = await RowsWith(receipts);
        Assert.Equal(receipts.Count, rows.Count);
        Assert.All(rows, row => Assert.Contains(row.Table, _withReceipts.Keys));
        await using var db = host.Trust.NewDb();
        foreach (var (table, columns) in _withReceipts)
        {
            var entity = db.Model.GetEntityTypes().Single(e => e.ClrType.Name == table);
            Assert.Equal(columns.Order(), entity.GetProperties().Select(p => p.Name).Order());
        }

        // Nothing that stood beside a voter is left, and the order of the papers is that of their random receipts.
        Assert.False(await db.Set<Envelope>().AnyAsync(e => e.Ballot == ballot.Id));
        Assert.False(await db.Set<VotingCode>().AnyAsync(c => c.Ballot == ballot.Id));
        Assert.True((await ballot.Declares()).IsDone);
        Assert.Equal(receipts.Count, (await RowsWith(receipts)).Count);
    }

    [Fact]
    public async Task NoPageOfAnAdministrator_JoinsAVoterAndAPaper()
    {
        var (ballot, receipts) = await Cast();
        var names = new List<string>();
        foreach (var voter in ballot.Voters)
            names.Add((await host.Asks((Commonstead.People.IPeople p) =>
                p.Names([new(voter.Person!.Value)]))).Values.Single());
        using var administrator = await SignInWithEveryRole();
        foreach (var address in await Addresses(ballot))
        {
            var said = await Said(administrator, address);
            Assert.DoesNotContain(receipts, receipt => said.Contains(receipt, StringComparison.Ordinal));
        }

        await ballot.ClosesAndUnseals();
        Assert.True((await ballot.Declares()).IsDone);
        foreach (var address in await Addresses(ballot))
        {
            var said = await Said(administrator, address);
            if (!receipts.Exists(r => said.Contains(r, StringComparison.Ordinal))) continue;
            Assert.DoesNotContain(names, name => said.Contains(name, StringComparison.Ordinal));
        }
    }

    // Two voters sign in, of whom one votes twice, and one votes by a code.
    private async Task<(BallotCase Ballot, List<string> Receipts)> Cast()
    {
        var ballot = await BallotCase.Opened(host, voters: 3);
        await ballot.Casts(ballot.Voters[0], null, 1, null);
        var receipts = new List<string>
        {
            (await ballot.Casts(ballot.Voters[0], 1, null, null)).Value,
            (await ballot.Casts(ballot.Voters[1], null, null, 1)).Value,
        };
        var code = (await ballot.Issues(0, ballot.Voters[2])).Value.Code;
        var holder = await host.Asks<BallotRegister, CodeHolder?>(r => r.ByCode(code));
        receipts.Add((await host.Asks<CastPaper, Outcome<string>>(c => c.RunBy(holder!, [null, 1, null]))).Value);
        return (ballot, receipts);
    }

    private async Task<List<(string Table, string Row)>> RowsWith(List<string> receipts)
    {
        await using var db = host.Trust.NewDb();
        var found = new List<(string, string)>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!
                .MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
            foreach (var row in await rows.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
            {
                var text = string.Join('|', entity.GetProperties().Select(p => Text(p.GetGetter().GetClrValue(row))));
                if (receipts.Exists(r => text.Contains(r, StringComparison.OrdinalIgnoreCase)))
                    found.Add((entity.ClrType.Name, text));
            }
        }

        return found;
    }

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes) + "|" + System.Text.Encoding.UTF8.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // Every page and file without a place in its address, those of the ballot, and every entry of the audit trail and
    // the outbox since it was prepared.
    private async Task<List<string>> Addresses(BallotCase ballot)
    {
        var pages = host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>().Where(e => e.RoutePattern.Parameters.Count == 0)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().ToList();
        string[] own = ["", "/bundle.json", "/count", "/declare", "/remind", "/call-off"];
        pages.AddRange(own.Select(o => $"/ballots/{ballot.Id}{o}"));
        pages.AddRange(["/ballots?format=csv", "/audit?format=csv", "/mail?format=csv"]);
        pages.AddRange(ballot.Voters.SelectMany(v => new[]
        {
            $"/people/{v.Person:N}", $"/api/v1/people/{v.Person:N}/file",
        }));
        await using var db = host.Trust.NewDb();
        pages.AddRange((await db.Set<Commonstead.Platform.Audit.AuditEntry>().OrderByDescending(e => e.Number)
            .Take(40).Select(e => e.Number).ToListAsync()).Select(n => $"/audit/{n}"));
        pages.AddRange((await db.Set<Commonstead.Platform.Mail.OutboxMessage>().Select(m => m.Id).ToListAsync())
            .Select(id => $"/mail/{id:D}"));
        return pages;
    }

    private static async Task<string> Said(Visitor administrator, string address)
    {
        using var answer = await administrator.Http.GetAsync(address);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<Visitor> SignInWithEveryRole()
    {
        foreach (var role in Enum.GetValues<Role>()) (await host.SignInAs(role)).Dispose();
        var steward = (await host.StoredAccount(Intent.AddressOf(Role.Steward))).Id;
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.Steward))
        {
            await host.Does(
                (GiveRole give) => give, new GiveRoleInput { Account = new AccountId(steward), Role = role });
        }

        return await host.SignInAsSteward();
    }
}
