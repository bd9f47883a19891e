using System.Collections.Frozen;
using System.Reflection;
using Commonstead.Platform.Data;

namespace Commonstead.Platform.Operations;

/// <summary>What each operation of the program did, in the words of its <see cref="DoesAttribute"/>.</summary>
public static class OperationWords
{
    /// <summary>Every operation's name and words.</summary>
    public static FrozenDictionary<string, string> All { get; } = typeof(OperationWords).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DoesAttribute>() is not null)
        .ToFrozenDictionary(type => type.Name, type => type.GetCustomAttribute<DoesAttribute>()!.Words);

    /// <summary>
    /// The English words for an operation, the key of their translation. An entry may name an operation that the
    /// program no longer has; its name is then taken apart into words.
    /// </summary>
    public static string Of(string operation)
    {
        if (All.TryGetValue(operation, out var words)) return words;
        var apart = SnakeCase.Of(operation).Replace('_', ' ');
        return apart.Length == 0 ? operation : char.ToUpperInvariant(apart[0]) + apart[1..];
    }
}
