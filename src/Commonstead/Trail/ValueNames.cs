using System.Text.RegularExpressions;
using Commonstead.Accounts;
using Commonstead.Land;
using Commonstead.Platform.Audit;
using Commonstead.Pricing;
using Commonstead.Series;

namespace Commonstead.Trail;

/// <summary>
/// What is kept as a code, in words: accounts and areas by name, rules by title, shapes by their corners and area.
/// </summary>
public sealed partial class ValueNames(IAccounts accounts, IRuleBook rules, IAreas areas, ILandWords land)
{
    // Twelve digits tell any two texts of a trust apart, and can be compared with a paper at a glance.
    private const int ShortHash = 12;

    private IReadOnlyDictionary<string, string> _actors = new Dictionary<string, string>();
    private IReadOnlyDictionary<string, string> _rules = new Dictionary<string, string>();
    private AreaNames _areas = AreaNames.None;

    /// <summary>Looks up what some values stand for, one query for each kind.</summary>
    internal async Task Learn(IEnumerable<object> values)
    {
        var texts = values.OfType<string>().Distinct().ToList();
        _actors = await accounts.Names([.. texts.Where(t => t.Length == 32 && Guid.TryParseExact(t, "N", out _))]);
        var hashes = texts.FindAll(t => Hash().IsMatch(t));
        if (hashes.Count > 0) _rules = await rules.Titles(hashes);
        var codes = texts.FindAll(t => Area().IsMatch(t));
        if (codes.Count > 0) _areas = await areas.Named(codes);
    }

    /// <summary>A value in words; null for one that says itself what it is.</summary>
    internal string? Of(object value) => value switch
    {
        string text when _actors.TryGetValue(text, out var name) => name,
        string hash when Hash().IsMatch(hash) => _rules.TryGetValue(hash, out var title)
            ? $"{title} ({hash[..ShortHash]}…)"
            : hash[..ShortHash] + "…",
        string code when Area().IsMatch(code) => _areas.WithCode(code),
        DrawnShape shape => land.OfShape(shape.GeoJson),
        MeasuredArea { IsFloor: true } floor => land.OfFloor(floor.SquareMetres),
        MeasuredArea area => land.OfLand(area.SquareMetres),
        _ => null,
    };

    // SHA-256 in lower-case hexadecimal.
    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    // Such as us:county:25013 or gb:E09000030.
    [GeneratedRegex("^[a-z]{2}(:[A-Za-z0-9_-]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();
}
