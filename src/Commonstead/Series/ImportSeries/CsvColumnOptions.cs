using System.CommandLine;
using Commonstead.Core;
using Commonstead.Platform.Cli;

namespace Commonstead.Series;

/// <summary>The options of <c>series import csv</c> that say which columns of a file are series.</summary>
internal static class CsvColumnOptions
{
    private static readonly Option<string?> _date = new("--date") { Description = "The column with the period." };

    private static readonly Option<PeriodKind?> _every = new("--every")
    {
        Description = "What a date stands for: day, month, quarter or year.",
    };

    private static readonly Option<string[]> _column = new("--column")
    {
        Description = "A column and the series it holds, HEADER=series or HEADER=series@area; may be repeated.",
    };

    private static readonly Option<string?> _currency = new("--currency")
    {
        Description = "The currency of the figures, such as USD; numbers without it.",
    };

    /// <summary>All of them.</summary>
    public static Option[] All => [_date, _every, _column, _currency];

    /// <summary>What they say.</summary>
    public static SeriesCsvOptions Read(ParseResult parsed)
    {
        var usual = new SeriesCsvOptions();
        return usual with
        {
            PeriodColumn = parsed.GetValue(_date) ?? usual.PeriodColumn,
            Every = parsed.GetValue(_every),
            Currency = CurrencyOf(parsed.GetValue(_currency)),
            Columns = [.. (parsed.GetValue(_column) ?? []).Select(ColumnOf)],
        };
    }

    private static Currency? CurrencyOf(string? code)
    {
        if (code is null) return null;
        return Currency.TryParse(code, out var currency) ? currency
            : throw new CommandRefusedException($"--currency {code} is not a currency code.", ExitCode.BadInput);
    }

    private static SeriesCsvColumn ColumnOf(string text) => SeriesCsvColumn.TryParse(text, out var column)
        ? column!
        : throw new CommandRefusedException(
            $"--column \"{text}\" is not understood. Write HEADER=series or HEADER=series@area, such as "
            + "\"Index=us.cpi-u\".", ExitCode.BadInput);
}
