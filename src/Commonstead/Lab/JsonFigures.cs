using System.Text.Json;

namespace Commonstead.Lab;

/// <summary>
/// Compares the figures of two JSON texts: numbers, codes, yes and no, nothing, and how many there are.
/// </summary>
internal static class JsonFigures
{
    /// <summary>The first place where they differ, with both figures; null when none does.</summary>
    /// <param name="stated">The one as it is stated.</param>
    /// <param name="computed">The one as it was computed.</param>
    /// <param name="at">Where in the text they stand.</param>
    public static string? Difference(JsonElement stated, JsonElement computed, string at = "result") =>
        (stated.ValueKind, computed.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => OfObjects(stated, computed, at),
            (JsonValueKind.Array, JsonValueKind.Array) => OfArrays(stated, computed, at),
            (JsonValueKind.String, JsonValueKind.String) when IsProse(stated) && IsProse(computed) => null,
            _ => JsonElement.DeepEquals(stated, computed)
                ? null : $"{at} is {Short(stated)}, and {Short(computed)} when computed again",
        };

    private static string Short(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => element.GetRawText(),
    };

    // A currency, a hash or an area's code has no spaces; a sentence has, and may be said better since.
    private static bool IsProse(JsonElement text) => text.GetString()!.Contains(' ', StringComparison.Ordinal);

    private static string? OfObjects(JsonElement stated, JsonElement computed, string at) => stated.EnumerateObject()
        .Concat(computed.EnumerateObject()).Select(property => property.Name).Distinct(StringComparer.Ordinal)
        .Select(name => (stated.TryGetProperty(name, out var one), computed.TryGetProperty(name, out var other)) switch
        {
            (true, true) => Difference(one, other, $"{at}.{name}"),
            (true, false) => $"{at}.{name} does not come out when computed again",
            _ => $"{at}.{name} is not in the file",
        })
        .FirstOrDefault(difference => difference is not null);

    private static string? OfArrays(JsonElement stated, JsonElement computed, string at)
    {
        var (count, others) = (stated.GetArrayLength(), computed.GetArrayLength());
        if (count != others) return $"{at} has {count} entries, and {others} when computed again";
        return stated.EnumerateArray().Zip(computed.EnumerateArray())
            .Select((pair, index) => Difference(pair.First, pair.Second, $"{at}[{index}]"))
            .FirstOrDefault(difference => difference is not null);
    }
}
