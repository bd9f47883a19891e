using System.Diagnostics;
using System.Globalization;
using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Core;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Bench;

/// <summary>
/// A ballot of 100,000 members: opening it with its roll and the voters' mail, and casting papers, sealed and durable
/// before their receipts are given, beside a bare one-row durable commit in the same folder.
/// </summary>
internal static class BallotBench
{
    private const int Voters = 100_000;
    private const int Times = 1_000;
    private const int AtOnce = 16;

    private const string Email = "voter@example.org";
    private const string Password = "a long enough pass phrase";
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Row>> Run(string folder)
    {
        var trust = Path.Combine(folder, "ballot-trust");
        var (rows, ballot, commits) = await AtTheOperation(folder, trust);
        return [.. rows, await OverHttp(trust, ballot, commits)];
    }

    private static async Task<(Row[] Rows, BallotId Ballot, double Commits)> AtTheOperation(
        string folder, string trust)
    {
        await using var bench = await BenchTrust.Make(trust);
        await bench.Do((AddVoters o) => o, new AddVotersInput(Voters, Email, Password));
        var ballot = await Prepared(bench);
        var watch = Stopwatch.StartNew();
        var opened = await bench.Do(
            (OpenBallot o) => o, new OpenBallotInput(ballot, "https://trust.example/ballots/1"));
        var seconds = watch.Elapsed.TotalSeconds;
        await using var bare = new SqliteConnection($"Data Source={Path.Combine(folder, "bare-ballot.db")}");
        await bare.OpenAsync();
        await OperationBench.Execute(bare, "pragma journal_mode=wal; pragma synchronous=full;");
        await OperationBench.Execute(bare, "create table bare (id integer primary key, name text not null)");
        var entries = await Entries(bench, ballot);
        var (next, worked) = (-1, new List<double>());
        var (casts, commits) = await Timing.InTurn(
            Times / AtOnce,
            async () =>
            {
                var before = Environment.CpuUsage.TotalTime;
                // In the order they come, on whatever thread is free, as requests are.
                await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Factory.StartNew(
                    () => Cast(bench, ballot, entries[Interlocked.Increment(ref next) % entries.Count]),
                    CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default).Unwrap()));
                worked.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / AtOnce);
            },
            async () =>
            {
                for (var i = 0; i < AtOnce; i++)
                    await OperationBench.Execute(bare, "insert into bare (name) values ('one row')");
            });
        var (single, _) = await Timing.InTurn(
            Times / 4, () => Cast(bench, ballot, entries[Interlocked.Increment(ref next) % entries.Count]), None);
        if (await Envelopes(bench, ballot) != next + 1) throw new InvalidOperationException("Papers were lost.");
        var share = casts / commits;
        var work = worked.Skip(worked.Count / 2).Average();
        Row[] rows =
        [
            new Row($"opening a ballot for {opened.Entries:N0} members, with roll and mail",
                $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s", "10 s",
                (seconds / 10).ToString("0.00", CultureInfo.InvariantCulture) + "×", "< 10 s", seconds < 10),
            new Row($"casting papers, sealed and durable, {AtOnce} voters at once, none of {next + 1:N0} lost",
                string.Create(CultureInfo.InvariantCulture,
                    $"{Timing.Rate(casts * AtOnce)} ({work:0} µs of processor)"),
                $"bare one-row durable commits, one by one, {Timing.Rate(commits * AtOnce)}; "
                    + $"one voter after the other, {Timing.Rate(single)}",
                Timing.Share(share), "≥ 50 %", share >= 0.5),
        ];
        return (rows, ballot, commits * AtOnce);
    }

    // The same over the whole way: a form posted by a voter who is signed in, and the page with her receipt.
    private static async Task<Row> OverHttp(string trust, BallotId ballot, double commits)
    {
        var (before, page) = (0, "");
        await using (var bench = await BenchTrust.Open(trust, TimeProvider.System))
        {
            before = await Envelopes(bench, ballot);
            page = $"/ballots/{ballot}/vote/{await OwnEntry(bench, ballot)}";
        }

        Loaded warm, loaded;
        TimeSpan worked;
        using (var server = await Serving.WithHandWritten(trust))
        {
            await server.SignIn(Email, Password);
            var (form, cookie) = await server.Filled(page, "Mark=0");
            warm = await Load.Posting(server.Port, page, cookie, form, _warmUp);
            var begun = server.Worked;
            loaded = await Load.Posting(server.Port, page, cookie, form, _round);
            worked = server.Worked - begun;
        }

        await using var after = await BenchTrust.Open(trust, TimeProvider.System);
        var stored = await Envelopes(after, ballot) - before;
        var given = warm.Answers + loaded.Answers;
        var share = loaded.Rate / commits;
        return new Row($"casting papers over HTTP, {Load.Connections} connections, receipt page included",
            string.Create(CultureInfo.InvariantCulture,
                $"{Timing.Rate(loaded.Rate)} ({worked.TotalMicroseconds / loaded.Answers:0} µs of processor), "
                + $"p99 {Load.P99(loaded.Times):0.0} ms"),
            $"the same bare commits; {given:N0} receipts given, {stored:N0} envelopes after the server was killed",
            Timing.Share(share), "reported; none lost", stored == given);
    }

    private static async Task<int> Envelopes(BenchTrust bench, BallotId ballot)
    {
        await using var db = bench.Trust.NewDb();
        return await db.Set<Envelope>().CountAsync(e => e.Ballot == ballot);
    }

    private static async Task<RollEntryId> OwnEntry(BenchTrust bench, BallotId ballot)
    {
        await using var db = bench.Trust.NewDb();
        var voter = (await db.Set<Account>().SingleAsync(a => a.Email == Email)).Person!.Value;
        return (await db.Set<RollEntry>().SingleAsync(e => e.Ballot == ballot && e.Voter == voter)).Id;
    }

    private static Task None() => Task.CompletedTask;

    private static async Task<BallotId> Prepared(BenchTrust bench)
    {
        var officer = (await bench.Ask((IAccounts a) => a.Working()))[0];
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var id = await bench.Do((DraftBallot o) => o, new DraftBallotInput
        {
            Title = "Bench",
            Threshold = Threshold.Majority.ToString(),
            OpensOn = today.AddDays(-1),
            ClosesOn = today.AddDays(2),
            Officers = [officer.Key],
            SharesNeeded = 1,
        });
        var share = await bench.Ask((BoxKeys keys) => Task.FromResult(
            ShareText.Of(keys.ShareOf(bench.Trust, id, 1, 1, 1))));
        await bench.Do((ConfirmShare o) => o, new ConfirmShareInput { Ballot = id, Share = share }, officer.Key);
        return id;
    }

    private static async Task<List<(RollEntryId Entry, PersonId Voter)>> Entries(BenchTrust bench, BallotId ballot)
    {
        await using var db = bench.Trust.NewDb();
        return (await db.Set<RollEntry>().Where(e => e.Ballot == ballot).Take(10 * Times)
            .Select(e => new { e.Id, e.Voter }).ToListAsync()).ConvertAll(e => (e.Id, e.Voter));
    }

    private static async Task Cast(BenchTrust bench, BallotId ballot, (RollEntryId Entry, PersonId Voter) own)
    {
        var cast = await bench.Ask(
            (CastPaper c) => c.Run(new CastPaperInput { Ballot = ballot, Entry = own.Entry, Values = [1, null, null] }),
            own.Voter.Value);
        if (!cast.IsDone) throw new InvalidOperationException(cast.Refusals[0].Code.ToString());
    }
}

