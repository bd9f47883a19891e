using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Cli;
using Commonstead.Series;
using Spectre.Console;

namespace Commonstead.Pricing;

/// <summary>Prints a price with its whole working; plain text when it does not go to a terminal.</summary>
internal sealed class WorkingText
{
    private readonly IAnsiConsole _console;
    private Currency _currency;

    /// <summary>Prints to a writer: the terminal, or anything else.</summary>
    public WorkingText(TextWriter output) => _console = PlainConsole.To(output);

    /// <summary>Prints.</summary>
    public void Write(string title, DeterminationFile file)
    {
        _currency = Currency.Parse(file.Currency);
        Line($"[bold]{Markup.Escape(title)}[/]");
        Line($"Computed for {Day(file.AsOf)} from figures published by {Day(file.KnownBy)}.");
        Line("");
        Heading("Facts");
        var facts = Grid();
        foreach (var given in file.Givens)
            facts.AddRow(Cell(FormulaWords.Named(given.Label, given.Name)), Right(Value(given.Value)),
                Quiet(given.Source));
        _console.Write(facts);
        Figures(file);
        Heading("Steps");
        var words = new FormulaWords(file);
        var notTaken = file.CasesNotTaken();
        for (var i = 0; i < file.Steps.Count; i++)
            Step(i + 1, file.Steps[i], words, notTaken.GetValueOrDefault(file.Steps[i].Name) ?? []);
        Line($"[bold]Maximum price {Markup.Escape(file.Currency)} {Markup.Escape(Value(file.Steps[^1].Value))}[/]");
        Line($"Rule {file.RuleHash}");
    }

    private void Figures(DeterminationFile file)
    {
        if (file.Figures.Count == 0) return;
        Heading("Published figures");
        var grid = Grid();
        foreach (var used in file.Figures)
        {
            var figure = used.Figure;
            grid.AddRow(
                Cell($"{used.Series} {used.Area} {figure.Period}"),
                Right(figure.Value.ToString("#,0.##########", CultureInfo.InvariantCulture)),
                Quiet($"{figure.Publisher}, release {figure.ReleaseId}{PublishedOn(figure)}"));
        }

        _console.Write(grid);
        foreach (var source in file.Figures.Select(f => $"{f.Figure.ReleaseId}: {f.Figure.Source}").Distinct())
            Line($"[dim]{Markup.Escape(source)}[/]");
        Line("");
    }

    private void Step(int number, RuleStep step, FormulaWords words, IReadOnlyList<CaseNotTaken> notTaken)
    {
        var head = Grid();
        var name = $"{number}. {FormulaWords.Named(step.Label, step.Name)}";
        head.AddRow(new Markup($"[bold]{Markup.Escape(name)}[/]"), Right(Value(step.Value)), Quiet(step.Name));
        _console.Write(head);
        var (formula, numbers) = words.Of(step, _currency);
        Indented(formula);
        if (numbers != formula) Indented("= " + numbers);
        foreach (var passed in notTaken) Indented(words.NotTaken(passed).InEnglish());
        if (step.Items.Count > 0)
        {
            var items = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(4).PadRight(2)).AddColumn()
                .AddColumn(new GridColumn().RightAligned().NoWrap());
            foreach (var item in step.Items)
            {
                items.AddRow(Cell(item.Label), Quiet(words.Of(item.Substituted)),
                    Right(item.IsCounted ? Value(item.Value) : "not counted"));
            }

            _console.Write(items);
        }

        Line("");
    }

    private static string PublishedOn(Figure figure) => figure.Published == FiguresFromFiles.NotStated
        ? ", day of publication not stated" : $", published {Day(figure.Published)}";

    private string Value(RuleValue value) => RuleText.Show(value, _currency);

    private void Heading(string text) => Line($"[underline]{text}[/]");

    private void Line(string markup) => _console.MarkupLine(markup);

    private void Indented(string text) => _console.Write(new Padder(new Text(text)).Padding(4, 0, 0, 0));

    private static Grid Grid() =>
        new Grid().AddColumn().AddColumn(new GridColumn().RightAligned().NoWrap()).AddColumn();

    private static Text Cell(string text) => new(text);

    private static Text Right(string text) => new(text);

    private static Markup Quiet(string text) => new($"[dim]{Markup.Escape(text)}[/]");

    private static string Day(DateOnly day) => RuleValue.OfDate(day).ToString();
}
