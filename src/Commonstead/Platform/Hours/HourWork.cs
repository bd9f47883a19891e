using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Hours;

/// <summary>Runs operations that nobody asks for, because their hour has come.</summary>
public sealed class HourWork(IServiceScopeFactory scopes)
{
    /// <summary>Runs an operation as the program.</summary>
    /// <param name="trust">Where.</param>
    /// <param name="permission">The one permission that the program holds for it.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its input.</param>
    public async Task<Outcome<TResult>> Run<TOperation, TInput, TResult>(
        OpenTrust trust, string permission, Func<TOperation, IOperation<TInput, TResult>> operation, TInput input)
        where TOperation : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<Acting>();
        acting.Trust = trust;
        acting.Actor = new Actor("program", "The program", new HashSet<string>(StringComparer.Ordinal) { permission });
        return await scope.ServiceProvider.GetRequiredService<OperationRunner>()
            .Run(operation(scope.ServiceProvider.GetRequiredService<TOperation>()), input);
    }
}
