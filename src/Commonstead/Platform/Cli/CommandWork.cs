using System.CommandLine;
using System.Globalization;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Cli;

/// <summary>
/// One command's unit of work on the trust it names, as its operator: the same reads and operations as the pages have,
/// without a web server.
/// </summary>
public sealed class CommandWork : IAsyncDisposable
{
    private readonly OpenTrust _trust;
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private CommandWork(OpenTrust trust)
    {
        _trust = trust;
        var services = new ServiceCollection().AddLogging().AddLocalization().AddUnitOfWork();
        _services = Capabilities.Add(services).BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
        var acting = Get<Acting>();
        acting.Trust = trust;
        acting.Actor = Actor.Operator(Capabilities.Permissions);
        trust.TakeUnsealed();
    }

    /// <summary>The trust worked on.</summary>
    public OpenTrust Trust => _trust;

    /// <summary>Opens the trust that the command names with <see cref="TrustOptions"/>.</summary>
    /// <exception cref="CommandRefusedException">There is no trust.</exception>
    public static Task<CommandWork> Open(ParseResult command) =>
        Open(command.GetRequiredValue(TrustOptions.Data).FullName, command.GetValue(TrustOptions.Database));

    /// <summary>Opens a trust; where there is none, none is made.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="database">A PostgreSQL connection string, or null for SQLite in the folder.</param>
    /// <exception cref="CommandRefusedException">There is no trust.</exception>
    public static async Task<CommandWork> Open(string folder, string? database)
    {
        var trust = await Existing(folder, database, OpenTrust.Open);
        if (trust.Profile is { } profile)
        {
            CultureInfo.CurrentUICulture = profile.Culture;
            return new CommandWork(trust);
        }

        await trust.DisposeAsync();
        throw None(folder);
    }

    /// <summary>Opens the trust that the command names to look at it; nothing in its record is changed.</summary>
    /// <exception cref="CommandRefusedException">There is no trust.</exception>
    public static async Task<CommandWork> Look(ParseResult command) => new(await Existing(
        command.GetRequiredValue(TrustOptions.Data).FullName, command.GetValue(TrustOptions.Database), OpenTrust.Look));

    private static Task<OpenTrust> Existing(
        string folder, string? database, Func<TrustLocation, TimeProvider, Task<OpenTrust>> open)
    {
        var isThere = File.Exists(Path.Combine(folder, "keys", "signing.pem"))
            && (database is not null || File.Exists(Path.Combine(folder, "trust.db")));
        if (!isThere) throw None(folder);
        return open(new TrustLocation(Path.GetFullPath(folder), database), TimeProvider.System);
    }

    private static CommandRefusedException None(string folder) => new(
        $"There is no trust in {folder}. Make it first: commonstead serve --data {folder}", ExitCode.NotFound);

    /// <summary>An operation or a read, from this unit of work.</summary>
    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Runs an operation.</summary>
    /// <returns>Its value.</returns>
    /// <exception cref="CommandRefusedException">It was refused: a line for each refusal, and the first one's code.
    /// </exception>
    public async Task<TResult> Run<TInput, TResult>(IOperation<TInput, TResult> operation, TInput input)
    {
        var outcome = await Get<OperationRunner>().Run(operation, input);
        if (outcome.IsDone) return outcome.Value;
        var words = Get<IStringLocalizer<Words>>();
        throw new CommandRefusedException(
            string.Join(Environment.NewLine, outcome.Refusals.Select(r => r.Text(words))),
            CodeOf(outcome.Refusals[0].Kind));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // What a command did is sealed before it ends; a server at work on the same trust does not know of it.
        if (_trust.TakeUnsealed()) await Sealing.SealNew(_trust);
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        await _trust.DisposeAsync();
    }

    private static int CodeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Rule => ExitCode.Refused,
        RefusalKind.Input => ExitCode.BadInput,
        RefusalKind.NotFound => ExitCode.NotFound,
        RefusalKind.NotAllowed => ExitCode.NotAllowed,
        _ => ExitCode.Conflict,
    };
}
