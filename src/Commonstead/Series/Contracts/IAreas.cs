namespace Commonstead.Series;

/// <summary>What areas are called.</summary>
public interface IAreas
{
    /// <summary>The names of areas, as far as a file has named them.</summary>
    /// <param name="codes">Their codes; anything else is passed over.</param>
    Task<AreaNames> Named(IEnumerable<string?> codes);
}

/// <summary>The names of some areas.</summary>
/// <param name="names">By code.</param>
public sealed class AreaNames(IReadOnlyDictionary<string, string> names)
{
    /// <summary>No names: every area is called by its code.</summary>
    public static AreaNames None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The area's name; its code when it has none.</summary>
    public string Of(string code) => names.GetValueOrDefault(code, code);

    /// <summary>The area's name with its code: <c>Hampden County (us:county:25013)</c>.</summary>
    public string WithCode(string code) => names.TryGetValue(code, out var name) ? $"{name} ({code})" : code;
}
