namespace Commonstead.Core;

/// <summary>
/// Checks a step table: its keys in ascending order, no value left out between two rows, none answered twice.
/// </summary>
internal sealed class TableChecker(ExpressionChecker expressions)
{
    public TableNode Check(TableSyntax table)
    {
        var key = expressions.Check(table.Key);
        var values = table.Rows.Select(row => expressions.Check(row.Value)).ToArray();
        var type = RuleTyping.Common(values);
        if (key.Type.Kind == RuleKind.Choice)
            return new TableNode(type, key, Options(table, key.Type, values), table.First.At);
        if (!key.Type.IsNumeric) throw RuleTyping.Mismatch(key, "a number or a choice to look up");
        var rows = table.Rows.Select((row, i) => Range(row, key.Type, values[i])).ToArray();
        for (var i = 1; i < rows.Length; i++) Follow(rows[i - 1], rows[i], key.Type, table.Rows[i].First.At);
        return new TableNode(type, key, rows, table.First.At);
    }

    private static TableRow[] Options(TableSyntax table, RuleType choice, RuleNode[] values)
    {
        var rows = new List<TableRow>();
        for (var i = 0; i < values.Length; i++)
        {
            var at = table.Rows[i].First.At;
            var option = table.Rows[i].Key is { From: { Kind: RuleTokenKind.Text } from, IsOneValue: true }
                ? from.Text
                : null;
            if (option is null || !choice.Options.Contains(option, StringComparer.Ordinal))
                throw new RuleFault(RuleErrorCode.UnknownName, at,
                    $"this is not an option; expected {string.Join(", ", choice.Options.Select(o => $"\"{o}\""))}");
            if (rows.Exists(row => string.Equals(row.Option, option, StringComparison.Ordinal)))
                throw new RuleFault(RuleErrorCode.TableOverlap, at, $"“{option}” has two rows");
            rows.Add(new TableRow(0, 0, false, option, values[i]));
        }
        var missing = choice.Options.FirstOrDefault(o =>
            !rows.Exists(row => string.Equals(row.Option, o, StringComparison.Ordinal)));
        return missing is null
            ? [.. rows]
            : throw new RuleFault(RuleErrorCode.TableGap, table.First.At, $"no row answers the option “{missing}”");
    }

    private static TableRow Range(TableRowSyntax row, RuleType type, RuleNode value)
    {
        var from = End(row.Key.From, type, decimal.MinValue);
        var to = End(row.Key.To, type, decimal.MaxValue);
        if (from > to || (from == to && row.Key.ExcludesTo))
            throw new RuleFault(RuleErrorCode.TableOverlap, row.First.At,
                "this range ends before it begins; expected the lesser value first");
        if (type.Kind != RuleKind.Whole && !row.Key.IsOneValue && !row.Key.ExcludesTo && row.Key.To is not null)
            throw new RuleFault(RuleErrorCode.TableGap, row.First.At,
                $"the values of {type} between two rows would be left out; expected “a..<b” for from a to below b");
        return new TableRow(from, to, row.Key.ExcludesTo, null, value);
    }

    private static decimal End(RuleToken? token, RuleType type, decimal open)
    {
        if (token is not { } end) return open;
        if (end.Kind == RuleTokenKind.Text || (type.Kind == RuleKind.Whole && !decimal.IsInteger(end.Number)))
            throw new RuleFault(RuleErrorCode.TypeMismatch, end.At, $"found {end.Shown}; expected {type.Expectation}");
        return end.Number;
    }

    private static void Follow(TableRow before, TableRow row, RuleType type, SourcePosition at)
    {
        var next = before.ExcludesTo ? before.To
            : before.To == decimal.MaxValue ? decimal.MaxValue
            : type.Kind == RuleKind.Whole ? before.To + 1 : before.To;
        var isSecondOfOneValue = type.Kind != RuleKind.Whole && !before.ExcludesTo;
        if (row.From < next || before.To == decimal.MaxValue || (isSecondOfOneValue && row.From == next))
            throw new RuleFault(RuleErrorCode.TableOverlap, at, "this row begins before the row above it ends");
        if (row.From > next)
            throw new RuleFault(RuleErrorCode.TableGap, at,
                $"no row answers the values from {next:0.######} up to this row");
    }
}
