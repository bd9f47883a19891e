namespace Commonstead.Land;

/// <summary>
/// Homes are told apart by number, and nobody tells H-1 from h-1: they are compared in small letters.
/// </summary>
internal static class HomeNumbers
{
    /// <summary>A number in small letters.</summary>
    public static string Lower(string number) => number.Trim().ToLowerInvariant();

    /// <summary>Numbers as they are written and in small letters; engines differ in which letters they know.</summary>
    public static IEnumerable<string> Both(IEnumerable<string> numbers) =>
        numbers.Select(n => n.Trim()).SelectMany(n => (string[])[n, Lower(n)]).Distinct(StringComparer.Ordinal);
}
