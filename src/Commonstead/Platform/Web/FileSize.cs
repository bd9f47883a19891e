using System.Globalization;

namespace Commonstead.Platform.Web;

/// <summary>Writes sizes of files, and what they may be, for readers: the one place for it.</summary>
public static class FileSize
{
    private const long Step = 1_024;

    /// <summary>
    /// <c>812 bytes</c>, <c>3.4 KB</c>, <c>50 MB</c>: in powers of 1,024, as the limits are set, with one decimal at
    /// most.
    /// </summary>
    public static string ToReader(long bytes, CultureInfo? culture = null) => bytes switch
    {
        1 => "1 byte",
        < Step => Text(bytes, "bytes", culture),
        < Step * Step => Text((decimal)bytes / Step, "KB", culture),
        _ => Text((decimal)bytes / (Step * Step), "MB", culture),
    };

    private static string Text(decimal amount, string unit, CultureInfo? culture) =>
        amount.ToString("#,0.#", culture ?? CultureInfo.CurrentCulture) + "\u00a0" + unit;
}
