namespace Commonstead.Core;

/// <summary>How far one value of a rule reaches: over the whole study, a year of it, an owner's time, or one case.
/// </summary>
internal enum Reach
{
    /// <summary>The same in every lane and every year.</summary>
    Study,

    /// <summary>The same in every lane, another one each year or item.</summary>
    Year,

    /// <summary>Another one in each lane, the same while an owner stays.</summary>
    Held,

    /// <summary>Another one in each lane and year.</summary>
    Lane,
}

/// <summary>How reaches combine.</summary>
internal static class Reaches
{
    /// <summary>Whether all lanes share the value.</summary>
    public static bool IsShared(this Reach reach) => reach <= Reach.Year;

    /// <summary>The reach of what is computed from two values.</summary>
    public static Reach And(this Reach one, Reach other) => (one, other) switch
    {
        (Reach.Study, _) => other,
        (_, Reach.Study) => one,
        (Reach.Held, Reach.Held) => Reach.Held,
        (Reach.Year, Reach.Year) => Reach.Year,
        _ => Reach.Lane,
    };
}

/// <summary>The published figures of the lanes.</summary>
internal interface ILaneFigures
{
    /// <summary>The figures of one day by lane; null when a figure is missing.</summary>
    double[]? Row(SeriesReference series, string? area, int day);

    /// <summary>The figure of each lane's own day; NaN where it is missing.</summary>
    void Read(SeriesReference series, string? area, int[] days, double[] into);

    /// <summary>The figure of one lane as the exact evaluator is to take it; null when it is missing.</summary>
    decimal? Exact(SeriesReference series, string? area, int day, int lane);
}

/// <summary>The exact evaluator's run for one lane, or for what all lanes share.</summary>
internal sealed class LaneEvaluation : RuleEvaluation
{
    private readonly ILaneFigures _figures;

    public LaneEvaluation(RuleProgram program, RuleInputs inputs, ILaneFigures figures)
        : base(program, inputs, [])
    {
        _figures = figures;

        // Nothing is traced: only the price is asked for.
        Freeze();
    }

    /// <summary>The lane now computed.</summary>
    public int Lane { get; set; }

    /// <inheritdoc/>
    public override decimal Figure(SeriesReference series, string? area, int day, SourcePosition at) =>
        _figures.Exact(series, area, day, Lane) ?? throw new RuleFault(
            RuleErrorCode.MissingFigure, at, $"{series.Series.Name} has no figure for {RuleValue.OfDay(day)}");
}
