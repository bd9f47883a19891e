namespace Commonstead.Core;

/// <summary>
/// Figures with those a lease pinned at signing in front: where the lease names the base figure and the release it
/// came
/// from, that figure answers its month, year or day whatever was published since.
/// </summary>
/// <remarks>
/// A pin of figures in force answers from its effective day up to <see cref="PinnedFigure.Until"/>. Where an index
/// must be
/// read on another base than the pin's, the pin steps aside for the release that joins the two.
/// </remarks>
public sealed class PinnedFigures(IFigures figures, IReadOnlyList<PinnedFigure> pins) : IFigures
{
    /// <inheritdoc/>
    public FigureLookup Find(string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
    {
        foreach (var pin in pins)
            if (pin.Answers(series, area, date, inBase)) return FigureLookup.Found(pin.Figure);
        return figures.Find(series, area, date, knownBy, inBase);
    }
}

/// <summary>A figure written into a lease.</summary>
/// <param name="Figure">The figure with its release.</param>
/// <param name="Until">For figures in force, the last day the pin answers; its effective day when null.</param>
public sealed record PinnedFigure(Figure Figure, DateOnly? Until = null)
{
    internal bool Answers(string series, string? area, DateOnly date, string? inBase) =>
        string.Equals(Figure.SeriesId, series, StringComparison.Ordinal)
        && string.Equals(Figure.Area, area, StringComparison.Ordinal)
        && (inBase is null || string.Equals(Figure.Base, inBase, StringComparison.Ordinal))
        && (Figure.Span == FigureSpan.InForce
            ? date >= Figure.From && date <= (Until ?? Figure.From)
            : FigureSpans.StartOf(Figure.Span, date) == Figure.From);
}
