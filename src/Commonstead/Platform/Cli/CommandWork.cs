using System.CommandLine;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Cli;

/// <summary>One command's unit of work on the trust it names: the capabilities' reads and operations, as operator.</summary>
public sealed class CommandWork : IAsyncDisposable
{
    private readonly OpenTrust _trust;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private CommandWork(OpenTrust trust, IEnumerable<string> permissions)
    {
        _trust = trust;
        var services = new ServiceCollection().AddLogging().AddUnitOfWork();
        _services = Capabilities.Add(services).BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
        var acting = Get<Acting>();
        acting.Trust = trust;
        acting.Actor = new Actor("operator", "Operator", permissions.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Opens the trust that the command's options name.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="database">A PostgreSQL connection string, or null for SQLite in the folder.</param>
    /// <param name="permissions">What the command may do there.</param>
    /// <exception cref="CommandRefusedException">There is no trust.</exception>
    public static async Task<CommandWork> Open(string folder, string? database, params IEnumerable<string> permissions)
    {
        if (!Directory.Exists(folder))
            throw new CommandRefusedException($"There is no data folder {folder}.", ExitCode.NotFound);
        if (database is null && !File.Exists(Path.Combine(folder, "trust.db")))
            throw new CommandRefusedException($"The folder {folder} holds no trust's record.", ExitCode.NotFound);
        var trust = await OpenTrust.Open(new TrustLocation(Path.GetFullPath(folder), database), TimeProvider.System);
        if (trust.Profile is not null) return new CommandWork(trust, permissions);
        await trust.DisposeAsync();
        throw new CommandRefusedException($"The trust in {folder} has not been founded yet.", ExitCode.Refused);
    }

    /// <summary>A read or an operation of a capability.</summary>
    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        await _trust.DisposeAsync();
    }
}
