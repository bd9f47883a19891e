using System.Globalization;
using Commonstead.Platform.Web;

namespace Commonstead.Platform.Imports;

/// <summary>Writes the problems of a file for the command line.</summary>
public static class ImportProblems
{
    /// <summary>One line each, with row and column.</summary>
    public static string Lines(IEnumerable<ImportProblem> problems) => string.Join(
        Environment.NewLine,
        problems.Select(p => Place(p) + Plain(new Sentence(p.Message, p.Figures))));

    // Days as the file itself writes them, and money with its currency.
    private static object? Plain(object figure) => figure switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => choice.ToReader(),
        Sentence sentence => string.Format(
            CultureInfo.InvariantCulture, sentence.English, [.. sentence.Figures.Select(Plain)]),
        _ => figure,
    };

    private static string Place(ImportProblem problem) => (problem.Row, problem.Column) switch
    {
        (0, _) => "",
        (var row, null) => $"row {row}: ",
        var (row, column) => $"row {row}, column {column}: ",
    };
}
