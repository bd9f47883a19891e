using Commonstead.Core;

namespace Commonstead.Series;

/// <summary>What other capabilities may ask the trust's published figures.</summary>
public interface IFigureBook
{
    /// <summary>The figures a rule can look up, in every release of its series published by a day.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="knownBy">Releases published later, and those withdrawn by then, are left out.</param>
    /// <param name="areas">
    /// The areas the rule may be given; those it names itself, and what took their place, are read as well. Null reads
    /// every area, which for a national table is some hundred thousand figures.
    /// </param>
    Task<IFigures> For(RuleDocument rule, DateOnly knownBy, IReadOnlyCollection<string>? areas = null);

    /// <summary>
    /// The figures that some rules can look up, and those of some series, in every release published by a day.
    /// </summary>
    /// <param name="rules">The rules.</param>
    /// <param name="series">The codes of the series that are read beside the rules' own.</param>
    /// <param name="knownBy">Releases published later, and those withdrawn by then, are left out.</param>
    /// <param name="areas">The areas; those a rule names itself, and what took their place, are read as well.</param>
    Task<IFigures> Of(
        IReadOnlyCollection<RuleDocument> rules, IReadOnlyCollection<string> series, DateOnly knownBy,
        IReadOnlyCollection<string> areas);

    /// <summary>
    /// Names what the trust's figures are: another name once a release was added or withdrawn, or it is told otherwise
    /// which area took the place of which, and when.
    /// </summary>
    Task<string> Edition();

    /// <summary>The codes of every series that the trust has, in order.</summary>
    Task<IReadOnlyList<string>> Codes();

    /// <summary>The releases of some series that their publishers took back.</summary>
    Task<IReadOnlyList<WithdrawnRelease>> Withdrawn(IReadOnlyCollection<string> series);
}

/// <summary>A release that its publisher took back.</summary>
/// <param name="Series">The series' code.</param>
/// <param name="Release">The release's name.</param>
/// <param name="On">The day it was withdrawn.</param>
/// <param name="Because">Why.</param>
public sealed record WithdrawnRelease(string Series, string Release, DateOnly On, string Because);
