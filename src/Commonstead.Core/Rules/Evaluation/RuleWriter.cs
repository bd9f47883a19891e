using System.Text;

namespace Commonstead.Core;

/// <summary>Writes an expression with its numbers put in, in the form every working uses.</summary>
internal sealed class RuleWriter(RuleEvaluation evaluation, Currency currency)
{
    private readonly StringBuilder _text = new();
    private readonly List<CaseNotTaken> _notTaken = [];

    public RuleEvaluation Evaluation { get; } = evaluation;

    /// <summary>The cases passed over on the way, in the order the formula writes them.</summary>
    public IReadOnlyList<CaseNotTaken> PassedOver => _notTaken;

    public void NotTaken(CaseNotTaken passed)
    {
        if (!_notTaken.Contains(passed)) _notTaken.Add(passed);
    }

    /// <summary>A node by itself, with its numbers put in.</summary>
    public string Apart(RuleNode node) => new RuleWriter(Evaluation, currency).Node(node, RuleBinding.Loose).ToString();

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
