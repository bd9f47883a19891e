using System.Globalization;

namespace Commonstead.Platform.Documents;

/// <summary>Writes file sizes for readers.</summary>
public static class DocumentSize
{
    /// <summary>Bytes, kB or MB (powers of 1,000), with at most one decimal.</summary>
    public static string ToReader(long bytes) => bytes switch
    {
        < 1_000 => Text(bytes, "bytes"),
        < 1_000_000 => Text(bytes / 1_000m, "kB"),
        _ => Text(bytes / 1_000_000m, "MB"),
    };

    private static string Text(decimal amount, string unit) =>
        amount.ToString("#,0.#", CultureInfo.CurrentCulture) + " " + unit;
}
