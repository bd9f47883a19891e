using Commonstead.Core;
using Commonstead.Platform.Audit;

namespace Commonstead.Series;

/// <summary>One release as a file would bring it, to be compared with those the trust holds.</summary>
public sealed class PlannedRelease
{
    private (string Hash, int Count)? _attested;

    /// <summary>Its series, as the file names it.</summary>
    public required FileSeries Series { get; init; }

    /// <summary>Its name within the series.</summary>
    public required string Name { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>The first figure date it may answer.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>How its figures are dated.</summary>
    public required FigureSpan Span { get; init; }

    /// <summary>Its figures by area and date.</summary>
    public required IReadOnlyList<PublishedFigure> Figures { get; init; }

    /// <summary>True when the trust holds it already, with the same figures.</summary>
    public bool IsThere { get; set; }

    /// <summary>How many figures it carries.</summary>
    public int FigureCount => Figures.Count;

    /// <summary>How many areas have figures.</summary>
    public int AreaCount => Figures.Select(f => f.Area).Where(a =>
        a.Length > 0).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The hash of its figures together.</summary>
    public string Hash => (_attested ??= RowsHash.Of(Figures)).Hash;
}

/// <summary>What an import would do: the releases in the file, each new or already there.</summary>
/// <param name="Releases">By series, in the order of the file, then by date.</param>
public sealed record ImportPlan(IReadOnlyList<PlannedRelease> Releases)
{
    /// <summary>The releases that the trust does not hold yet.</summary>
    public IEnumerable<PlannedRelease> New => Releases.Where(r => !r.IsThere);

    /// <summary>How many figures they carry.</summary>
    public int NewFigures => New.Sum(r => r.FigureCount);
}
