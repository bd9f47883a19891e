using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Trusts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Commonstead.Tests.Leases;

public sealed class LeaseListTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task Register_TakesTwoQueriesAPage_WhateverIsAsked()
    {
        await host.NewLease();
        using var steward = await host.SignInAsSteward();
        foreach (var asked in (string[])["", "?sort=-ends", "?state=in-force", "?q=mill", "?rule=none&page=2"])
        {
            using var seen = await SeenQueries.Begin(host.Trust, steward);
            await steward.Open("/leases" + asked);
            Assert.Equal(2, seen.Commands.Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sort=-number")]
    [InlineData("?sort=home")]
    [InlineData("?sort=-holders")]
    [InlineData("?sort=ends")]
    [InlineData("?state=ended")]
    [InlineData("?state=void")]
    [InlineData("?instrument=Sublease")]
    [InlineData("?rule=none")]
    public async Task Register_ReadsByIndex_AndSortsNothing(string asked)
    {
        if (TrustHost.OnPostgres) return;
        await host.NewLease();
        using var steward = await host.SignInAsSteward();
        using var seen = await SeenQueries.Begin(host.Trust, steward);
        await steward.Open("/leases" + asked);
        Assert.Equal(2, seen.Commands.Count);
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(host.Trust.Location.Folder, "trust.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        foreach (var (text, values) in seen.Commands)
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = "explain query plan " + text;
            foreach (var (name, value) in values) explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
            await using var steps = await explain.ExecuteReaderAsync();
            while (await steps.ReadAsync())
            {
                var step = steps.GetString(3);
                Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal);
                if (step.StartsWith("SCAN", StringComparison.Ordinal) && step.Contains("\"lease\"",
                    StringComparison.Ordinal))
                    Assert.Contains("INDEX", step, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Api_ListsByPages_AndAnswersOneWithATag()
    {
        var first = await host.NewLease();
        await host.NewLease();
        using var auditor = await host.SignInAs(Role.Auditor);
        var page = await auditor.Http.GetFromJsonAsync<JsonElement>("/api/v1/leases?limit=1");
        var next = page.GetProperty("next").GetString()!;
        Assert.Equal(next, page.GetProperty("leases")[0].GetProperty("number").GetString());
        var second = await auditor.Http.GetFromJsonAsync<JsonElement>($"/api/v1/leases?limit=1&after={next}");
        Assert.NotEqual(next, second.GetProperty("leases")[0].GetProperty("number").GetString());
        var one = await auditor.Http.GetAsync($"/api/v1/leases/{first}");
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/leases/{first}");
        request.Headers.IfNoneMatch.Add(one.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await auditor.Http.SendAsync(request)).StatusCode);
        await host.Does((SetLeaseFee set) => set, new SetLeaseFeeInput
        {
            Lease = first,
            From = new DateOnly(2026, 1, 1),
            Amount = Money.Of(5, Currency.Usd),
            Source = "x",
        });
        var changed = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/leases/{first}");
        changed.Headers.IfNoneMatch.Add(one.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Http.SendAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task Api_ShowsALeaseholderOnlyHerOwn()
    {
        var input = await host.LeaseInput();
        await host.Enter(input);
        var other = await host.NewLease();
        using var holder = await host.SignInAs(Role.Leaseholder, input.Holders[0].Person!.Value.Value);
        var page = await holder.Http.GetFromJsonAsync<JsonElement>("/api/v1/leases");
        Assert.Equal(input.Number, Assert.Single(page.GetProperty("leases").EnumerateArray()).GetProperty("number")
            .GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await holder.Http.GetAsync($"/api/v1/leases/{other}")).StatusCode);
    }

    [Fact]
    public async Task OtherTrust_SeesNothingOfIt()
    {
        var lease = await host.NewLease();
        using var other = await host.SignInAsSteward(TrustHost.Elm);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/leases/{lease}")).Status);
    }

    [Theory]
    [InlineData("1/2", 1, 2)]
    [InlineData("50%", 1, 2)]
    [InlineData("12.5 %", 1, 8)]
    [InlineData("2/6", 1, 3)]
    public void Share_IsReadInLowestTerms(string text, int parts, int whole)
    {
        Assert.True(Share.TryParse(text, out var share));
        Assert.Equal(new Share(parts, whole), share);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("half")]
    [InlineData("-1/2")]
    [InlineData("1/99999999999")]
    [InlineData("101%")]
    [InlineData("33.333%")]
    public void Share_OfNothingOrTooMuch_IsNone(string text) => Assert.False(Share.TryParse(text, out _));

    /// <summary>The queries EF Core sends to the table of leases while this lives.</summary>
    private sealed class SeenQueries : IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> _watched = [];

        // Other tests run beside this one on records of their own.
        private readonly string _record;

        private SeenQueries(string record)
        {
            _record = record;
            _watched.Add(DiagnosticListener.AllListeners.Subscribe(new Listeners(this)));
        }

        public ConcurrentQueue<(string Text, List<(string Name, object? Value)> Values)> Commands { get; } = [];

        /// <summary>Begins to look, once EF Core asks again whether anybody listens: once a second.</summary>
        public static async Task<SeenQueries> Begin(OpenTrust trust, Visitor visitor)
        {
            await using var db = trust.NewDb();
            var seen = new SeenQueries(RecordOf(db.Database.GetDbConnection()));
            await Task.Delay(TimeSpan.FromSeconds(1.2));
            await visitor.Open("/leases");
            seen.Commands.Clear();
            return seen;
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key != RelationalEventId.CommandExecuting.Name
                || value.Value is not CommandEventData seen) return;
            if (RecordOf(seen.Command.Connection!) != _record) return;
            var text = seen.Command.CommandText.Replace("\"", "", StringComparison.Ordinal);
            if (!text.Contains("FROM lease AS", StringComparison.Ordinal)) return;
            Commands.Enqueue((seen.Command.CommandText, [.. seen.Command.Parameters.Cast<DbParameter>()
                .Select(p => (p.ParameterName, p.Value))]));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _watched.ForEach(w => w.Dispose());

        private static string RecordOf(DbConnection connection) => $"{connection.DataSource}/{connection.Database}";

        private sealed class Listeners(SeenQueries seen) : IObserver<DiagnosticListener>
        {
            public void OnNext(DiagnosticListener value)
            {
                if (value.Name == DbLoggerCategory.Name) seen._watched.Add(value.Subscribe(seen));
            }

            public void OnCompleted()
            {
            }

            public void OnError(Exception error)
            {
            }
        }
    }
}
