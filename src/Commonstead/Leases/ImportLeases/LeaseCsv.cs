using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Commonstead.Leases;

/// <summary>Something wrong with a file of leases.</summary>
/// <param name="Row">The row, the header being 1; 0 for the whole file.</param>
/// <param name="Column">The column's name, or null for the whole row.</param>
/// <param name="Message">What is wrong, in English with places {0}, {1}.</param>
/// <param name="Figures">What fills the places.</param>
public sealed record ImportProblem(int Row, string? Column, string Message, params object[] Figures);

/// <summary>
/// A CSV file of leases as text cells: strict UTF-8, RFC 4180, bounded. Cells are text and nothing else, so that a
/// formula
/// stays the text it is.
/// </summary>
internal sealed class LeaseCsv
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int LargestBytes = 20 * 1024 * 1024;

    private const int MostRows = 50_000;
    private const int LongestCell = 1_000;
    private static readonly byte[] _byteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The column names of the first row.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The other rows with their place in the file; blank ones are left out.</summary>
    public List<(int Row, string[] Cells)> Rows { get; } = [];

    /// <summary>What is wrong with the file as CSV.</summary>
    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Reads a file.</summary>
    public static LeaseCsv Read(ReadOnlyMemory<byte> content)
    {
        var csv = new LeaseCsv();
        var bytes = content.Span;
        if (bytes.StartsWith(_byteOrderMark)) bytes = bytes[_byteOrderMark.Length..];
        if (bytes.Length > LargestBytes) csv.Fail(0, "The file is larger than {0} MB.", LargestBytes / 1024 / 1024);
        else if (bytes.IndexOf((byte)0) is >= 0 and var zero) csv.Fail(0, "The file is not text: byte {0} is zero.",
            zero);
        else if (!Utf8.IsValid(bytes))
            csv.Fail(0, "The file is not UTF-8 text: byte {0} belongs to no character. Save it as “CSV UTF-8”.",
                WrongByte(bytes));
        else csv.ReadRows(bytes.ToArray());
        return csv;
    }

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
            AllowLineBreaksInQuotes = false,
            DetectSeparatorHint = false,
            OnMalformedRecord = _ =>
                Fail(row + 1, "A quotation mark is opened and not closed, or stands where none may."),
        });
        while (Problems.Count == 0 && reader.Read())
        {
            if (Problems.Count > 0) return;
            row++;
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim()).ToArray();
            if (Array.TrueForAll(cells, c => c.Length == 0)) continue;
            if (Header.Count == 0) Header = [.. cells.Select(c => c.ToLowerInvariant())];
            else if (cells.Length != Header.Count)
                Fail(row, "The row has {0} cells; the header has {1}.", cells.Length, Header.Count);
            else if (Array.Exists(cells, c => c.Length > LongestCell))
                Fail(row, "A cell is longer than {0} characters.", LongestCell);
            else if (Rows.Count == MostRows) Fail(0, "The file has more than {0} leases. Split it.", MostRows);
            else Rows.Add((row, cells));
        }

        if (Problems.Count == 0 && Rows.Count == 0) Fail(0, "The file has no lease.");
    }

    private void Fail(int row, string message, params object[] figures) =>
        Problems.Add(new ImportProblem(row, null, message, figures));
}
