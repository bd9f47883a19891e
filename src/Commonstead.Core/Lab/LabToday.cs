namespace Commonstead.Core;

/// <summary>What a place's series say of a year, with the proxies declared for it.</summary>
public static class LabToday
{
    /// <summary>The figure of a year, published or by its proxy; null when there is neither.</summary>
    /// <param name="figures">The published figures.</param>
    /// <param name="place">The place.</param>
    /// <param name="series">One of its series.</param>
    /// <param name="year">The year.</param>
    /// <param name="knownBy">Only figures published by this day are used.</param>
    public static LabOutcome<Figure> Of(
        IFigures figures, LabPlace place, LabSeries series, int year, DateOnly knownBy)
    {
        try
        {
            var found = new LabFigures(figures, place, knownBy)
                .Find(series.SeriesId, series.Area, place.Day(year), knownBy);
            return found.Figure is { } figure ? LabOutcome<Figure>.Of(figure) : LabOutcome<Figure>.Refused([]);
        }
        catch (LabException refused)
        {
            return LabOutcome<Figure>.Refused([refused.Fault]);
        }
    }
}
