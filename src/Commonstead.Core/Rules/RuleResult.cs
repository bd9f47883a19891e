using System.Text.Json.Serialization;

namespace Commonstead.Core;

/// <summary>
/// The most a home may be sold for under its rule, with the whole working. Computing keeps only values; the texts of
/// the
/// working are made when <see cref="Steps"/> is first read. Written to JSON and read back it is the same, so that a
/// determination can be frozen.
/// </summary>
public sealed class RuleResult
{
    private readonly Lock _writing = new();
    private readonly RuleDocument? _document;
    private readonly RuleEvaluation? _evaluation;
    private readonly string[]? _sources;
    private IReadOnlyList<GivenUsed>? _givens;
    private IReadOnlyList<FigureUsed>? _figures;
    private IReadOnlyList<RuleStep>? _steps;

    /// <summary>A result that was written down earlier.</summary>
    [JsonConstructor]
    public RuleResult(
        Money maximumPrice, string ruleHash, IReadOnlyList<GivenUsed> givens, IReadOnlyList<FigureUsed> figures,
        IReadOnlyList<RuleStep> steps)
    {
        MaximumPrice = maximumPrice;
        RuleHash = ruleHash;
        _givens = givens;
        _figures = figures;
        _steps = steps;
    }

    internal RuleResult(RuleDocument document, RuleEvaluation evaluation, string[] sources, Money maximumPrice)
    {
        _document = document;
        _evaluation = evaluation;
        _sources = sources;
        MaximumPrice = maximumPrice;
        RuleHash = document.Hash;
    }

    /// <summary>The maximum price, rounded as the rule says.</summary>
    [JsonConverter(typeof(RuleMoneyJson))]
    public Money MaximumPrice { get; }

    /// <summary>The hash of the rule's text.</summary>
    public string RuleHash { get; }

    /// <summary>Every given of the rule with the value used and its source.</summary>
    public IReadOnlyList<GivenUsed> Givens => _givens ??= RuleWorking.Givens(_document!, _evaluation!, _sources!);

    /// <summary>Every published figure used, each once, in the order of first use.</summary>
    public IReadOnlyList<FigureUsed> Figures => _figures ??= _evaluation!.FiguresUsed(0, _evaluation.UseCount);

    /// <summary>The steps in order; the last is the maximum price.</summary>
    public IReadOnlyList<RuleStep> Steps
    {
        get
        {
            lock (_writing) return _steps ??= RuleWorking.Steps(_document!, _evaluation!);
        }
    }

    /// <summary>
    /// The cases of a step's formula that did not apply. A result that was written down earlier does not know them: it
    /// is computed again to tell them.
    /// </summary>
    public IReadOnlyList<CaseNotTaken> CasesNotTaken(string step)
    {
        lock (_writing) return _document is null ? [] : RuleWorking.NotTaken(_document, _evaluation!, step);
    }

    /// <summary>The unrounded value of a step, without writing the working; null when there is no such step.</summary>
    internal RuleValue? ValueOf(string step)
    {
        foreach (var statement in _document!.Program.Statements)
            if (statement is StepStatement found
                && string.Equals(found.Definition.Name, step, StringComparison.Ordinal))
                return _evaluation!.Slots[found.Slot];
        return null;
    }
}

/// <summary>A given as it was used.</summary>
/// <param name="Name">Its name in the rule.</param>
/// <param name="Label">The rule's words for it.</param>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it came from.</param>
public sealed record GivenUsed(string Name, string Label, RuleValue Value, string Source);

/// <summary>A published figure as it was used.</summary>
/// <param name="Series">The name of the series in the rule.</param>
/// <param name="Area">The area asked for, before any successor; null when the series is not by area.</param>
/// <param name="DateAsked">The day the figure had to apply to.</param>
/// <param name="Figure">The figure with its own date, release, publication and source.</param>
public sealed record FigureUsed(string Series, string? Area, DateOnly DateAsked, Figure Figure);

/// <summary>One step of a working.</summary>
/// <param name="Name">The step's name in the rule.</param>
/// <param name="Label">The rule's words for it; empty when it has none.</param>
/// <param name="FormulaText">The formula as the rule writes it.</param>
/// <param name="Substituted">The formula with the numbers put in.</param>
/// <param name="Value">What it came to, unrounded unless the rule rounds.</param>
/// <param name="Items">The items of its folds, such as one for each year.</param>
/// <param name="Figures">The published figures used in it.</param>
public sealed record RuleStep(
    string Name, string Label, string FormulaText, string Substituted, RuleValue Value, IReadOnlyList<RuleItem> Items,
    IReadOnlyList<FigureUsed> Figures);

/// <summary>One item of a fold: a year, a month, a row of a list.</summary>
/// <param name="Label">The period, or the row's fields.</param>
/// <param name="FormulaText">What is computed for each item, as the rule writes it.</param>
/// <param name="Substituted">The same with the numbers put in; for an item left out, the condition it did not
/// meet.</param>
/// <param name="IsCounted">Whether the fold's condition held.</param>
/// <param name="Value">What the item came to; zero when it was left out.</param>
/// <param name="Figures">The published figures used in it.</param>
public sealed record RuleItem(
    string Label, string FormulaText, string Substituted, bool IsCounted, RuleValue Value,
    IReadOnlyList<FigureUsed> Figures);

/// <summary>A case of an <c>if</c> that did not apply, with why.</summary>
/// <param name="FormulaText">What would have been computed, as the rule writes it.</param>
/// <param name="Condition">The condition that decided, as the rule writes it; null for the last of several cases, which
/// stands for all that is left.</param>
/// <param name="Substituted">The condition with the numbers put in; null when an earlier case applied, so that it was
/// never asked.</param>
/// <param name="Held">Whether the condition held: this is then the case that stands for its not holding.</param>
public sealed record CaseNotTaken(string FormulaText, string? Condition, string? Substituted, bool Held);
