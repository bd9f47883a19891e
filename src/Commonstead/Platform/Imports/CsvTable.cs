using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Commonstead.Platform.Web;
using CsvHelper;

namespace Commonstead.Platform.Imports;

/// <summary>Something wrong with a file.</summary>
/// <param name="Row">The row as a spreadsheet counts it, the header being 1; 0 for the whole file.</param>
/// <param name="Column">The column's name, or null for the whole row.</param>
/// <param name="Message">What is wrong, in English with places {0}, {1}.</param>
/// <param name="Figures">What fills the places.</param>
public sealed record ImportProblem(int Row, string? Column, string Message, params object[] Figures)
{
    /// <summary>More problems than this are not shown; the file needs more than a correction.</summary>
    public const int Most = 100;
}

/// <summary>
/// A CSV file as text cells: strict UTF-8, RFC 4180, bounded. Cells are text and nothing else, so that a formula stays
/// the text it is; a line break inside a cell counts as a space.
/// </summary>
public sealed partial class CsvTable
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int LargestBytes = 20 * 1024 * 1024;

    private const int MostRows = 50_000;
    private const int LongestCell = 1_000;
    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The column names of the first row, in small letters.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The other rows with their place in the file; blank ones are left out.</summary>
    public List<(int Row, string[] Cells)> Rows { get; } = [];

    /// <summary>What is wrong with the file as CSV.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Reads a file.</summary>
    public static CsvTable Read(ReadOnlyMemory<byte> content)
    {
        var csv = new CsvTable();
        var bytes = content.Span;
        if (bytes.StartsWith(_byteOrderMark)) bytes = bytes[_byteOrderMark.Length..];
        if (bytes.Length > LargestBytes) csv.Fail(0, "The file is larger than {0}.", FileSize.ToReader(LargestBytes));
        else if (IsUtf16(bytes)) csv.Fail(0, "The file is UTF-16 text. Save it as “CSV UTF-8”.");
        else if (bytes.IndexOf((byte)0) is >= 0 and var zero)
            csv.Fail(0, "The file is not text: byte {0} is zero.", zero);
        else if (!Utf8.IsValid(bytes))
        {
            var wrong = WrongByte(bytes);
            csv.Fail(1 + bytes[..wrong].Count((byte)'\n'),
                "The file is not UTF-8 text: byte {0} belongs to no character. Save it as “CSV UTF-8”.", wrong);
        }
        else csv.ReadRows(bytes.ToArray());
        return csv;
    }

    /// <summary>What is wrong with the header: columns missing, unknown or twice.</summary>
    /// <param name="needed">Columns that must be there.</param>
    /// <param name="isKnown">Whether a column may be there.</param>
    public IEnumerable<ImportProblem> CheckHeader(IEnumerable<string> needed, Func<string, bool> isKnown)
    {
        foreach (var missing in needed.Except(Header, StringComparer.Ordinal))
            yield return new ImportProblem(1, missing, "The column “{0}” is missing.", missing);
        foreach (var name in Header.Where(h => !isKnown(h)))
            yield return new ImportProblem(1, name, "The column “{0}” is not known.", name);
        foreach (var twice in Header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new ImportProblem(1, twice.Key, "The column “{0}” stands twice.", twice.Key);
    }

    // By its byte order mark, or by the zero bytes that UTF-16 puts beside every ASCII letter.
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.Length >= 4
        && (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..]);

    private static int WrongByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private void ReadRows(byte[] bytes)
    {
        var row = 0;
        using var stream = new MemoryStream(bytes);
        using var reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            AllowLineBreaksInQuotes = true,
            DetectSeparatorHint = false,
            OnMalformedRecord = _ =>
                Fail(row + 1, "A quotation mark is opened and not closed, or stands where none may."),
        });
        while (Problems.Count == 0 && reader.Read())
        {
            if (Problems.Count > 0) return;
            row++;
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => Tidy(reader.GetString(i))).ToArray();
            if (Array.TrueForAll(cells, c => c.Length == 0)) continue;
            if (Header.Count == 0)
            {
                Header = [.. cells.Select(c => c.ToLowerInvariant())];
                if (OtherSeparator(cells) is { } sign)
                    Fail(row, "Its columns are separated by {0}. Save it as CSV with commas between them.", sign);
            }
            else if (cells.Length != Header.Count)
                Fail(row, "The row has {0} cells; the header has {1}.", cells.Length, Header.Count);
            else if (Array.Exists(cells, c => c.Length > LongestCell))
                Fail(row, "A cell is longer than {0} characters.", LongestCell);
            else if (Rows.Count == MostRows) Fail(0, "The file has more than {0} rows. Split it.", MostRows);
            else Rows.Add((row, cells));
        }

        if (Problems.Count > 0 || Rows.Count > 0) return;
        if (Header.Count == 0) Fail(0, "The file is empty.");
        else Fail(0, "The file has a header and no rows.");
    }

    // Spreadsheets write what the country's settings say: where a comma stands in numbers, a semicolon divides cells.
    private static object? OtherSeparator(string[] header) => header switch
    {
        [var only] when only.Contains(';', StringComparison.Ordinal) => new Sentence("semicolons"),
        [var only] when only.Contains('\t', StringComparison.Ordinal) => new Sentence("tabs"),
        _ => null,
    };

    private static string Tidy(string cell) =>
        cell.AsSpan().IndexOfAny('\r', '\n') < 0 ? cell.Trim() : LineBreak().Replace(cell.Trim(), " ");

    private void Fail(int row, string message, params object[] figures) =>
        Problems.Add(new ImportProblem(row, null, message, figures));

    [GeneratedRegex(@"\s*[\r\n]\s*", RegexOptions.None, 1000)]
    private static partial Regex LineBreak();
}
