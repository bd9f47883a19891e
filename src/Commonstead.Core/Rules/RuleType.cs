namespace Commonstead.Core;

/// <summary>The kinds of value the rule language knows.</summary>
public enum RuleKind
{
    /// <summary>An amount in the document's currency.</summary>
    Money,

    /// <summary>A share or a rate of change, written with a percent sign.</summary>
    Rate,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A number without a fraction.</summary>
    Whole,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>The code of an area, such as <c>us:county:25013</c>.</summary>
    Area,

    /// <summary>One of a few named options.</summary>
    Choice,

    /// <summary>Rows of named fields.</summary>
    List,
}

/// <summary>A type of the rule language: a kind, with the options of a choice or the fields of a list.</summary>
public sealed class RuleType : IEquatable<RuleType>
{
    private RuleType(RuleKind kind, IReadOnlyList<string>? options = null, IReadOnlyList<RuleField>? fields = null)
    {
        Kind = kind;
        Options = options ?? [];
        Fields = fields ?? [];
    }

    /// <summary>An amount in the document's currency.</summary>
    public static RuleType Money { get; } = new(RuleKind.Money);

    /// <summary>A share or rate.</summary>
    public static RuleType Rate { get; } = new(RuleKind.Rate);

    /// <summary>A plain number.</summary>
    public static RuleType Number { get; } = new(RuleKind.Number);

    /// <summary>A number without a fraction.</summary>
    public static RuleType Whole { get; } = new(RuleKind.Whole);

    /// <summary>A calendar date.</summary>
    public static RuleType Date { get; } = new(RuleKind.Date);

    /// <summary>Yes or no.</summary>
    public static RuleType YesNo { get; } = new(RuleKind.YesNo);

    /// <summary>The code of an area.</summary>
    public static RuleType Area { get; } = new(RuleKind.Area);

    /// <summary>The kind of value.</summary>
    public RuleKind Kind { get; }

    /// <summary>The options of a choice, in the order written; empty for every other kind.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>The fields of a list's rows, in the order written; empty for every other kind.</summary>
    public IReadOnlyList<RuleField> Fields { get; }

    /// <summary>Whether values of this type are numbers to compute with: money, rate, number, whole.</summary>
    internal bool IsNumeric => Kind <= RuleKind.Whole;

    /// <summary>Whether values of this type are numbers without a currency: rate, number, whole.</summary>
    internal bool IsScalar => Kind is RuleKind.Rate or RuleKind.Number or RuleKind.Whole;

    /// <summary>One of a few named options.</summary>
    public static RuleType Choice(IReadOnlyList<string> options) => new(RuleKind.Choice, options);

    /// <summary>Rows of named fields.</summary>
    public static RuleType List(IReadOnlyList<RuleField> fields) => new(RuleKind.List, fields: fields);

    /// <summary>Two types are equal when kind, options and fields are.</summary>
    public bool Equals(RuleType? other) =>
        other is not null && Kind == other.Kind
        && Options.SequenceEqual(other.Options, StringComparer.Ordinal) && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuleType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Options.Count, Fields.Count);

    /// <summary>The type as a rule writes it: <c>choice(a, b)</c>, <c>list of { cost money }</c>.</summary>
    public override string ToString() => Kind switch
    {
        RuleKind.YesNo => "yesno",
        RuleKind.Choice => $"choice({string.Join(", ", Options)})",
        RuleKind.List => $"list of {{ {string.Join(", ", Fields.Select(f => $"{f.Name} {f.Type}"))} }}",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>
    /// What a person should write for a value of this type, to end a sentence that begins with "expected".
    /// </summary>
    public string Expectation => Kind switch
    {
        RuleKind.Money => "an amount such as 160000 or 160000.50",
        RuleKind.Rate => "a rate such as 2.5% or 0.025",
        RuleKind.Number => "a number such as 2.5",
        RuleKind.Whole => "a whole number such as 3",
        RuleKind.Date => "a date as year-month-day, such as 2026-06-01",
        RuleKind.YesNo => "yes or no",
        RuleKind.Area => "the code of an area, such as us:county:25013 or gb:E09000030",
        RuleKind.Choice => "one of " + string.Join(", ", Options),
        _ => $"rows such as [{{{string.Join(", ", Fields.Select(f => $"{f.Name}: …"))}}}]",
    };
}

/// <summary>A field of a list's rows.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Type">Its type; never itself a list.</param>
public sealed record RuleField(string Name, RuleType Type);