/// <summary>How many voters to enter.</summary>
/// <param name="Count">How many.</param>
/// <param name="Email">The address by which the first of them signs in.</param>
/// <param name="Password">Her password.</param>
internal sealed record AddVotersInput(int Count, string Email, string Password);

/// <summary>Enters persons with a mail address as members, without a form for each.</summary>
[OpenToAnyone("It stands in the bench only.")]
internal sealed class AddVoters(TrustDb db, BulkWriter bulk, UserManager<Account> accounts, Acting acting)
    : IOperation<AddVotersInput, Done>
{
    public async Task<Outcome<Done>> Run(AddVotersInput input)
    {
        var joined = new DateOnly(2020, 1, 1);
        var persons = Enumerable.Range(0, input.Count).Select(Person).ToList();
        await bulk.Write(persons);
        await bulk.Write(persons.SelectMany(p => p.Contacts));
        await bulk.Write(persons.Select((person, i) =>
        {
            var member = new Member { Number = i + 1, Person = person.Id, JoinedOn = joined, Salt = [1], Version = 1 };
            member.Begin("general", null);
            member.Call(person.Name, person.SortName);
            return member;
        }));
        var account = new Account
        {
            UserName = input.Email,
            Email = input.Email,
            DisplayName = "Voter",
            Person = persons[0].Id,
        };
        await accounts.CreateAsync(account, input.Password);
        db.Add(new RoleGrant { AccountId = account.Id, Role = Role.Member, From = acting.Today });
        return default(Done);
    }

    private static Person Person(int i)
    {
        var person = new Person { Salt = [1], Version = 1 };
        person.Call("Voter", i.ToString("000000", CultureInfo.InvariantCulture));
        person.Contacts.Add(new ContactPoint
        {
            Person = person.Id,
            Kind = ContactKind.Email,
            Value = string.Create(CultureInfo.InvariantCulture, $"voter{i}@example.org"),
            Salt = [1],
            Version = 1,
        });
        person.Index();
        return person;
    }
}
