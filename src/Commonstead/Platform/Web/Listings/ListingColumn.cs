using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Platform.Web;

/// <summary>A column of a listing: its heading, its value in a row, and how it sorts if it does.</summary>
internal sealed record ListingColumn<T>(string Heading, Func<T, object?> Value, Func<T, string?>? Link)
{
    public string? Key { get; init; }

    public bool IsMoney { get; init; }

    public Func<IQueryable<T>, bool, IOrderedQueryable<T>>? Ordered { get; init; }

    public Cell Cell(T row) => new(Value(row), Link?.Invoke(row));
}

/// <summary>How a filter is asked.</summary>
public enum ListingFilterKind
{
    /// <summary>One of its choices.</summary>
    Choice,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A record's id, which stands in the address only.</summary>
    Record,
}

/// <summary>A filter of a listing: its choices and how each narrows the rows.</summary>
internal sealed record ListingFilter<T>(
    string Label,
    string Key,
    IReadOnlyList<SelectListItem> Choices,
    Func<IQueryable<T>, string, IQueryable<T>> Narrowing)
{
    public ListingFilterKind Kind { get; init; }

    public IQueryable<T> Narrow(IQueryable<T> rows, ListingQuery query) =>
        Chosen(query) is { Length: > 0 } chosen ? Narrowing(rows, chosen) : rows;

    public ListingChoice Shown(ListingQuery query) => new(Label, Key, Kind, Choices, Chosen(query));

    private string Chosen(ListingQuery query) => Kind switch
    {
        ListingFilterKind.Day => ListingQuery.DayOf(query.Filter(Key)) is null ? "" : query.Filter(Key),
        ListingFilterKind.Record => Guid.TryParse(query.Filter(Key), out _) ? query.Filter(Key) : "",
        _ => Choices.FirstOrDefault(choice => choice.Value == query.Filter(Key))?.Value ?? "",
    };
}

/// <summary>Reads what a column is sorted by from a row.</summary>
internal static class ColumnValue<T>
{
    private static readonly ConcurrentDictionary<string, Func<T, object?>> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// The reader of an expression. A page that declares its listing for every request brings the same expressions each
    /// time, and compiling one takes longer than drawing the page; what names a property alone is compiled once.
    /// </summary>
    public static Func<T, object?> Of<TKey>(Expression<Func<T, TKey>> order) =>
        PathOf(order.Body) is { } path ? _known.GetOrAdd(path, _ => Compiled(order)) : Compiled(order);

    private static Func<T, object?> Compiled<TKey>(Expression<Func<T, TKey>> order)
    {
        var value = order.Compile();
        return row => value(row);
    }

    private static string? PathOf(Expression? expression) => expression switch
    {
        ParameterExpression => "",
        MemberExpression member => PathOf(member.Expression) is { } path ? $"{path}.{member.Member.Name}" : null,
        _ => null,
    };
}
