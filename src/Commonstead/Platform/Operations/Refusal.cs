using System.Collections.Concurrent;
using System.Reflection;
using Commonstead.Platform.Data;
using Commonstead.Platform.Web;

namespace Commonstead.Platform.Operations;

/// <summary>One broken rule: its code, and the figures its message names.</summary>
/// <param name="Code">A value of the operation's refusal enum, marked with <see cref="SaysAttribute"/>.</param>
/// <param name="Figures">What fills the message's places, in order.</param>
public sealed record Refusal(Enum Code, params object[] Figures)
{
    private static readonly ConcurrentDictionary<Enum, SaysAttribute> _said = new();

    /// <summary>The input property to mend, or null when no single one is at fault.</summary>
    public string? Field { get; init; } = Said(Code).Field;

    /// <summary>The record that moved on since the actor saw it; the runner tells who changed what and when.</summary>
    internal OutdatedSight? Outdated { get; init; }

    /// <summary>The English message with its places, the key of its translation.</summary>
    public string Message => Said(Code).Message;

    /// <summary>Which kind of refusal this is; it decides status and exit codes.</summary>
    public RefusalKind Kind => Said(Code).Kind;

    /// <summary>The refusal of somebody who worked from an older version of a record.</summary>
    /// <param name="record">The record as it is; null when it is gone.</param>
    /// <param name="seen">The version the actor saw; 0 for none.</param>
    /// <param name="whatItIs">The record in words, for when the trail says nothing of it.</param>
    internal static Refusal ChangedSince(Record? record, int seen, string whatItIs) =>
        new(CommonRefusal.ChangedMeanwhile, whatItIs)
        {
            Outdated = record is null ? null : new OutdatedSight(record.Key, seen),
        };

    /// <summary>Names another field than the code's own, as for a row of a file.</summary>
    public static Refusal At(string field, Enum code, params object[] figures) => new(code, figures) { Field = field };

    private static SaysAttribute Said(Enum code) => _said.GetOrAdd(code, static c =>
        c.GetType().GetField(c.ToString())?.GetCustomAttribute<SaysAttribute>()
        ?? throw new InvalidOperationException($"{c.GetType().Name}.{c} has no [Says]."));
}

/// <summary>That somebody acted on an older version of a record.</summary>
/// <param name="Record">The record's id.</param>
/// <param name="SeenVersion">The version they saw.</param>
internal sealed record OutdatedSight(Guid Record, int SeenVersion)
{
    /// <summary>What happened last, where the record keeps its own history; else its changed facts are told.</summary>
    public Sentence? Told { get; init; }
}

/// <summary>The kinds of refusal, each with one HTTP status and one exit code.</summary>
public enum RefusalKind
{
    /// <summary>The input breaks a rule: 422, exit 3.</summary>
    Rule,

    /// <summary>The input is missing, too long or not what was asked: 400, exit 2.</summary>
    Input,

    /// <summary>No such record, or none this actor may know of: 404, exit 4.</summary>
    NotFound,

    /// <summary>The actor may not do this: 403, exit 5.</summary>
    NotAllowed,

    /// <summary>Somebody else changed it first: 409, exit 6.</summary>
    Conflict,
}

/// <summary>What a refusal says to its reader: where the trouble is and what to do.</summary>
/// <param name="message">Plain English with places {0}, {1} for the refusal's figures; the key of its
/// translation.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class SaysAttribute(string message) : Attribute
{
    /// <summary>The message.</summary>
    public string Message { get; } = message;

    /// <summary>The input property to mend.</summary>
    public string? Field { get; init; }

    /// <summary>Which kind of refusal it is.</summary>
    public RefusalKind Kind { get; init; } = RefusalKind.Rule;
}

/// <summary>The refusals that every operation shares; the runner gives them.</summary>
public enum CommonRefusal
{
    /// <summary>The actor's roles do not include the operation's permission.</summary>
    [Says("You may not do this. It is for: {0}.", Kind = RefusalKind.NotAllowed)]
    NotPermitted,

    /// <summary>An input property breaks its declared bounds.</summary>
    [Says("{0}", Kind = RefusalKind.Input)]
    InputOutOfBounds,

    /// <summary>The record does not exist, or this actor may not know of it.</summary>
    [Says("There is no such record.", Kind = RefusalKind.NotFound)]
    NotFound,

    /// <summary>The record's version is no longer the one the actor saw.</summary>
    [Says(
        "Somebody changed this while you were working on it: {0}. Nothing of yours was saved. "
        + "Look at it and try again.",
        Kind = RefusalKind.Conflict)]
    ChangedMeanwhile,

    /// <summary>A name or number that may stand only once was given to another record at the same time.</summary>
    [Says(
        "Somebody else took “{1}” while you were working on it: {0}. Nothing of yours was saved. "
        + "Look at it and try again.",
        Kind = RefusalKind.Conflict)]
    TakenMeanwhile,

    /// <summary>An idempotency key was used before with other input.</summary>
    [Says("This request's key was used before with other input. Send it again with a new key.",
        Kind = RefusalKind.Conflict)]
    KeyUsedWithOtherInput,
}
