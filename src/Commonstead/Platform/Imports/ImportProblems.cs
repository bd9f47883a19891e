using Commonstead.Platform.Web;

namespace Commonstead.Platform.Imports;

/// <summary>Writes the problems of a file for the command line.</summary>
public static class ImportProblems
{
    /// <summary>One line each, with row and column.</summary>
    public static string Lines(IEnumerable<ImportProblem> problems) => string.Join(
        Environment.NewLine,
        problems.Select(p => Place(p) + new Sentence(p.Message, p.Figures).InEnglish()));

    private static string Place(ImportProblem problem) => (problem.Row, problem.Column) switch
    {
        (0, _) => "",
        (var row, null) => $"row {row}: ",
        var (row, column) => $"row {row}, column {column}: ",
    };
}
