using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Cli;
using Spectre.Console;

namespace Commonstead.Ballots;

/// <summary>Prints a count: a column a stage as official reports do, then what happened at each.</summary>
internal sealed class CountText(TextWriter output)
{
    // Columns of a stage each: more of them would not fit on a page.
    private const int StagesInATable = 9;

    private readonly IAnsiConsole _console = PlainConsole.To(output);

    /// <summary>Why there is no result, and what to do.</summary>
    public static string Refused(Contest contest, CountAnswer answer, CountRefusal refusal) => refusal switch
    {
        CountRefusal.NoSeat => "There is no seat to fill.",
        CountRefusal.NobodyStands => "Nobody stands.",
        CountRefusal.NoValidPaper => "No paper has a mark that counts, so that nobody can be preferred.",
        CountRefusal.OneSeatOnly => "Instant run-off fills one seat; count with scottish or meek.",
        CountRefusal.LotNeeded =>
            $"A lot has to be drawn between {string.Join(", ", answer.Tied.Select(c => contest.Candidates[c].Name))}, "
            + "whom nothing else tells apart. "
            + "Draw it in public and say --seed TEXT, or --lot with every candidate's number in the order drawn.",
        _ => throw new InvalidOperationException($"A file of papers is not refused for {refusal}."),
    };

    /// <summary>Prints a published ballot, counted again.</summary>
    public void Write(BallotBundle bundle, CountTranscript? count, IReadOnlyList<string> faults)
    {
        if (count is not null) Write(count, []);
        Line(string.Create(CultureInfo.InvariantCulture,
            $"{bundle.RollSize:N0} stood on the roll, {bundle.Participants:N0} took part, "
            + $"{bundle.Papers.Count:N0} papers are published."));
        if (bundle.Unreadable > 0)
            Line(string.Create(CultureInfo.InvariantCulture, $"{bundle.Unreadable} envelopes did not open."));
        if (bundle.Counts is { Count: > 0 } counts)
        {
            Line(string.Create(CultureInfo.InvariantCulture,
                $"Before it was declared it was counted {counts.Count} times: ")
                + (counts.All(counts[0].IsAs) ? "every time the same, stage by stage." : "the counts differ."));
        }

        foreach (var fault in faults) Line($"[bold]{Markup.Escape(fault)}[/]");
        Line(faults.Count == 0
            ? "Every paper is unchanged, and the papers give the result stated. The trust’s signature fits its key."
            : "This bundle is not what it states.");
    }

    /// <summary>Prints.</summary>
    public void Write(CountTranscript count, IReadOnlyList<BltNote> notes)
    {
        Line($"[bold]{Markup.Escape(count.Contest.Title)}[/]");
        Line(string.Create(CultureInfo.InvariantCulture,
            $"{Counted.Of(count.Contest.Candidates.Count, "candidate")} for {Counted.Of(count.Contest.Seats, "seat")}, "
            + $"{Counted.Of(count.ValidPapers, "valid paper")}, {count.InvalidPapers:N0} not valid."));
        Line($"Rule {count.Rule.Code}: {Markup.Escape(count.Rule.Source)}.");
        foreach (var (option, value) in count.Rule.Options) Line($"  {Markup.Escape($"{option}={value}")}");
        foreach (var note in notes) Line(Note(note));
        foreach (var stages in count.Stages.Chunk(StagesInATable)) Table(count, stages);
        foreach (var stage in count.Stages) Line(Story(count, stage));
        var names = count.Elected.Select(c => count.Contest.Candidates[c].Name);
        Line($"[bold]Elected: {Markup.Escape(string.Join(", ", names))}[/]");
    }

    private static string Note(BltNote note) => string.Create(CultureInfo.InvariantCulture, $"{note.Kind switch
    {
        BltNoteKind.CutAtGap => $"{Counted.Of(note.Papers, "paper")} left a preference out, and count up to it",
        BltNoteKind.CutAtRepeat => $"{Counted.Of(note.Papers, "paper")} named a candidate twice, and count up to that",
        BltNoteKind.CutAtEqual => $"{Counted.Of(note.Papers, "paper")} shared a preference, and count up to it",
        _ => $"{Counted.Of(note.Papers, "paper")} had no mark",
    }} (line {note.FirstLine} first).");

    private void Table(CountTranscript count, CountStage[] stages)
    {
        var format = "F" + count.Rule.Decimals;
        var table = new Table().Border(TableBorder.Minimal).AddColumn("");
        foreach (var stage in stages) table.AddColumn(new TableColumn($"{stage.Number}").RightAligned());
        for (var c = 0; c < count.Contest.Candidates.Count; c++)
        {
            var candidate = c;
            table.AddRow([
                Markup.Escape(count.Contest.Candidates[c].Name),
                .. stages.Select(s => Figure(s.Votes[candidate])),
            ]);
        }

        table.AddRow(["non-transferable", .. stages.Select(s => Figure(s.NonTransferable))]);
        table.AddRow(["votes that elect", .. stages.Select(s => s.Quota is { } quota ? Figure(quota) : "")]);
        _console.Write(table);

        string Figure(decimal votes) => votes.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Story(CountTranscript count, CountStage stage)
    {
        var did = stage.Kind switch
        {
            StageKind.Surplus => $"surplus of {Name(stage.Of!.Value)}",
            StageKind.Exclusion => $"{Name(stage.Of!.Value)} excluded",
            StageKind.Convergence => "surpluses passed on until everyone elected holds the quota",
            _ => "votes as marked",
        };
        var story = string.Create(CultureInfo.InvariantCulture, $"Stage {stage.Number}: {did}.");
        foreach (var tie in stage.Ties)
        {
            story += string.Create(CultureInfo.InvariantCulture,
                $" {Names(tie.Tied)} were equal: {(tie.EarlierStage is { } earlier ? $"stage {earlier}" : "the lot")} "
                + $"chose {Name(tie.Chosen)}.");
        }

        var reached = stage.Elected.Except(stage.ByLastVacancies).ToList();
        if (reached.Count > 0) story += $" {Names(reached)} elected.";
        if (stage.ByLastVacancies.Count > 0)
            story += $" {Names(stage.ByLastVacancies)} elected: no more are left than seats.";
        return Markup.Escape(story);

        string Name(int candidate) => count.Contest.Candidates[candidate].Name;

        string Names(IReadOnlyList<int> candidates) => string.Join(", ", candidates.Select(Name));
    }

    private void Line(string markup) => _console.MarkupLine(markup);
}
