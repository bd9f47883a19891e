namespace Commonstead.Core;

/// <summary>What the resale lab refuses, in the order in which it looks.</summary>
public enum LabRefusal
{
    /// <summary>No rule, or more than <see cref="LabBounds.MostRules"/>.</summary>
    RuleCount,

    /// <summary>The rules compute in different currencies.</summary>
    MixedCurrencies,

    /// <summary>A setting is outside its range.</summary>
    SettingOutOfRange,

    /// <summary>There are no figures of a series that the study or a rule needs.</summary>
    MissingSeries,

    /// <summary>Prices or incomes are in another currency than the rules.</summary>
    OtherCurrency,

    /// <summary>A market price, an income or a consumer price is zero or below.</summary>
    FigureNotPositive,

    /// <summary>The years asked for are not all in the series.</summary>
    YearsOutsideSeries,

    /// <summary>A rule asks for a fact that neither the study nor the rule answers.</summary>
    FactNotAnswered,

    /// <summary>A proxy that follows itself, or nothing it could begin from.</summary>
    ProxyWithoutGround,

    /// <summary>More paths than <see cref="LabBounds.MostPaths"/>, or none.</summary>
    PathCount,

    /// <summary>A horizon outside <see cref="LabBounds.LeastHorizon"/> to <see
    /// cref="LabBounds.MostHorizon"/>.</summary>
    Horizon,

    /// <summary>Fewer years of joint history than a block.</summary>
    HistoryTooShort,

    /// <summary>Correlations that cannot be: not symmetric, a diagonal that is not 1, or not positive
    /// semidefinite.</summary>
    NotACorrelationMatrix,

    /// <summary>A rule cannot be computed for the first sale of the study.</summary>
    RuleCannotStart,
}

/// <summary>One thing a study was refused for.</summary>
/// <param name="Code">Which refusal.</param>
/// <param name="Message">What is wrong and what to do, in words.</param>
public sealed record LabFault(LabRefusal Code, string Message);

/// <summary>A study's answer: a value, or everything it was refused for.</summary>
public readonly struct LabOutcome<T>
    where T : class
{
    private LabOutcome(T? value, IReadOnlyList<LabFault> faults)
    {
        Value = value;
        Faults = faults;
    }

    /// <summary>The value; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused; empty when there is a value.</summary>
    public IReadOnlyList<LabFault> Faults { get; }

    internal static LabOutcome<T> Of(T value) => new(value, []);

    internal static LabOutcome<T> Refused(IReadOnlyList<LabFault> faults) => new(null, faults);
}

/// <summary>What a study may ask for at most.</summary>
public static class LabBounds
{
    /// <summary>The most rules side by side.</summary>
    public const int MostRules = 6;

    /// <summary>The most futures.</summary>
    public const int MostPaths = 1_000_000;

    /// <summary>The shortest horizon of futures, in years.</summary>
    public const int LeastHorizon = 10;

    /// <summary>The longest horizon of futures, in years: the term of a model ground lease.</summary>
    public const int MostHorizon = 99;

    /// <summary>The longest backtest, in years.</summary>
    public const int MostBacktestYears = 120;

    /// <summary>The first year that figures are looked for.</summary>
    internal const int FirstYear = 1800;

    /// <summary>The last year that anything may be stated of.</summary>
    internal const int LastYear = 2200;
}

/// <summary>A refusal on its way to the study's answer.</summary>
internal sealed class LabException(LabRefusal code, string message) : Exception(message)
{
    public LabFault Fault { get; } = new(code, message);
}
