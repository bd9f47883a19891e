using System.Globalization;
using Commonstead.Platform.Web;
using CsvHelper;

namespace Commonstead.Series;

/// <summary>
/// The rows of a CSV file (RFC 4180, UTF-8) read one at a time within bounds, with the errors found so far.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    private const int ProgressRows = 500;
    private const int LongestWhole = 18;
    private const int BlockBytes = 16 * 1024;

    private readonly Utf8Guard _guard;
    private readonly CsvReader _reader;
    private readonly ReadLimits _limits;
    private readonly IProgress<ReadProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly List<SeriesFileError> _errors = [];
    private bool _isStopped;

    public CsvRows(
        Stream stream, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        (_limits, _progress, _cancellation) = (limits, progress, cancellation);
        _guard = new Utf8Guard(stream, limits);
        _reader = CsvReader.Create(_guard, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            AllowLineBreaksInQuotes = false,
            DetectSeparatorHint = false,
            BufferSize = BlockBytes,
            OnMalformedRecord = FailQuote,
        });
    }

    /// <summary>The row read last, the first being 1.</summary>
    public int Row { get; private set; }

    /// <summary>How many fields it has.</summary>
    public int Count => _reader.FieldCount;

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<SeriesFileError> Errors => _errors;

    /// <summary>True when reading stopped because there were too many errors.</summary>
    public bool HasTooManyErrors => _errors.Count >= _limits.Errors;

    /// <summary>A field of the row, by position from 0, without spaces around it.</summary>
    public string this[int index] => _reader.GetString(index).Trim();

    /// <summary>A field that is nothing but digits, the commonest cell, without making text of it.</summary>
    public bool TryWhole(int index, out long value)
    {
        var digits = _reader.GetSpan(index);
        value = 0;
        if (digits.Length is 0 or > LongestWhole) return false;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            value = value * 10 + (digit - '0');
        }
        return true;
    }

    /// <summary>Reads the next row; blank rows are passed over.</summary>
    /// <returns>False at the end of the file, or when reading can't go on.</returns>
    public bool Next()
    {
        while (!_isStopped && !HasTooManyErrors && Read())
        {
            if (Row % ProgressRows == 0) Report();
            if (!IsBlank()) return true;
        }
        return false;
    }

    /// <summary>Notes an error in a field of the row (by position from 0), or with -1 in the whole row.</summary>
    public void FailAt(int index, SeriesFileErrorKind kind, string detail = "") => Fail(kind, index + 1, detail);

    /// <summary>Notes an error of the whole file.</summary>
    public void FailFile(SeriesFileErrorKind kind, string detail = "")
    {
        _errors.Add(new SeriesFileError(kind, 0, 0, detail));
        _isStopped = true;
    }

    /// <summary>The row's fields.</summary>
    public string[] Fields() => [.. Enumerable.Range(0, Count).Select(index => this[index])];

    public void Dispose() => _reader.Dispose();

    private void Fail(SeriesFileErrorKind kind, int column, string detail)
    {
        if (!HasTooManyErrors) _errors.Add(new SeriesFileError(kind, Row, column, detail));
    }

    private bool Read()
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            if (_reader.Read())
            {
                Row++;
                if (Row <= _limits.Rows) return true;
                FailFile(SeriesFileErrorKind.TooManyRows, Text(_limits.Rows));
                return false;
            }
        }
        catch (RefusedFileException refused)
        {
            FailFile(refused.Kind, refused.Kind is SeriesFileErrorKind.TooLarge or SeriesFileErrorKind.LineTooLong
                ? FileSize.ToReader(refused.Number) : Text(refused.Number));
        }
        _isStopped = true;
        Report();
        return false;
    }

    // Found while the reader moves to the row, which is counted only afterwards.
    private void FailQuote(CsvMalformedRecord record)
    {
        var isOpen = record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes;
        var kind = isOpen ? SeriesFileErrorKind.OpenQuote : SeriesFileErrorKind.BadQuote;
        if (!HasTooManyErrors) _errors.Add(new SeriesFileError(kind, Row + 1, 0, record.RawRecord));
    }

    private bool IsBlank()
    {
        for (var index = 0; index < Count; index++)
            if (_reader.GetSpan(index).ContainsAnyExcept((byte)' ', (byte)'\t')) return false;
        return true;
    }

    private void Report() => _progress?.Report(new ReadProgress(_guard.BytesRead, Row));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
