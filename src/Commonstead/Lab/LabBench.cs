using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Series;

namespace Commonstead.Lab;

/// <summary>Sets up studies from the trust's rule book, its drafts and its published figures. Writes nothing.</summary>
public sealed class LabBench(IRuleBook book, IRuleDrafts drafts, IFigureBook figures, LabRuns runs, Acting acting)
{
    /// <summary>The rules one may choose: those of the book, then drafts.</summary>
    public async Task<IReadOnlyList<RuleTitle>> Rules() => [.. await book.Selectable(), .. await drafts.Sound()];

    /// <summary>The codes of the series that the trust has.</summary>
    public Task<IReadOnlyList<string>> Series() => figures.Codes();

    /// <summary>
    /// Fills in what a study starts with in the trust's country, before anybody has said anything but maybe some rules,
    /// which are then compared with those of the book.
    /// </summary>
    public async Task Begin(LabQuestion question)
    {
        var known = (await Series()).ToHashSet(StringComparer.Ordinal);
        LabBeginnings.Fill(question, acting.Profile.Country, known);
        var rules = await book.Documents([.. (await book.Selectable()).Select(r => r.Hash)]);
        question.Rules = [.. question.Rules.Concat(rules.Where(IsAnswered).Select(r => r.Hash)).Distinct()
            .Take(LabBounds.MostRules)];
    }

    // A rule that asks for a fact of one's own, such as bedrooms, is not begun with: nobody has stated it yet.
    private static bool IsAnswered(RuleDocument rule) =>
        rule.Givens.All(given => given.Default is not null || LabFacts.Knows(given));

    /// <summary>A replay of the past with all it needs, or what it lacks.</summary>
    public async Task<Outcome<PastStudy>> Past(LabQuestion question)
    {
        var found = await Found(question);
        return found.IsDone
            ? new PastStudy(question.Study(found.Value, acting.Today), await FiguresOf(found.Value))
            : Outcome<PastStudy>.Refused(found.Refusals);
    }

    /// <summary>Replays the past, or says why it cannot be done.</summary>
    public async Task<Outcome<Computed<BacktestResult>>> Replay(LabQuestion question, CancellationToken cancellation)
    {
        var past = await Past(question);
        return past.IsDone
            ? await past.Value.Replay(cancellation) : Outcome<Computed<BacktestResult>>.Refused(past.Refusals);
    }

    /// <summary>Begins to compute futures, or finds the run of the same study; or says why it cannot be done.</summary>
    public async Task<Outcome<LabRun<Computed<FuturesResult>>>> Imagine(FuturesQuestion question)
    {
        var found = await Found(question);
        if (!found.IsDone) return Outcome<LabRun<Computed<FuturesResult>>>.Refused(found.Refusals);
        if (LengthOfStay.Parse(question.Stay) is not { } stay)
            return new Refusal(StudyRefusal.StayNotUnderstood, question.Stay);
        if (question.LacksMovements) return StudyRefusal.MovementsIncomplete;
        var study = question.Study(found.Value, stay, acting.Today);
        var used = new RecordedFigures(await FiguresOf(found.Value));
        return runs.Begin(AddressOf(question), await figures.Edition(), (progress, cancellation) =>
            Computed<FuturesResult>.Of(
                Futures.Run(study, used, progress, null, cancellation), result => LabFile.Of(study, result, used)));
    }

    /// <summary>The run of a study that was begun before; null when there is none any more.</summary>
    public LabRun? Run(FuturesQuestion question) => runs.Find(AddressOf(question));

    /// <summary>Says of what a study lacks that its publisher took it back, where that is why.</summary>
    public async Task<Outcome<T>> Explain<T>(Outcome<T> outcome, LabQuestion question)
    {
        if (outcome.IsDone || LabPlaces.Of(question) is not { IsDone: true, Value: var place }) return outcome;
        var said = string.Join(' ', outcome.Refusals.SelectMany(r => r.Figures));
        var codes = place.Series.Select(s => s.Series.SeriesId)
            .Where(code => said.Contains(code, StringComparison.Ordinal)).ToList();
        var standing = await figures.Of([], codes, acting.Today, []);
        var withdrawn = (await figures.Withdrawn(codes)).Where(w => standing.Releases(w.Series).Count == 0)
            .OrderByDescending(w => w.On).ToList();
        return withdrawn.Count == 0 ? outcome : Outcome<T>.Refused([.. withdrawn.Select(w =>
            new Refusal(StudyRefusal.ReleaseWithdrawn, w.Series, w.Release, w.On, w.Because.TrimEnd('.')))]);
    }

    private string AddressOf(FuturesQuestion question) => LabRuns.AddressOf(acting, "/lab/futures", question);

    private async Task<Outcome<LabSubject>> Found(LabQuestion question)
    {
        var rules = new List<RuleDocument>();
        foreach (var hash in question.Rules.Distinct(StringComparer.Ordinal))
        {
            if ((await book.Document(hash) ?? await drafts.Document(hash)) is not { } rule)
                return StudyRefusal.RuleUnknown;
            rules.Add(rule);
        }

        var place = LabPlaces.Of(question);
        if (!place.IsDone) return Outcome<LabSubject>.Refused(place.Refusals);
        var facts = LabSubject.FactsOf(question.Facts, rules);
        return facts.IsDone
            ? new LabSubject(rules, place.Value, facts.Value) : Outcome<LabSubject>.Refused(facts.Refusals);
    }

    private Task<IFigures> FiguresOf(LabSubject subject) =>
        figures.OfStudy(subject.Place, subject.Rules, acting.Today);
}
