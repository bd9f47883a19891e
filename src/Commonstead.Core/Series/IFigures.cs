namespace Commonstead.Core;

/// <summary>Answers which published figure of a series applies to a date.</summary>
public interface IFigures
{
    /// <summary>The figure that applies, or why there is none.</summary>
    /// <param name="series">The identifier of the series.</param>
    /// <param name="area">The code of the area; null when the series is not by area.</param>
    /// <param name="date">The day the figure must apply to.</param>
    /// <param name="knownBy">Only releases published on or before this day are looked at.</param>
    /// <param name="inBase">When not null, only releases on this base of the index are looked at.</param>
    FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null);

    /// <summary>Every release of a series, where figures are kept by release; else none.</summary>
    IReadOnlyList<SeriesRelease> Releases(string series) => [];
}

/// <summary>Why a figure was not found.</summary>
public enum FigureRefusal
{
    /// <summary>It was found.</summary>
    None,

    /// <summary>No release of the series was published by the known-by date.</summary>
    UnknownSeries,

    /// <summary>The releases carry no figure for the area and date.</summary>
    Missing,

    /// <summary>Two figures have an equal claim.</summary>
    Ambiguous,
}

/// <summary>The answer to a look-up: a figure, or a refusal with its reason.</summary>
public readonly struct FigureLookup
{
    private FigureLookup(Figure? figure, FigureRefusal refusal, string reason)
    {
        Figure = figure;
        Refusal = refusal;
        Reason = reason;
    }

    /// <summary>The figure; null when there is a refusal.</summary>
    public Figure? Figure { get; }

    /// <summary>Why there is no figure.</summary>
    public FigureRefusal Refusal { get; }

    /// <summary>The refusal in words; empty when the figure was found.</summary>
    public string Reason { get; }

    /// <summary>The figure was found.</summary>
    public static FigureLookup Found(Figure figure) => new(figure, FigureRefusal.None, "");

    /// <summary>The figure was not found.</summary>
    public static FigureLookup Refused(FigureRefusal refusal, string reason) => new(null, refusal, reason);
}
