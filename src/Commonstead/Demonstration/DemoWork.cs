using System.Text;
using Commonstead.Accounts;
using Commonstead.Platform;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;

namespace Commonstead.Demonstration;

/// <summary>Does things in the demonstration as its people would: through operations, on a day, by someone.</summary>
internal sealed class DemoWork : IAsyncDisposable
{
    private readonly DemoClock _clock;
    private readonly ServiceProvider _services;
    private readonly Dictionary<Role, Actor> _people = [];

    public DemoWork(OpenTrust trust, DemoClock clock)
    {
        Trust = trust;
        _clock = clock;
        var services = new ServiceCollection().AddLogging().AddLocalization().AddUnitOfWork();
        _services = Capabilities.Add(services).BuildServiceProvider();
    }

    /// <summary>The trust.</summary>
    public OpenTrust Trust { get; }

    /// <summary>The day it is.</summary>
    public DateOnly Today => Trust.Today;

    /// <summary>Moves on to a day.</summary>
    public DemoWork On(DateOnly day)
    {
        _clock.Set(day);
        return this;
    }

    /// <summary>Names who acts in a role from now on.</summary>
    public void Names(Role role, AccountId account, string name) =>
        _people[role] = new Actor(account.ToString(), name, RoleTable.Of([role]));

    /// <summary>Runs an operation as whoever holds a role.</summary>
    public async Task<TResult> Do<TOperation, TInput, TResult>(
        Func<TOperation, IOperation<TInput, TResult>> operation, TInput input, Role role = Role.Steward)
        where TOperation : class
    {
        _clock.Tick();
        await using var scope = _services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        acting.Trust = Trust;
        acting.Actor = _people.GetValueOrDefault(role, Actor.Visitor);
        var outcome = await scope.ServiceProvider.GetRequiredService<OperationRunner>()
            .Run(operation(scope.ServiceProvider.GetRequiredService<TOperation>()), input);
        return outcome.IsDone
            ? outcome.Value
            : throw new InvalidOperationException(string.Join("; ", outcome.Refusals.Select(r =>
                $"{typeof(TOperation).Name} on {Today:yyyy-MM-dd}: {r.Code} {string.Join(", ", r.Figures)}")));
    }

    /// <summary>Attaches a document of some text to a record.</summary>
    public async Task Attach(string kind, Guid owner, string title, string fileName, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = await Trust.Documents.Store(content);
        await Do((AttachDocument o) => o, new AttachDocumentInput
        {
            Kind = kind,
            Owner = owner,
            Title = title,
            FileName = fileName,
            Hash = stored.Hash,
            Size = stored.Size,
        });
    }

    /// <summary>Who holds a role.</summary>
    public Actor Who(Role role) => _people[role];

    /// <summary>Reads something, as the steward unless told.</summary>
    public async Task<TAnswer> Ask<TReader, TAnswer>(Func<TReader, Task<TAnswer>> question, Actor? actor = null)
        where TReader : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        acting.Trust = Trust;
        acting.Actor = actor ?? _people[Role.Steward];
        return await question(scope.ServiceProvider.GetRequiredService<TReader>());
    }

    /// <summary>Seals what was written.</summary>
    public Task Seal() => Sealing.SealNew(Trust);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
