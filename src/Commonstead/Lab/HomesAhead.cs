using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Series;

namespace Commonstead.Lab;

/// <summary>
/// What may become of each of the trust's homes under its own lease, were its owner to stay: thousands of futures of
/// the same place, in which the lease's rule names a price every year.
/// </summary>
public sealed class HomesAhead(IFigureBook figures, LabRuns runs, Acting acting)
{
    // Figures of a market that ended longer ago say little of today.
    private const int MostYearsBack = 5;

    // Owners who never leave: each year asks what the present owner could sell for.
    private static readonly LengthOfStay _always = LengthOfStay.Parse("99 years")!;

    /// <summary>Begins to compute them, or finds the run of the same study.</summary>
    /// <param name="question">The study.</param>
    /// <param name="today">The homes as they are today.</param>
    public async Task<Outcome<LabRun<PortfolioAhead>>> Begin(FuturesQuestion question, PortfolioView today)
    {
        if (question.LacksMovements) return StudyRefusal.MovementsIncomplete;
        var studies = today.Homes.Where(home => home.Rule is not null)
            .Select(home => (home, StudyOf(question, today, home, home.Rule!))).ToList();
        var basis = $"{await figures.Edition()} {today.Basis}";
        return runs.Begin(AddressOf(question), basis, (progress, cancellation) =>
            Compute(studies, today.Figures, progress, cancellation));
    }

    /// <summary>The run of a study that was begun before; null when there is none any more.</summary>
    public LabRun? Run(FuturesQuestion question) => runs.Find(AddressOf(question));

    private static Outcome<PortfolioAhead> Compute(
        List<(HomeAtRisk Home, FuturesStudy? Study)> studies, IFigures figures, IProgress<decimal> progress,
        CancellationToken cancellation)
    {
        var homes = new List<HomeAhead>();
        foreach (var (home, study) in studies)
        {
            homes.Add(study is null
                ? new HomeAhead(home, null, null)
                : Of(home, study, Futures.Run(study, figures, cancellation: cancellation)));
            progress.Report((decimal)homes.Count / studies.Count);
        }

        return new PortfolioAhead(homes);
    }

    private static HomeAhead Of(HomeAtRisk home, FuturesStudy study, LabOutcome<FuturesResult> outcome) =>
        outcome.Value is { } result && BoughtIn(study) <= result.FirstYear
            ? new HomeAhead(home, result.Rules[0], null)
            {
                FirstYear = result.FirstYear,
                PastYears = study.Movements is null ? result.PastYears : null,
            }
            : new HomeAhead(home, null, outcome.Faults.Count > 0 ? outcome.Faults[0].Message
                : $"It was bought in {BoughtIn(study)}, after the year in which the futures begin.");

    private static int BoughtIn(FuturesStudy study) =>
        study.Givens.TryGetValue(LabFacts.PurchaseDate, out var day) && day.Kind == RuleKind.Date ? day.Date.Year : 0;

    // Null where nothing says what the home is worth, and its rule asks for that.
    private FuturesStudy? StudyOf(FuturesQuestion question, PortfolioView today, HomeAtRisk home, RuleDocument rule)
    {
        var place = today.Place;
        if (home.Market is null
            && rule.Givens.Any(given => LabFacts.IsOfMarket(given) && home.Lease.Stated(given)?.Text is null))
            return null;
        var ofHome = WorthOf(home, today) is var (worth, year)
            ? place with { HomeValue = worth, HomeValueYear = year } : place;
        var subject = new LabSubject([rule], ofHome with { Area = home.Lease.Area ?? place.Area }, Facts(rule, home));
        return question.Study(subject, _always, acting.Today) with
        {
            Household = question.Household with { LeaseFee = home.Lease.FeeAMonth?.Amount ?? question.LeaseFee },
        };
    }

    // On the day of a year that the study reads, which need not be that of the latest figure.
    private (decimal Worth, int Year)? WorthOf(HomeAtRisk home, PortfolioView today)
    {
        if (home.Market is not { } market || today.Market is not { Value: > 0 } now) return null;
        var series = today.Place.Market;
        for (var year = acting.Today.Year; year > acting.Today.Year - MostYearsBack; year--)
        {
            var then = today.Figures.Find(series.SeriesId, series.Area, today.Place.Day(year), acting.Today).Figure;
            if (then is { Value: > 0 }) return (decimal.Round(market * then.Value / now.Value, 2), year);
        }

        return null;
    }

    private static Dictionary<string, RuleValue> Facts(RuleDocument rule, HomeAtRisk home)
    {
        var facts = new Dictionary<string, RuleValue>(StringComparer.Ordinal);
        foreach (var given in rule.Givens)
        {
            if (home.Lease.Stated(given)?.Text is { } text
                && GivenValue.ParseText(given.Type, text, "").Value is { } value) facts[given.Name] = value.Value;
        }

        return facts;
    }

    private string AddressOf(FuturesQuestion question) => LabRuns.AddressOf(acting, "/lab/homes", question);
}

/// <summary>What may become of one home.</summary>
/// <param name="Home">The home as it is today.</param>
/// <param name="Futures">Its futures; null when they cannot be computed.</param>
/// <param name="Fault">Why not; null where nothing says what it is worth.</param>
public sealed record HomeAhead(HomeAtRisk Home, RuleFutures? Futures, string? Fault)
{
    /// <summary>The year in which its futures begin.</summary>
    public int FirstYear { get; init; }

    /// <summary>How many yearly changes of the past they are drawn from; null where movements are stated.</summary>
    public int? PastYears { get; init; }
}

/// <summary>What may become of the trust's homes.</summary>
/// <param name="Homes">Each home whose rule is known.</param>
public sealed record PortfolioAhead(IReadOnlyList<HomeAhead> Homes)
{
    private static readonly int[] _marks = [10, 30];

    /// <summary>The homes whose futures could be computed.</summary>
    public IReadOnlyList<HomeAhead> Computed { get; } = [.. Homes.Where(h => h.Futures is not null)];

    /// <summary>The year in which the futures begin: the last that all series have.</summary>
    public int FirstYear => Computed[0].FirstYear;

    /// <summary>That the past is too short for so many years ahead; null when it is long enough.</summary>
    public Sentence? ShortPast(int years) => StudyText.ShortPast(Computed[0].PastYears, years);

    /// <summary>The years ahead that are told: 10 and 30, as far as the study goes, and its last.</summary>
    public static IReadOnlyList<int> Marks(int years) =>
        [.. _marks.Where(y => y < years).Append(years).Distinct()];

    /// <summary>How many of them an affordable price is less likely than not for, a year ahead.</summary>
    public int Unlikely(int year) => Homes.Count(h => h.Futures?.At(year)?.Affordable < 0.5m);

    /// <summary>What keeping all affordable would cost on average, were all sold that year.</summary>
    public decimal Cost(int year) => Homes.Sum(h => h.Futures?.At(year)?.SubsidyNeeded ?? 0);
}
