using System.Text;

namespace Commonstead.Core;

/// <summary>Writes an expression with its numbers put in, in the form every working uses.</summary>
internal sealed class RuleWriter(RuleEvaluation evaluation, Currency currency)
{
    private readonly StringBuilder _text = new();

    public RuleEvaluation Evaluation { get; } = evaluation;

    public RuleWriter Text(string text)
    {
        _text.Append(text);
        return this;
    }

    public RuleWriter Value(RuleValue value) => Text(RuleText.Show(value, currency));

    /// <summary>Writes a node, in brackets when it binds more loosely than its place needs.</summary>
    public RuleWriter Node(RuleNode node, int binding)
    {
        if (node.Binding >= binding)
        {
            node.Write(this);
            return this;
        }
        Text("(");
        node.Write(this);
        return Text(")");
    }

    public RuleWriter Figure(SeriesReference series, string? area, int day)
    {
        var figure = Evaluation.Remembered(series, area, day);
        return figure is null
            ? Text($"{series.Series.Name} on {RuleValue.OfDay(day)}")
            : Value(RuleValue.OfNumeric(series.Series.Type.Kind, figure.Value));
    }

    public override string ToString() => _text.ToString();
}
