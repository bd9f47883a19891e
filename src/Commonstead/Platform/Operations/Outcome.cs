namespace Commonstead.Platform.Operations;

/// <summary>
/// What an operation came to: its value, or the refusals that stopped it, in the operation's fixed order.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (_value, Refusals) = (value, refusals);

    /// <summary>Why the operation was refused; empty when it was done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when the operation was done.</summary>
    public bool IsDone => Refusals.Count == 0;

    /// <summary>The value of a done operation.</summary>
    /// <exception cref="InvalidOperationException">The operation was refused.</exception>
    public T Value => IsDone
        ? _value!
        : throw new InvalidOperationException("Refused: " + string.Join("; ", Refusals.Select(r => r.Code)));

    /// <summary>A done operation.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>A refused operation.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>A refused operation, by a code that needs no figures in its message.</summary>
    public static implicit operator Outcome<T>(Enum code) => new(default, [new Refusal(code)]);

    /// <summary>A done operation whose value is an interface, which C# does not convert by itself.</summary>
    public static Outcome<T> Done(T value) => value;

    /// <summary>An operation refused for one reason or several.</summary>
    /// <exception cref="ArgumentException">No refusal was given.</exception>
    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new Outcome<T>(default, refusals)
            : throw new ArgumentException("No refusal.", nameof(refusals));
}

/// <summary>The result of an operation that gives nothing back.</summary>
public readonly record struct Done;
