using System.Linq.Expressions;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Web;

/// <summary>
/// A table of things a reader may search, filter, sort, page through and download, declared once per page:
/// columns in order, the filters, the search, and the order that makes every row's place certain.
/// </summary>
/// <typeparam name="T">The row that the capability's query yields.</typeparam>
public sealed class Listing<T>
    where T : class
{
    /// <summary>Rows on one page.</summary>
    public const int RowsPerPage = 25;

    /// <summary>Counting and paging stop here; a reader with more rows is better served by a search.</summary>
    public const int MostCounted = TextSearch.MostHits;

    private readonly List<ListingColumn<T>> _columns = [];
    private readonly List<ListingFilter<T>> _filters = [];
    private readonly Func<IOrderedQueryable<T>, bool, IOrderedQueryable<T>> _last;
    private readonly Func<IQueryable<T>, IOrderedQueryable<T>> _lastAlone;
    private Func<IQueryable<T>, ListingQuery, CancellationToken, Task<FoundRows<T>>>? _search;
    private Func<IReadOnlyList<T>, Task> _learn = _ => Task.CompletedTask;
    private string _sortAtFirst = "";

    private Listing(
        string name,
        Func<IOrderedQueryable<T>, bool, IOrderedQueryable<T>> last,
        Func<IQueryable<T>, IOrderedQueryable<T>> lastAlone) => (Name, _last, _lastAlone) = (name, last, lastAlone);

    /// <summary>What is listed, in English; the table's caption and the name of the download.</summary>
    public string Name { get; }

    /// <summary>A listing whose ties are settled by a unique key, so that no row is on two pages or on none; they turn
    /// round with the order, as an index does.</summary>
    public static Listing<T> Of<TKey>(string name, Expression<Func<T, TKey>> unique) =>
        new(name, (rows, down) => down ? rows.ThenByDescending(unique) : rows.ThenBy(unique), rows =>
            rows.OrderBy(unique));

    /// <summary>Adds a column. Its value decides how it shows: date, number, status, yes or no, text.</summary>
    public Listing<T> Column(string heading, Func<T, object?> value, Func<T, string?>? link = null)
    {
        _columns.Add(new ListingColumn<T>(heading, value, link));
        return this;
    }

    /// <summary>Adds a column that sorts; the expression must be one an index serves.</summary>
    /// <param name="heading">The heading, in English.</param>
    /// <param name="key">What stands in the address: <c>closed</c>.</param>
    /// <param name="order">What is sorted by.</param>
    /// <param name="value">What shows; by default what is sorted by.</param>
    /// <param name="link">Where the cell leads.</param>
    public Listing<T> Column<TKey>(
        string heading,
        string key,
        Expression<Func<T, TKey>> order,
        Func<T, object?>? value = null,
        Func<T, string?>? link = null)
    {
        _columns.Add(new ListingColumn<T>(heading, value ?? ColumnValue<T>.Of(order), link)
        {
            Key = key,
            Ordered = (rows, down) => down ? rows.OrderByDescending(order) : rows.OrderBy(order),
        });
        return this;
    }

    /// <summary>Adds a column of amounts; in the download each has its currency beside it.</summary>
    public Listing<T> Amount(string heading, Func<T, Money?> value)
    {
        _columns.Add(new ListingColumn<T>(heading, row => value(row), null) { IsMoney = true });
        return this;
    }

    /// <summary>Adds a column of amounts that sorts, usually by whole minor units.</summary>
    public Listing<T> Amount<TKey>(string heading, string key, Expression<Func<T, TKey>> order, Func<T, Money?> value)
    {
        Column(heading, key, order, row => value(row));
        _columns[^1] = _columns[^1] with { IsMoney = true };
        return this;
    }

    /// <summary>The order before the reader chooses one: a column's key, with a minus to turn it round.</summary>
    public Listing<T> SortedAtFirst(string key)
    {
        _sortAtFirst = key;
        return this;
    }

    /// <summary>Adds the search box: the words are sought in the record that a row is made of.</summary>
    public Listing<T> Search()
    {
        _search = (rows, query, cancel) => query.TextSearch.In(rows, query.Search, cancel);
        return this;
    }

    /// <summary>Adds the search box over rows that no index knows, and which are few; the words come as
    /// <see cref="SearchText"/> folds them.</summary>
    public Listing<T> Search(Func<IQueryable<T>, string, IQueryable<T>> narrow)
    {
        _search = (rows, query, _) => Task.FromResult(
            new FoundRows<T>(narrow(rows, SearchText.Of(query.Search))));
        return this;
    }

    /// <summary>Adds a choice that narrows the listing; values that are none of the choices are not asked.</summary>
    public Listing<T> Filter(
        string label,
        string key,
        IEnumerable<SelectListItem> choices,
        Func<IQueryable<T>, string, IQueryable<T>> narrow)
    {
        _filters.Add(new ListingFilter<T>(label, key, [.. choices], narrow));
        return this;
    }

    /// <summary>Adds a day to choose, asked with the browser's own control; what is no date is not asked.</summary>
    public Listing<T> Day(string label, string key, Func<IQueryable<T>, DateOnly, IQueryable<T>> narrow)
    {
        _filters.Add(new ListingFilter<T>(label, key, [], (rows, day) => narrow(rows, ListingQuery.DayOf(day)!.Value))
        {
            Kind = ListingFilterKind.Day,
        });
        return this;
    }

    /// <summary>Narrows by a record that the address names, such as <c>?record=…</c>; the page itself says which.
    /// </summary>
    public Listing<T> Record(string key, Func<IQueryable<T>, Guid, IQueryable<T>> narrow)
    {
        _filters.Add(new ListingFilter<T>("", key, [], (rows, id) => narrow(rows, Guid.Parse(id)))
        {
            Kind = ListingFilterKind.Record,
        });
        return this;
    }

    /// <summary>
    /// Looks up what the columns say beyond the rows themselves, such as names, for many rows at once.
    /// </summary>
    public Listing<T> Learn(Func<IReadOnlyList<T>, Task> learn)
    {
        _learn = learn;
        return this;
    }

    /// <summary>Reads the page asked for.</summary>
    public async Task<ListingPage> Read(IQueryable<T> rows, ListingQuery query, CancellationToken cancel = default)
    {
        var found = await Found(rows, query, cancel);
        var counted = await Count(found, cancel);
        var reachable = Math.Min(counted, MostCounted);
        var last = Math.Max(1, (reachable + RowsPerPage - 1) / RowsPerPage);
        var page = Math.Min(query.Page, last);
        var shown = counted == 0
            ? []
            : await Ordered(found.Rows, query).Skip((page - 1) * RowsPerPage).Take(RowsPerPage).ToListAsync(cancel);
        await _learn(shown);
        return new ListingPage
        {
            Name = Name,
            Query = query,
            Sort = Sorting(query).Key,
            Descending = Sorting(query).Down,
            Columns = [.. _columns.Select(column => Heading(column, shown))],
            Rows = [.. shown.Select(row => _columns.ConvertAll(column => column.Cell(row)))],
            Filters = [.. _filters.Select(filter => filter.Shown(query))],
            Searches = _search is not null,
            Counted = reachable,
            MoreThanCounted = counted > MostCounted,
            Page = page,
            LastPage = last,
        };
    }

    /// <summary>All rows asked for, not only a page of them, as a CSV file.</summary>
    public IActionResult Csv(IQueryable<T> rows, ListingQuery query) =>
        new CsvFile<T>(
            Name, _columns, async cancel => Ordered((await Found(rows, query, cancel)).Rows, query), _learn);

    private Task<FoundRows<T>> Found(IQueryable<T> rows, ListingQuery query, CancellationToken cancel)
    {
        var narrowed = _filters.Aggregate(rows, (narrowed, filter) => filter.Narrow(narrowed, query));
        return _search is null || query.Search.Length == 0
            ? Task.FromResult(new FoundRows<T>(narrowed))
            : _search(narrowed, query, cancel);
    }

    private static async Task<int> Count(FoundRows<T> found, CancellationToken cancel)
    {
        if (found.AreMany) return MostCounted + 1;
        if (found.Some is { } some && await some.Take(MostCounted + 1).CountAsync(cancel) is > MostCounted and var many)
            return many;
        return await found.Rows.Take(MostCounted + 1).CountAsync(cancel);
    }

    private IOrderedQueryable<T> Ordered(IQueryable<T> rows, ListingQuery query)
    {
        var (key, down) = Sorting(query);
        var column = _columns.Find(one => key.Length > 0 && one.Key == key);
        return column?.Ordered is null ? _lastAlone(rows) : _last(column.Ordered(rows, down), down);
    }

    private (string Key, bool Down) Sorting(ListingQuery query) =>
        _columns.Exists(one => query.Sort.Length > 0 && one.Key == query.Sort)
            ? (query.Sort, query.Descending)
            : (_sortAtFirst.TrimStart('-'), _sortAtFirst.StartsWith('-'));

    private static ListingHeading Heading(ListingColumn<T> column, List<T> rows) =>
        new(column.Heading, column.Key, IsNumber(column, rows));

    private static bool IsNumber(ListingColumn<T> column, List<T> rows) =>
        column.IsMoney
        || (rows.Select(row => column.Value(row)).FirstOrDefault(value => value is not null) is { } first
            && Cell.IsNumber(first));
}
