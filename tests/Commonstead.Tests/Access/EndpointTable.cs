namespace Commonstead.Tests.Access;

/// <summary>The reviewed table of who gets what from each endpoint, as it is committed.</summary>
public static class EndpointTable
{
    public const string Path = "tests/Commonstead.Tests/Access/endpoints.txt";

    /// <summary>The lines of the table, in its order.</summary>
    public static IReadOnlyList<EndpointLine> Read() =>
    [
        .. Tidy.SourceTree.Text(Path).Split('\n')
            .Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(EndpointLine.Parse),
    ];
}

/// <summary>What each of <see cref="Walkers.All"/> gets from one endpoint.</summary>
/// <param name="Method">PAGE for a Razor page, else the HTTP method.</param>
/// <param name="Route">The route as it is mapped.</param>
/// <param name="Record">A name of <see cref="Samples"/>, a literal after =, or - for a route without a place.</param>
/// <param name="Answers">An answer for each walker, in order.</param>
public sealed record EndpointLine(string Method, string Route, string Record, IReadOnlyList<string> Answers)
{
    /// <summary>Names the endpoint.</summary>
    public string Key => $"{Method} {Route}";

    /// <summary>True when the route names a record of the trust.</summary>
    public bool HasRecord => Record != "-" && !Record.StartsWith('=');

    public static EndpointLine Parse(string line)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 + Walkers.All.Count
            ? new EndpointLine(parts[0], parts[1], parts[2], parts[3..])
            : throw new InvalidDataException($"Not {3 + Walkers.All.Count} words in {EndpointTable.Path}: {line}");
    }

    public override string ToString() =>
        $"{Method,-6} {Route,-44} {Record,-14} {string.Join(' ', Answers.Select(a => a.PadRight(5)))}".TrimEnd();
}
