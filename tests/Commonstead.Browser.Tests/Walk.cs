using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>
/// Follows every link a reader meets, without looking at the pages: finds an address for each route, and dead links.
/// </summary>
public sealed partial class Walk(IAPIRequestContext http, int addressesOfARoute)
{
    private const int QueriesOfAPage = 3;

    private readonly Dictionary<string, PageFound> _found = [];
    private readonly Dictionary<string, int> _seen = [];
    private readonly Queue<(string Address, string From)> _left = [];

    /// <summary>An address of each route that was found: the one with the longest page.</summary>
    public Dictionary<string, string> LongestOfEach(IReadOnlyList<PageRoute> routes) =>
        _found.Where(page => page.Value is { Status: 200, Length: > 0 })
            .Select(page =>
                (page.Key, page.Value.Length, Route: routes.Where(r => r.Fits(page.Key)).MinBy(r => r.Places)))
            .Where(page => page.Route is not null)
            .GroupBy(page => page.Route!.Route)
            .ToDictionary(group => group.Key, group => group.MaxBy(page => page.Length).Key);

    /// <summary>Links that lead nowhere.</summary>
    public IEnumerable<string> DeadLinks =>
        _found.Where(page => page.Value.Status >= 400)
            .Select(page => $"{page.Value.From} leads to {page.Key}, which answers {page.Value.Status}");

    /// <summary>Walks on from an address.</summary>
    public async Task From(string address)
    {
        _left.Enqueue((address, "the start"));
        while (_left.TryDequeue(out var next))
        {
            if (!_found.ContainsKey(next.Address)) await Open(next.Address, next.From);
        }
    }

    private async Task Open(string address, string from)
    {
        var answer = await http.GetAsync(address, new() { MaxRedirects = 5 });
        var isPage = answer.Headers.GetValueOrDefault("content-type", "")
            .StartsWith("text/html", StringComparison.Ordinal);
        var text = isPage ? await answer.TextAsync() : "";
        _found[address] = new PageFound(answer.Status, text.Length, from);
        foreach (Match match in Link().Matches(text))
        {
            var link = WebUtility.HtmlDecode(match.Groups["address"].Value);
            if (link.StartsWith("http://localhost:", StringComparison.Ordinal)) link = new Uri(link).PathAndQuery;
            if (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal)) continue;
            if (Asset().IsMatch(link) || !IsWorthIt(link)) continue;
            _left.Enqueue((link, address));
        }
    }

    private bool IsWorthIt(string link)
    {
        if (_found.ContainsKey(link) || _left.Any(left => left.Address == link)) return false;
        var path = link.Split('?')[0];
        return Count(path) <= QueriesOfAPage && Count("route " + Record().Replace(path, "{}")) <= addressesOfARoute;
    }

    private int Count(string key) => _seen[key] = _seen.GetValueOrDefault(key) + 1;

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"#]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex("^/(assets/|favicon)|\\.(svg|css|js)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asset();

    [GeneratedRegex("[0-9a-fA-F-]{32,64}", RegexOptions.None, 1000)]
    private static partial Regex Record();
}

/// <summary>An address that was opened.</summary>
/// <param name="Status">What it answered.</param>
/// <param name="Length">How long the page is.</param>
/// <param name="From">The page that led there.</param>
public sealed record PageFound(int Status, int Length, string From);
