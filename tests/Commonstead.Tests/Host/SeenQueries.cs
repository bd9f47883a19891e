using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Commonstead.Tests;

/// <summary>A question that a page asked of the database.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Values">What was put in.</param>
public sealed record SeenQuery(string Text, IReadOnlyList<(string Name, object? Value)> Values);

/// <summary>The questions that EF Core asks of one trust's database while this lives.</summary>
public sealed class SeenQueries : IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _watched = [];
    private readonly ConcurrentQueue<SeenQuery> _queries = [];

    // Other tests run beside this one on records of their own.
    private readonly string _record;

    private SeenQueries(string record)
    {
        _record = record;
        _watched.Add(DiagnosticListener.AllListeners.Subscribe(new Listeners(this)));
    }

    /// <summary>Begins to look, once EF Core asks again whether anybody listens: once a second.</summary>
    public static async Task<SeenQueries> Begin(OpenTrust trust, Visitor visitor)
    {
        await using var db = trust.NewDb();
        var seen = new SeenQueries(RecordOf(db.Database.GetDbConnection()));
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        await visitor.Open("/glossary");
        return seen;
    }

    /// <summary>Opens a page.</summary>
    /// <returns>What it asked.</returns>
    public async Task<(SeenPage Page, IReadOnlyList<SeenQuery> Queries)> Open(Visitor visitor, string address)
    {
        _queries.Clear();
        var page = await visitor.Open(address);
        return (page, [.. _queries]);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData seen) return;
        var text = seen.Command.CommandText;
        if (RecordOf(seen.Command.Connection!) != _record) return;
        if (!text.Contains("SELECT", StringComparison.OrdinalIgnoreCase)) return;
        _queries.Enqueue(new SeenQuery(
            text, [.. seen.Command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
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
