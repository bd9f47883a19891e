using System.Text.RegularExpressions;

namespace Commonstead.Browser.Tests;

/// <summary>Every page of the program, from the reviewed table of who may see what.</summary>
public static class PageRoutes
{
    private const string Table = "tests/Commonstead.Tests/Access/endpoints.txt";

    /// <summary>The pages, in the table's order.</summary>
    public static IReadOnlyList<PageRoute> All { get; } =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Top, Table))
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 3 && words[0] == "PAGE")
            .Select(words => new PageRoute(words[1])),
    ];
}

/// <summary>A page of the program.</summary>
/// <param name="Route">Its route as it is mapped.</param>
public sealed partial record PageRoute(string Route)
{
    private readonly Regex _pattern = new(
        "^/" + Place().Replace(Route.TrimStart('/'), place => place.Value switch
        {
            var p when p.Contains(":int", StringComparison.Ordinal) => "[0-9]+",
            var p when p.EndsWith("?}", StringComparison.Ordinal) => "?[^/]*",
            _ => "[^/]+",
        }) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>How many places the route must have filled; a route with fewer is the nearer one.</summary>
    public int Places => Place().Matches(Route).Count(place => !place.Value.EndsWith("?}", StringComparison.Ordinal));

    /// <summary>True when an address is one of this page.</summary>
    public bool Fits(string address) => _pattern.IsMatch(address.Split('?')[0]);

    public override string ToString() => Route;

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
