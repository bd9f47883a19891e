using System.Globalization;

namespace Commonstead.Core;

/// <summary>A row of a table with its keys settled: a range of numbers, or one option.</summary>
/// <param name="From">The least key; the smallest decimal when open below.</param>
/// <param name="To">The greatest key; the largest decimal when open above.</param>
/// <param name="ExcludesTo">Whether <paramref name="To"/> itself belongs to the next row.</param>
/// <param name="Option">The option, for a table by choice.</param>
/// <param name="Value">What the row answers.</param>
internal sealed record TableRow(decimal From, decimal To, bool ExcludesTo, string? Option, RuleNode Value);

/// <summary>A step table: the row whose keys hold the value answers.</summary>
internal sealed class TableNode(RuleType type, RuleNode key, TableRow[] rows, SourcePosition at)
    : RuleNode(type, at, 1 + key.Cost + rows.Length + rows.Max(row => row.Value.Cost))
{
    public RuleNode Key => key;

    public TableRow[] Rows => rows;

    public override decimal Number(RuleEvaluation e) => Answer(e).Number(e);

    public override int Day(RuleEvaluation e) => Answer(e).Day(e);

    public override bool Truth(RuleEvaluation e) => Answer(e).Truth(e);

    public override string Code(RuleEvaluation e) => Answer(e).Code(e);

    public override void Write(RuleWriter writer) =>
        writer.Node(key, RuleBinding.Loose).Text(" => ").Node(Answer(writer.Evaluation), RuleBinding.Loose);

    private RuleNode Answer(RuleEvaluation e)
    {
        if (key.Type.Kind == RuleKind.Choice)
        {
            var option = key.Code(e);
            foreach (var row in rows)
                if (string.Equals(row.Option, option, StringComparison.Ordinal)) return row.Value;
            throw Fault(RuleErrorCode.OutsideTable, $"no row of this table answers “{option}”");
        }
        var number = key.Number(e);
        foreach (var row in rows)
            if (number >= row.From && (row.ExcludesTo ? number < row.To : number <= row.To)) return row.Value;
        throw Fault(RuleErrorCode.OutsideTable,
            $"no row of this table answers {number.ToString("0.######", CultureInfo.InvariantCulture)}");
    }
}
