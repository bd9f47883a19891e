using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>
/// A file of published figures as it was read: all of it, or the errors that stand in the way and no figure at all.
/// </summary>
public sealed class SeriesFile
{
    internal SeriesFile(
        IReadOnlyList<FileSeries> series, IReadOnlyList<FileArea> areas, IReadOnlyList<FileFigure> figures, int missing)
    {
        (Series, Areas, Figures, MissingCount) = (series, areas, figures, missing);
    }

    internal SeriesFile(IReadOnlyList<SeriesFileError> errors, bool hasMoreErrors)
    {
        (Errors, HasMoreErrors) = (errors, hasMoreErrors);
    }

    /// <summary>The series in the file; a figure points into this list.</summary>
    public IReadOnlyList<FileSeries> Series { get; } = [];

    /// <summary>The areas in the file; a figure points into this list.</summary>
    public IReadOnlyList<FileArea> Areas { get; } = [];

    /// <summary>Every figure, in the order of the file.</summary>
    public IReadOnlyList<FileFigure> Figures { get; } = [];

    /// <summary>How many cells the publisher left empty or marked as missing.</summary>
    public int MissingCount { get; }

    /// <summary>What is wrong with the file, in its order; empty when it was read.</summary>
    public IReadOnlyList<SeriesFileError> Errors { get; } = [];

    /// <summary>True when reading stopped at the cap of errors, so that there may be more.</summary>
    public bool HasMoreErrors { get; }

    /// <summary>True when the file was read whole, without an error.</summary>
    public bool IsRead => Errors.Count == 0;

    /// <summary>A series' figures as a release carries them: of every year, or of one.</summary>
    /// <param name="series">Which of <see cref="Series"/>.</param>
    /// <param name="year">The year of a table with a release a year, such as HUD's; null for all.</param>
    public IEnumerable<SeriesFigure> FiguresOf(int series, int? year = null) =>
        from figure in Figures
        where figure.Series == series && (year is null || figure.Period.First.Year == year)
        let area = figure.Area == FileFigure.NoArea ? null : Areas[figure.Area].Code
        select new SeriesFigure(area, figure.Period.First, figure.Value);

    /// <summary>The years that have figures, ascending: those whose publication dates an import must be told.</summary>
    public IReadOnlyList<int> Years =>
        [.. Figures.Select(figure => figure.Period.First.Year).Distinct().Order()];
}

/// <summary>A series as a file names it.</summary>
/// <param name="Code">Its code, such as <c>hud.ami</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Currency">The currency when its figures are money; null when they are numbers.</param>
public sealed record FileSeries(string Code, string Title, Currency? Currency);

/// <summary>An area as a file names it.</summary>
/// <param name="Code">Its code, such as <c>us:county:25013</c>.</param>
/// <param name="Name">Its name, when the file has one.</param>
public sealed record FileArea(string Code, string? Name);

/// <summary>One figure of a file.</summary>
/// <param name="Series">Which of <see cref="SeriesFile.Series"/>.</param>
/// <param name="Area">Which of <see cref="SeriesFile.Areas"/>, or <see cref="NoArea"/>.</param>
/// <param name="Period">What time it is for.</param>
/// <param name="Value">The figure; money in units of the series' currency.</param>
public readonly record struct FileFigure(int Series, int Area, FigurePeriod Period, decimal Value)
{
    /// <summary>The area of a figure that is for the whole country or for no place at all.</summary>
    public const int NoArea = -1;
}

/// <summary>How far a reader is.</summary>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Rows">Rows read, the header among them.</param>
public readonly record struct ReadProgress(long Bytes, int Rows);
