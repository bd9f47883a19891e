namespace Commonstead.Core;

/// <summary>A series of the rule by its place in <see cref="RuleDocument.Series"/>.</summary>
internal sealed record SeriesReference(int Index, RuleSeries Series);

/// <summary>A published figure: <c>ami of home_area on sale_date</c>.</summary>
internal sealed class SeriesNode(SeriesReference series, RuleNode? area, RuleNode date, SourcePosition at)
    : RuleNode(series.Series.Type, at, 10 + (area?.Cost ?? 0) + date.Cost)
{
    public SeriesReference Series => series;

    public RuleNode? Area => area;

    public RuleNode Date => date;

    public override decimal Number(RuleEvaluation e) => e.Figure(series, area?.Code(e), date.Day(e), At);

    public override void Write(RuleWriter writer) =>
        writer.Figure(series, area?.Code(writer.Evaluation), date.Day(writer.Evaluation));
}

/// <summary>The rate of change of a series between two dates: later ÷ earlier − 1.</summary>
internal sealed class ChangeNode(SeriesReference series, RuleNode? area, RuleNode from, RuleNode to, SourcePosition at)
    : RuleNode(RuleType.Rate, at, 22 + (area?.Cost ?? 0) + from.Cost + to.Cost)
{
    public SeriesReference Series => series;

    public RuleNode? Area => area;

    public RuleNode From => from;

    public RuleNode To => to;

    public override decimal Number(RuleEvaluation e)
    {
        var code = area?.Code(e);
        var first = e.Figure(series, code, from.Day(e), At);
        var last = e.Figure(series, code, to.Day(e), At);
        if (first == 0) throw Fault(RuleErrorCode.DivisionByZero, "the figure this change begins from is zero");
        e.At = At;
        return last / first - 1;
    }

    public override void Write(RuleWriter writer)
    {
        var e = writer.Evaluation;
        writer.Text("(").Figure(series, area?.Code(e), to.Day(e)).Text(" ÷ ")
            .Figure(series, area?.Code(e), from.Day(e)).Text(" − 1)");
    }
}
