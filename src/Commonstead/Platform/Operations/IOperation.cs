namespace Commonstead.Platform.Operations;

/// <summary>
/// One thing the trust does. Pages, API, commands and imports bind its input and give it to the
/// <see cref="OperationRunner"/>, which alone may run it; an operation may run another inside its own transaction.
/// </summary>
/// <typeparam name="TInput">The input, its bounds declared with data annotations.</typeparam>
/// <typeparam name="TResult">What a done operation gives back, most often the id of the record it made.</typeparam>
public interface IOperation<in TInput, TResult>
{
    /// <summary>Changes tracked records, or refuses; the runner saves.</summary>
    Task<Outcome<TResult>> Run(TInput input);
}

/// <summary>
/// An operation with work that takes long and writes nothing, such as hashing a password: it is done before the
/// operation's transaction, for which others wait.
/// </summary>
/// <typeparam name="TInput">The operation's input.</typeparam>
public interface IPrepares<in TInput>
{
    /// <summary>Does the work; what it read may have changed by the time the operation runs.</summary>
    Task Prepare(TInput input);
}

/// <summary>The permission an operation needs.</summary>
/// <param name="permission">A name from a capability's Contracts.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(string permission) : Attribute
{
    /// <summary>The permission's name.</summary>
    public string Permission { get; } = permission;
}

/// <summary>What an operation did, in the words that the audit trail shows.</summary>
/// <param name="words">Plain English in the past, such as <c>Parcel entered</c>; the key of its translation.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DoesAttribute(string words) : Attribute
{
    /// <summary>The words.</summary>
    public string Words { get; } = words;
}

/// <summary>Declares that an operation is open to anyone, signed in or not, and why that is safe.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAnyoneAttribute(string why) : Attribute
{
    /// <summary>The reason.</summary>
    public string Why { get; } = why;
}

/// <summary>
/// Keeps an input or one of its properties out of the audit trail's texts and idempotency hashes: passwords, ballots.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
