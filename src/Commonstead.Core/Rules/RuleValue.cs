using System.Globalization;
using System.Text.Json.Serialization;

namespace Commonstead.Core;

/// <summary>A value of the rule language: a number, a date, yes or no, a code, or rows.</summary>
/// <remarks>
/// Money is held in units of the document's currency (215000.50, not cents) with up to 28 digits, because steps of a
/// working are not rounded; it becomes <see cref="Commonstead.Core.Money"/> at the maximum price.
/// </remarks>
[JsonConverter(typeof(RuleValueJson))]
public readonly struct RuleValue : IEquatable<RuleValue>
{
    private readonly decimal _number;
    private readonly object? _object;
    private readonly int _int;

    private RuleValue(RuleKind kind, decimal number = 0, int whole = 0, object? held = null)
    {
        Kind = kind;
        _number = number;
        _int = whole;
        _object = held;
    }

    /// <summary>What kind of value this is; of the default value, money (nothing).</summary>
    public RuleKind Kind { get; }

    /// <summary>The number of a money, rate, number or whole value; zero for every other kind.</summary>
    public decimal Number => _number;

    /// <summary>The date of a date value; the first day of the calendar for every other kind.</summary>
    public DateOnly Date => DateOnly.FromDayNumber(Kind == RuleKind.Date ? _int : 0);

    /// <summary>Whether this is a yes.</summary>
    public bool Truth => Kind == RuleKind.YesNo && _int == 1;

    /// <summary>The code of an area, the option of a choice; empty for every other kind.</summary>
    public string Code => _object as string ?? "";

    /// <summary>The rows of a list; none for every other kind.</summary>
    public RuleRows Rows => _object as RuleRows ?? RuleRows.None;

    internal int Day => _int;

    /// <summary>An amount in units of the document's currency.</summary>
    public static RuleValue OfMoney(decimal amount) => new(RuleKind.Money, amount);

    /// <summary>A rate: 0.025 for 2.5 %.</summary>
    public static RuleValue OfRate(decimal rate) => new(RuleKind.Rate, rate);

    /// <summary>A plain number.</summary>
    public static RuleValue OfNumber(decimal number) => new(RuleKind.Number, number);

    /// <summary>A whole number.</summary>
    public static RuleValue OfWhole(long number) => new(RuleKind.Whole, number);

    /// <summary>A date.</summary>
    public static RuleValue OfDate(DateOnly date) => new(RuleKind.Date, whole: date.DayNumber);

    /// <summary>Yes or no.</summary>
    public static RuleValue OfYesNo(bool yes) => new(RuleKind.YesNo, whole: yes ? 1 : 0);

    /// <summary>The code of an area.</summary>
    public static RuleValue OfArea(string code) => new(RuleKind.Area, held: code);

    /// <summary>An option of a choice.</summary>
    public static RuleValue OfChoice(string option) => new(RuleKind.Choice, held: option);

    /// <summary>Rows of a list.</summary>
    public static RuleValue OfRows(RuleRows rows) => new(RuleKind.List, held: rows);

    internal static RuleValue OfNumeric(RuleKind kind, decimal number) => new(kind, number);

    internal static RuleValue OfCode(RuleKind kind, string code) => new(kind, held: code);

    internal static RuleValue OfDay(int day) => new(RuleKind.Date, whole: day);

    /// <summary>Equal in kind and value; 1.0 equals 1.</summary>
    public bool Equals(RuleValue other) =>
        Kind == other.Kind && _number == other._number && _int == other._int && Equals(_object, other._object);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RuleValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _number, _int, _object);

    /// <summary>Equal in kind and value.</summary>
    public static bool operator ==(RuleValue left, RuleValue right) => left.Equals(right);

    /// <summary>Different in kind or value.</summary>
    public static bool operator !=(RuleValue left, RuleValue right) => !left.Equals(right);

    /// <summary>The exact value in the invariant form that <see cref="GivenValue.ParseText"/> reads back.</summary>
    public override string ToString() => Kind switch
    {
        RuleKind.Rate when decimal.Abs(_number) < 1_000_000 => Plain(_number * 100) + "%",
        RuleKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RuleKind.YesNo => _int == 1 ? "yes" : "no",
        RuleKind.Area or RuleKind.Choice => Code,
        RuleKind.List => Rows.ToString(),
        _ => Plain(_number),
    };

    private static string Plain(decimal number) =>
        number.WithoutEmptyDecimals().ToString(CultureInfo.InvariantCulture);
}

/// <summary>The rows of a list value: values by field, every row with the same fields in the same order.</summary>
public sealed class RuleRows : IEquatable<RuleRows>
{
    private readonly RuleValue[][] _rows;

    /// <summary>Rows of the named fields.</summary>
    /// <exception cref="ArgumentException">A row has more or fewer values than there are fields.</exception>
    public RuleRows(IReadOnlyList<string> fields, IEnumerable<IReadOnlyList<RuleValue>> rows)
    {
        Fields = fields;
        _rows = rows.Select(row => row.ToArray()).ToArray();
        if (_rows.Any(row => row.Length != fields.Count))
            throw new ArgumentException("Every row needs one value for each field.", nameof(rows));
    }

    /// <summary>No rows.</summary>
    public static RuleRows None { get; } = new([], []);

    /// <summary>The names of the fields.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The values of one row, in the order of <see cref="Fields"/>.</summary>
    public IReadOnlyList<RuleValue> this[int row] => _rows[row];

    internal RuleValue At(int row, int field) => _rows[row][field];

    /// <inheritdoc/>
    public bool Equals(RuleRows? other) =>
        other is not null && Fields.SequenceEqual(other.Fields, StringComparer.Ordinal) && Count == other.Count
        && _rows.Zip(other._rows).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuleRows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fields.Count, Count);

    /// <summary>The rows as the language writes them: <c>[{cost: 6000, done: 2021-05-01}]</c>.</summary>
    public override string ToString() =>
        "[" + string.Join(", ", _rows.Select(row => "{" + string.Join(", ", row.Select(Field)) + "}")) + "]";

    private string Field(RuleValue value, int index) =>
        value.Kind is RuleKind.Area or RuleKind.Choice
            ? $"{Fields[index]}: \"{value}\""
            : $"{Fields[index]}: {value}";
}
