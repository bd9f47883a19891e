namespace Commonstead.Series;

/// <summary>The bounds within which a file of figures is read.</summary>
public sealed record ReadLimits
{
    /// <summary>The bounds used unless a caller has its own.</summary>
    public static ReadLimits Usual { get; } = new();

    /// <summary>The most bytes.</summary>
    public long Bytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most rows.</summary>
    public int Rows { get; init; } = 1_000_000;

    /// <summary>The longest line, in bytes.</summary>
    public int LineBytes { get; init; } = 64 * 1024;

    /// <summary>How many errors are collected before reading stops.</summary>
    public int Errors { get; init; } = 100;
}
