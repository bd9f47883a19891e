using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Pricing;
using Commonstead.Series;

namespace Commonstead.Lab;

/// <summary>Why a study is not computed.</summary>
public enum StudyRefusal
{
    /// <summary>The hash is of no rule of the book and of no draft as it stands.</summary>
    [Says("A rule of this study is not in the rule book, and no draft has its text any more.",
        Field = nameof(LabQuestion.Rules))]
    RuleUnknown,

    /// <summary>A study needs market prices, incomes and mortgage rates.</summary>
    [Says("Name a series for {0}, such as “{1}”.")]
    SeriesMissing,

    /// <summary>A proxy is written in a few ways only.</summary>
    [Says("The proxy “{0}” is not understood. Write “CPI + 0.5 %”, “6.5 %” or “148900 in 2024, CPI + 0.5 %”.")]
    ProxyNotUnderstood,

    /// <summary>A rule is asked about an area.</summary>
    [Says("Name the area, such as us:metro:boston.", Field = nameof(LabQuestion.Area))]
    AreaMissing,

    /// <summary>A figure that nothing can stand in for.</summary>
    [Says("There is no figure of {0} for today. Import the series, or declare a proxy such as “6.5 %” for a rate and "
        + "“100000 in 2024, CPI + 0.5 %” for incomes.")]
    FigureMissing,

    /// <summary>How long owners stay is written in a few ways only.</summary>
    [Says("“{0}” is not understood. Write “8 % a year”, “7 years”, “3 to 12 years”, or the percentages of owners who "
        + "stay 1, 2, … years.", Field = nameof(FuturesQuestion.Stay))]
    StayNotUnderstood,

    /// <summary>A fact that no rule of the study asks for.</summary>
    [Says("No rule of the study asks for “{0}”. Write one fact on a line, such as bedrooms = 3.",
        Field = nameof(LabQuestion.Facts))]
    FactUnknown,

    /// <summary>A fact that differs by purchase and sale.</summary>
    [Says("The lab answers “{0}” itself, for each purchase and sale: leave it out. What the first buyer pays is set "
        + "under “The first buyer pays”.", Field = nameof(LabQuestion.Facts))]
    FactOfEachSale,

    /// <summary>A fact that is not of the type a rule asks for.</summary>
    [Says("{0}: {1}.", Field = nameof(LabQuestion.Facts))]
    FactNotUnderstood,

    /// <summary>Movements come as figures for each of the four, and for each pair.</summary>
    [Says("State the growth and the volatility of all four in percent, such as 4, and the correlation of each pair from "
        + "−1 to 1 (0 for none).",
        Field = nameof(FuturesQuestion.Growth))]
    MovementsIncomplete,

    /// <summary>What the lab itself refuses.</summary>
    [Says("{0}")]
    NotComputed,
}

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
        question.Rules = [.. question.Rules.Concat((await book.Selectable()).Select(r => r.Hash)).Distinct()
            .Take(LabBounds.MostRules)];
    }

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
        if (question is { Draws: DrawnFrom.Movements, Movements: null }) return StudyRefusal.MovementsIncomplete;
        var study = question.Study(found.Value, stay, acting.Today);
        var used = new RecordedFigures(await FiguresOf(found.Value));
        return runs.Begin(AddressOf(question), await figures.Edition(), (progress, cancellation) => Computed<FuturesResult>.Of(
            Futures.Run(study, used, progress, null, cancellation), result => LabFile.Of(study, result, used)));
    }

    /// <summary>The run of a study that was begun before; null when there is none any more.</summary>
    public LabRun? Run(FuturesQuestion question) => runs.Find(AddressOf(question));

    private string AddressOf(FuturesQuestion question) => LabRuns.AddressOf(acting, "/lab/futures", question);

    private async Task<Outcome<LabSubject>> Found(LabQuestion question)
    {
        var rules = new List<RuleDocument>();
        foreach (var hash in question.Rules.Distinct(StringComparer.Ordinal).Take(LabBounds.MostRules + 1))
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

    private Task<IFigures> FiguresOf(LabSubject subject)
    {
        var codes = subject.Place.Series.Select(s => s.Series.SeriesId)
            .Concat(subject.Rules.SelectMany(r => r.Series).Select(s => s.SeriesId));
        var areas = subject.Place.Series.Select(s => s.Series.Area).Append(subject.Place.Area).OfType<string>();
        return figures.Of([.. codes.Distinct(StringComparer.Ordinal)], acting.Today,
            [.. areas.Distinct(StringComparer.Ordinal)]);
    }
}
