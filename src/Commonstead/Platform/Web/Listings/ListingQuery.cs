using System.Globalization;
using Commonstead.Platform.Data;
using Microsoft.AspNetCore.Http.Extensions;

namespace Commonstead.Platform.Web;

/// <summary>
/// What a reader asked of a listing, from the address:
/// <c>?q=words&amp;sort=-price&amp;page=2&amp;use=farm&amp;format=csv</c>.
/// </summary>
public sealed class ListingQuery
{
    private const int _longestSearch = 100;
    private readonly IServiceProvider _services;
    private readonly IQueryCollection _query;
    private readonly PathString _path;

    private ListingQuery(HttpRequest request)
    {
        _services = request.HttpContext.RequestServices;
        _query = request.Query;
        _path = request.PathBase + request.Path;
        var words = _query["q"].ToString().Trim();
        Search = words.Length > _longestSearch ? words[..WholeUpTo(words, _longestSearch)] : words;
        var sort = _query["sort"].ToString();
        Descending = sort.StartsWith('-');
        Sort = sort.TrimStart('-');
        Page = int.TryParse(_query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0
            ? page
            : 1;
    }

    /// <summary>Reads the address of a request; whatever makes no sense counts as not asked.</summary>
    public static ListingQuery From(HttpRequest request) => new(request);

    /// <summary>The listing itself, with nothing asked.</summary>
    public string Path => _path;

    /// <summary>The words searched for; empty for all.</summary>
    public string Search { get; }

    /// <summary>What finds them in the trust of the request.</summary>
    internal TextSearch TextSearch => _services.GetRequiredService<TextSearch>();

    /// <summary>The key of the column sorted by; empty for the listing's own order.</summary>
    public string Sort { get; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; }

    /// <summary>Whether the whole listing is wanted as CSV.</summary>
    public bool WantsCsv => _query["format"] == "csv";

    /// <summary>The value chosen in a filter; empty for all.</summary>
    public string Filter(string key) => _query[key].ToString();

    /// <summary>A day as an address and the browser's control write it; null for anything else.</summary>
    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>The same question with one answer changed, as an address; an empty value leaves it out.</summary>
    public string With(params ReadOnlySpan<(string Key, string Value)> changes)
    {
        var values = _query.Where(pair => pair.Key is not "format")
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var (key, value) in changes) values[key] = value;
        var kept = new QueryBuilder(
            values.Where(pair => pair.Value.Length > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        return _path + kept.ToString();
    }

    // A character beyond the first 65,536 is two of these; half of it is none.
    private static int WholeUpTo(string text, int length) =>
        char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
