using Commonstead.Core;
using Commonstead.Series;

namespace Commonstead.Lab;

/// <summary>Reads the published figures that a study can look up.</summary>
internal static class StudyFigures
{
    /// <summary>The figures of a place's series and of its rules', in every area that either asks about.</summary>
    /// <param name="book">The trust's figures.</param>
    /// <param name="place">The place.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="knownBy">Releases published later are left out.</param>
    public static Task<IFigures> OfStudy(
        this IFigureBook book, LabPlace place, IReadOnlyCollection<RuleDocument> rules, DateOnly knownBy) => book.Of(
        rules, [.. place.Series.Select(s => s.Series.SeriesId)], knownBy,
        [.. place.Series.Select(s => s.Series.Area).Append(place.Area).OfType<string>().Distinct()]);
}
