using Commonstead.Accounts;
using Commonstead.Platform;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Bench;

/// <summary>A trust on SQLite held open by the bench, with every operation, as one person of all roles.</summary>
internal sealed class BenchTrust : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BenchTrust(OpenTrust trust)
    {
        Trust = trust;
        var services = new ServiceCollection().AddTransient<AddVoters>().AddLogging().AddLocalization().AddUnitOfWork();
        _services = Capabilities.Add(services).BuildServiceProvider();
    }

    public OpenTrust Trust { get; }

    private static Actor Everyone { get; } = new("bench", "Bench", RoleTable.Of(Enum.GetValues<Role>()));

    /// <summary>Makes a new trust in a folder.</summary>
    public static async Task<BenchTrust> Make(string folder)
    {
        var bench = await Open(folder, TimeProvider.System);
        await bench.Do((FoundTrust o) => o, new FoundTrustInput
        {
            TrustName = "Bench Land Trust",
            Country = Country.UnitedStates,
            Currency = "USD",
            TimeZone = "UTC",
            StewardName = "Bench",
            Email = "steward@example.org",
            Password = "a long enough pass phrase",
        });
        return bench;
    }

    /// <summary>Opens a trust that was made before.</summary>
    public static async Task<BenchTrust> Open(string folder, TimeProvider time) =>
        new(await OpenTrust.Open(new TrustLocation(folder), time));

    /// <summary>Runs an operation in a unit of work of its own, as a page would.</summary>
    /// <param name="actor">Whose key the audit trail keeps; the bench's own unless told.</param>
    public async Task<TResult> Do<TOperation, TInput, TResult>(
        Func<TOperation, IOperation<TInput, TResult>> operation, TInput input, string? actor = null)
        where TOperation : class
    {
        await using var scope = Scope(Everyone with { Key = actor ?? Everyone.Key });
        var outcome = await scope.ServiceProvider.GetRequiredService<OperationRunner>()
            .Run(operation(scope.ServiceProvider.GetRequiredService<TOperation>()), input);
        return outcome.Value;
    }

    /// <summary>Asks something in a unit of work of its own.</summary>
    /// <param name="person">Who asks, when it matters.</param>
    public async Task<TAnswer> Ask<TReader, TAnswer>(Func<TReader, Task<TAnswer>> question, Guid? person = null)
        where TReader : notnull
    {
        await using var scope = Scope(Everyone with { Person = person });
        return await question(scope.ServiceProvider.GetRequiredService<TReader>());
    }

    private AsyncServiceScope Scope(Actor actor)
    {
        var scope = _services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        (acting.Trust, acting.Actor) = (Trust, actor);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Trust.DisposeAsync();
    }
}
