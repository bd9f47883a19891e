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
