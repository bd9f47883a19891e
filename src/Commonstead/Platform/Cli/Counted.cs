using System.Globalization;

namespace Commonstead.Platform.Cli;

/// <summary>Writes how many there are of something: <c>1 lease</c>, <c>2 leases</c>.</summary>
public static class Counted
{
    /// <summary>The number with its noun.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun of one; more take an s.</param>
    public static string Of(long count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
