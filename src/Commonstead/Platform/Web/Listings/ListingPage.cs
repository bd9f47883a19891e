using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Commonstead.Platform.Web;

/// <summary>
/// One page of a listing, ready to draw: <c>&lt;partial name="_Listing" model="Model.Listing" /&gt;</c>.
/// </summary>
public sealed class ListingPage
{
    /// <summary>What is listed, in English.</summary>
    public required string Name { get; init; }

    /// <summary>What was asked.</summary>
    public required ListingQuery Query { get; init; }

    /// <summary>The key of the column that orders the rows; empty for the listing's own order.</summary>
    public required string Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public required bool Descending { get; init; }

    /// <summary>The headings, left to right.</summary>
    public required IReadOnlyList<ListingHeading> Columns { get; init; }

    /// <summary>The rows, each with a cell per column.</summary>
    public required IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; }

    /// <summary>The filters with their choices.</summary>
    public required IReadOnlyList<ListingChoice> Filters { get; init; }

    /// <summary>Whether there is a search box.</summary>
    public required bool Searches { get; init; }

    /// <summary>How many rows match, as far as they are counted.</summary>
    public required int Counted { get; init; }

    /// <summary>Whether there are more than are counted.</summary>
    public required bool MoreThanCounted { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The last page that can be reached.</summary>
    public required int LastPage { get; init; }

    /// <summary>Whether a search or a filter narrows the listing.</summary>
    public bool IsNarrowed => Query.Search.Length > 0 || Filters.Any(filter => filter.Chosen.Length > 0);

    /// <summary>Whether there is nothing at all, so that the page should say what to do first.</summary>
    public bool IsEmpty => Counted == 0 && !IsNarrowed;

    /// <summary>The address of the listing sorted by a column; once more turns the order round.</summary>
    public string SortedBy(string key) =>
        Query.With(("sort", Sort == key && !Descending ? "-" + key : key), ("page", ""));

    /// <summary>The address of another page.</summary>
    public string At(int page) =>
        Query.With(("page", page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>A column's heading.</summary>
/// <param name="Text">In English.</param>
/// <param name="Key">Stands in the address when the column sorts; else null.</param>
/// <param name="IsNumber">Whether its cells align to the right.</param>
public sealed record ListingHeading(string Text, string? Key, bool IsNumber);

/// <summary>A filter as a reader sees it.</summary>
/// <param name="Label">In English.</param>
/// <param name="Key">Stands in the address.</param>
/// <param name="Kind">How it is asked.</param>
/// <param name="Choices">What may be chosen.</param>
/// <param name="Chosen">The value chosen; empty for all.</param>
public sealed record ListingChoice(
    string Label, string Key, ListingFilterKind Kind, IReadOnlyList<SelectListItem> Choices, string Chosen);
