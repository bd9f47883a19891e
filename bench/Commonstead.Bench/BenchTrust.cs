using Commonstead.Accounts;
using Commonstead.Platform;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Bench;

/// <summary>A trust in a temporary folder on SQLite, with the operations a bench needs.</summary>
internal sealed class BenchTrust : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BenchTrust(OpenTrust trust)
    {
        Trust = trust;
        var services = new ServiceCollection().AddLogging().AddLocalization().AddUnitOfWork();
        _services = Capabilities.Add(services).BuildServiceProvider();
    }

    public const string Password = "a long enough pass phrase";
    public const string Email = "steward@example.org";

    public OpenTrust Trust { get; }

    public static Actor Steward { get; } = new("bench", "Bench", RoleTable.Of(Enum.GetValues<Role>()));

    public static async Task<BenchTrust> Make(string folder)
    {
        var bench = new BenchTrust(await OpenTrust.Open(new TrustLocation(folder), TimeProvider.System));
        await bench.Do((FoundTrust o) => o, new FoundTrustInput
        {
            TrustName = "Bench Land Trust", Country = Country.UnitedStates, Currency = "USD", TimeZone = "UTC",
            StewardName = "Bench", Email = Email, Password = Password,
        });
        return bench;
    }

    public async Task<TResult> Do<TOperation, TInput, TResult>(
        Func<TOperation, IOperation<TInput, TResult>> operation, TInput input)
        where TOperation : class
    {
        await using var scope = _services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        acting.Trust = Trust;
        acting.Actor = Steward;
        var outcome = await scope.ServiceProvider.GetRequiredService<OperationRunner>()
            .Run(operation(scope.ServiceProvider.GetRequiredService<TOperation>()), input);
        return outcome.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Trust.DisposeAsync();
    }
}
