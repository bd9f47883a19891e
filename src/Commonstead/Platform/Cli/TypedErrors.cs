using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Commonstead.Platform.Cli;

/// <summary>Says in plain words what is wrong with a number that was typed after an option.</summary>
internal static class TypedErrors
{
    private static readonly Dictionary<Type, (BigInteger Least, BigInteger Most)> _whole = new()
    {
        [typeof(int)] = (int.MinValue, int.MaxValue),
        [typeof(long)] = (long.MinValue, long.MaxValue),
        [typeof(uint)] = (uint.MinValue, uint.MaxValue),
        [typeof(ulong)] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>What is wrong, or null for an error of another kind.</summary>
    public static string? Of(ParseError error)
    {
        // The parser's own words name the type, in whatever language they are; those of a validator do not.
        if (Asked(error.SymbolResult) is not var (name, type, tokens)
            || !error.Message.Contains(type.FullName!, StringComparison.Ordinal)) return null;
        var typed = tokens.Select(token => token.Value).FirstOrDefault(value => Wrong(type, value) is not null);
        return typed is null ? null : $"{name} is {Wrong(type, typed)}, not “{typed}”.";
    }

    private static (string Name, Type Type, IReadOnlyList<Token> Tokens)? Asked(SymbolResult? result) => result switch
    {
        OptionResult option => (option.Option.Name, Bare(option.Option.ValueType), option.Tokens),
        ArgumentResult { Parent: OptionResult option } => Asked(option),
        ArgumentResult argument => (argument.Argument.Name, Bare(argument.Argument.ValueType), argument.Tokens),
        _ => null,
    };

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type;

    private static string? Wrong(Type type, string typed)
    {
        if (type == typeof(decimal))
        {
            return decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
                ? null : "a number such as 2.5";
        }

        if (!_whole.TryGetValue(type, out var range)) return "written in another way";
        if (!BigInteger.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return "a whole number";
        if (number < range.Least) return $"a whole number of at least {range.Least}";
        return number > range.Most ? $"a whole number of at most {range.Most}" : null;
    }
}
