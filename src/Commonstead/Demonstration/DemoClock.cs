namespace Commonstead.Demonstration;

/// <summary>
/// The demonstration's clock: while it is made it is set from day to day through the trust's history; afterwards time
/// runs on
/// from its first day, so that its published figures reach to its present.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private TimeSpan? _shift;
    private DateTimeOffset _set;

    private DemoClock()
    {
    }

    /// <summary>A clock that stands where it is set.</summary>
    public static DemoClock Standing() => new();

    /// <summary>A clock that began to run from a first day at an instant.</summary>
    public static DemoClock RunningSince(DateTimeOffset begun, DateOnly firstDay) =>
        new() { _shift = Noon(firstDay) - begun };

    /// <summary>Sets a standing clock to noon of a day.</summary>
    public void Set(DateOnly day) => _set = Noon(day);

    /// <summary>Lets a standing clock tick, so that what happens on one day keeps its order.</summary>
    public void Tick() => _set += TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _shift is { } shift ? System.GetUtcNow() + shift : _set;

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(16, 0), TimeSpan.Zero);
}
