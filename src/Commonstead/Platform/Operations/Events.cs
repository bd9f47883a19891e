namespace Commonstead.Platform.Operations;

/// <summary>
/// Handles an event of another capability inside the same transaction: if it refuses, nothing is done.
/// </summary>
/// <typeparam name="TEvent">The event, declared in the other capability's Contracts.</typeparam>
public interface IHandles<in TEvent>
{
    /// <summary>Does what follows from the event; refusals stop the operation that raised it.</summary>
    Task<IReadOnlyList<Refusal>> Handle(TEvent happened);
}

/// <summary>Tells other capabilities what an operation did, before it is saved.</summary>
public sealed class Events(IServiceProvider services)
{
    /// <summary>Has every handler act, in the order they were registered.</summary>
    /// <returns>The first handler's refusals, or none.</returns>
    public async Task<IReadOnlyList<Refusal>> Raise<TEvent>(TEvent happened)
    {
        foreach (var handler in services.GetServices<IHandles<TEvent>>())
        {
            if (await handler.Handle(happened) is { Count: > 0 } refused) return refused;
        }

        return [];
    }
}
