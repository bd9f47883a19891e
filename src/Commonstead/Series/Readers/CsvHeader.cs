namespace Commonstead.Series;

/// <summary>Finds columns by their names in a header row.</summary>
internal static class CsvHeader
{
    /// <summary>The positions of expected columns, in the order expected.</summary>
    /// <returns>Null when one is missing or repeated, or another is there that may not be; errors are noted.</returns>
    public static int[]? Find(CsvRows rows, IReadOnlyList<string> expected, bool mayHaveOthers)
    {
        var (header, before) = (rows.Fields(), rows.Errors.Count);
        for (var index = 0; index < header.Length; index++)
        {
            var isExpected = expected.Contains(header[index], StringComparer.Ordinal);
            if (!isExpected && !mayHaveOthers) rows.FailAt(index, SeriesFileErrorKind.UnknownColumn, header[index]);
            if (isExpected && Array.IndexOf(header, header[index]) < index)
                rows.FailAt(index, SeriesFileErrorKind.RepeatedColumn, header[index]);
        }
        foreach (var missing in expected.Except(header, StringComparer.Ordinal))
            rows.FailAt(-1, SeriesFileErrorKind.MissingColumn, missing);
        return rows.Errors.Count > before ? null : [.. expected.Select(column => Array.IndexOf(header, column))];
    }
}
