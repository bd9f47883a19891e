namespace Commonstead.Series;

/// <summary>One thing that is wrong with a file of figures, with the row and column where it stands.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Row">The row, the file's first being 1; 0 when it is about the whole file.</param>
/// <param name="Column">The column, the first being 1; 0 when it is about the whole row.</param>
/// <param name="Detail">The text found, the column that is missing, or the byte offset; shortened when long.</param>
public sealed record SeriesFileError(SeriesFileErrorKind Kind, int Row, int Column, string Detail)
{
    private const int LongestDetail = 60;

    /// <summary>The text found, the column that is missing, or the byte offset.</summary>
    public string Detail { get; } = Detail.Length <= LongestDetail ? Detail : Detail[..(LongestDetail - 1)] + "…";

    /// <summary>The error in one sentence; {0} stands for <see cref="Detail"/>.</summary>
    public string Sentence => Kind switch
    {
        SeriesFileErrorKind.NotUtf8 => "The file is not UTF-8 text: byte {0} belongs to no character.",
        SeriesFileErrorKind.NotText => "The file is not text: byte {0} is zero.",
        SeriesFileErrorKind.TooLarge => "The file is larger than {0}.",
        SeriesFileErrorKind.TooManyRows => "The file has more than {0} rows.",
        SeriesFileErrorKind.LineTooLong => "A line is longer than {0}.",
        SeriesFileErrorKind.OpenQuote => "A quotation mark is opened and not closed.",
        SeriesFileErrorKind.BadQuote => "A quotation mark stands where none may: “{0}”.",
        SeriesFileErrorKind.Empty => "The file has no figure.",
        SeriesFileErrorKind.NotThisTable => "This is not the table expected: “{0}”.",
        SeriesFileErrorKind.MissingColumn => "The column “{0}” is missing.",
        SeriesFileErrorKind.UnknownColumn => "The column “{0}” is not known.",
        SeriesFileErrorKind.RepeatedColumn => "The column “{0}” stands twice.",
        SeriesFileErrorKind.WrongFieldCount => "The row has {0} fields, not as many as the header.",
        SeriesFileErrorKind.Missing => "The figure is missing.",
        SeriesFileErrorKind.NotANumber => "“{0}” is not a number.",
        SeriesFileErrorKind.BelowZero => "“{0}” is below zero.",
        SeriesFileErrorKind.Formula => "“{0}” is a formula, not text or a number.",
        SeriesFileErrorKind.NotAPeriod => "“{0}” is not a date, month, quarter or year that exists.",
        SeriesFileErrorKind.NotASeriesCode => "“{0}” is not a series code (small letters, digits, dots, hyphens).",
        SeriesFileErrorKind.NotAnArea => "“{0}” is not an area code.",
        SeriesFileErrorKind.NotAUnit => "“{0}” is neither a currency code nor “number”, or changes within the series.",
        SeriesFileErrorKind.RepeatedFigure => "There is already a figure for {0}.",
        _ => throw new InvalidOperationException($"No sentence for {Kind}."),
    };

    /// <summary>The error as the command line shows it.</summary>
    public override string ToString()
    {
        var place = (Row, Column) switch
        {
            (0, _) => "",
            (_, 0) => $"row {Row}: ",
            _ => $"row {Row}, column {Column}: ",
        };
        return place + string.Format(System.Globalization.CultureInfo.InvariantCulture, Sentence, Detail);
    }
}

/// <summary>What can be wrong with a file of figures.</summary>
public enum SeriesFileErrorKind
{
    /// <summary>Bytes that are no UTF-8, such as Windows-1252 or UTF-16 text.</summary>
    NotUtf8,

    /// <summary>A zero byte, so the file is no text.</summary>
    NotText,

    /// <summary>More bytes than the limit.</summary>
    TooLarge,

    /// <summary>More rows than the limit.</summary>
    TooManyRows,

    /// <summary>A line longer than the limit.</summary>
    LineTooLong,

    /// <summary>A quotation mark without its end.</summary>
    OpenQuote,

    /// <summary>A quotation mark inside a field that is not quoted.</summary>
    BadQuote,

    /// <summary>No figure at all.</summary>
    Empty,

    /// <summary>Another table of the publisher, or none of its tables.</summary>
    NotThisTable,

    /// <summary>A column that must be there is not.</summary>
    MissingColumn,

    /// <summary>A column the form does not have.</summary>
    UnknownColumn,

    /// <summary>A column named twice.</summary>
    RepeatedColumn,

    /// <summary>A row with more or fewer fields than the header.</summary>
    WrongFieldCount,

    /// <summary>An empty cell where every figure must be.</summary>
    Missing,

    /// <summary>A cell that should be a number.</summary>
    NotANumber,

    /// <summary>A number below zero where none can be.</summary>
    BelowZero,

    /// <summary>A cell that a spreadsheet would run.</summary>
    Formula,

    /// <summary>A period that is not written as one or does not exist.</summary>
    NotAPeriod,

    /// <summary>A series code of the wrong form.</summary>
    NotASeriesCode,

    /// <summary>An area code of the wrong form.</summary>
    NotAnArea,

    /// <summary>A unit that is no currency and not "number", or differs within a series.</summary>
    NotAUnit,

    /// <summary>Two figures for one series, area and period.</summary>
    RepeatedFigure,
}
