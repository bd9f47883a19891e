namespace Commonstead.Core.Tests;

/// <summary>Makes small rules and runs them, so that a test shows only what it is about.</summary>
internal static class RuleTest
{
    public const string Head = "language 1\ncurrency USD\n";

    public static string Document(string rule) => $"# A rule\n\n```rule\n{Head}{rule}\n```\n";

    public static RuleDocument Read(string rule)
    {
        var parse = RuleDocument.Parse(Document(rule), "rule.md");
        Assert.Empty(parse.Errors.Select(error => error.ToString()));
        return parse.Document!;
    }

    public static RuleError Refused(string rule) =>
        Assert.Single(RuleDocument.Parse(Document(rule), "rule.md").Errors);

    public static RuleOutcome Run(
        string rule, IFigures? figures = null, params (string Name, RuleValue Value)[] givens) =>
        Read(rule).Evaluate(Inputs(figures, givens));

    public static RuleInputs Inputs(IFigures? figures = null, params (string Name, RuleValue Value)[] givens) => new()
    {
        Givens = givens.ToDictionary(
            given => given.Name, given => new GivenValue(given.Value, "lease"), StringComparer.Ordinal),
        Figures = figures ?? new FigureSet([]),
        AsOf = new DateOnly(2026, 6, 1),
        KnownBy = new DateOnly(2026, 6, 1),
    };

    /// <summary>The price of an expression of money, in units of the currency.</summary>
    public static decimal Price(string expression, string before = "") =>
        Answer(Run($"{before}\nmaximum_price = round({expression}, nearest to 0.01)")).MaximumPrice.Amount;

    /// <summary>The value of one step named x.</summary>
    public static RuleValue Value(string expression, string before = "") =>
        Answer(Run($"{before}\nx = {expression}\nmaximum_price = round(money(1), nearest to 1)")).Steps[^2].Value;

    public static RuleErrorCode? ErrorOf(string expression, string before = "") =>
        Run($"{before}\nx = {expression}\nmaximum_price = round(money(1), nearest to 1)").Error?.Code;

    public static RuleResult Answer(RuleOutcome outcome)
    {
        Assert.Null(outcome.Error?.ToString());
        return outcome.Result!;
    }
}
