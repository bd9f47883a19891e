using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Series;

namespace Commonstead.Lab;

/// <summary>
/// What may become of each of the trust's homes under its own lease, were its owner to stay: thousands of futures of
/// the same place, in which the lease's rule names a price every year.
/// </summary>
public sealed class HomesAhead(IFigureBook figures, LabRuns runs, Acting acting)
{
    // Owners who never leave: each year asks what the present owner could sell for.
    private static readonly LengthOfStay _always = LengthOfStay.Parse("99 years")!;

    /// <summary>Begins to compute them, or finds the run of the same study.</summary>
    /// <param name="question">The study.</param>
    /// <param name="today">The homes as they are today.</param>
    public async Task<Outcome<LabRun<PortfolioAhead>>> Begin(FuturesQuestion question, PortfolioView today)
    {
        if (question is { Draws: DrawnFrom.Movements, Movements: null }) return StudyRefusal.MovementsIncomplete;
        var studies = today.Homes.Select(home => (home, StudyOf(question, today.Place, home))).ToList();
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
            if (study is not null)
            {
                var outcome = Futures.Run(study, figures, cancellation: cancellation);
                homes.Add(new HomeAhead(
                    home, outcome.Value?.Rules[0], outcome.Faults.Count > 0 ? outcome.Faults[0].Message : ""));
            }

            progress.Report((decimal)homes.Count / studies.Count);
        }

        return new PortfolioAhead(homes);
    }

    // Null for a lease without a rule of the book: there is nothing to compute, as the page says of today.
    private FuturesStudy? StudyOf(FuturesQuestion question, LabPlace place, HomeAtRisk home)
    {
        if (home.Rule is not { } rule) return null;
        var ofHome = home.Market is { } market && home.MarketOn is { } day
            ? place with { HomeValue = market, HomeValueYear = day.Year } : place;
        var subject = new LabSubject([rule], ofHome with { Area = home.Lease.Area ?? place.Area }, Facts(rule, home));
        return question.Study(subject, _always, acting.Today) with
        {
            Household = question.Household with { LeaseFee = home.Lease.FeeAMonth?.Amount ?? question.LeaseFee },
        };
    }

    private static Dictionary<string, RuleValue> Facts(RuleDocument rule, HomeAtRisk home)
    {
        var facts = new Dictionary<string, RuleValue>(StringComparer.Ordinal);
        foreach (var given in rule.Givens)
        {
            if (home.Lease.Facts.GetValueOrDefault(given.Name)?.Text is { } text
                && GivenValue.ParseText(given.Type, text, "").Value is { } value) facts[given.Name] = value.Value;
        }

        return facts;
    }

    private string AddressOf(FuturesQuestion question) => LabRuns.AddressOf(acting, "/lab/homes", question);
}

/// <summary>What may become of one home.</summary>
/// <param name="Home">The home as it is today.</param>
/// <param name="Futures">Its futures; null when they cannot be computed.</param>
/// <param name="Fault">Why not; else empty.</param>
public sealed record HomeAhead(HomeAtRisk Home, RuleFutures? Futures, string Fault);

/// <summary>What may become of the trust's homes.</summary>
/// <param name="Homes">Each home whose rule is known.</param>
public sealed record PortfolioAhead(IReadOnlyList<HomeAhead> Homes)
{
    private static readonly int[] _marks = [10, 30];

    /// <summary>The years ahead that are told: 10 and 30, as far as the study goes, and its last.</summary>
    public static IReadOnlyList<int> Marks(int years) =>
        [.. _marks.Where(y => y < years).Append(years).Distinct()];

    /// <summary>How many of them an affordable price is less likely than not for, a year ahead.</summary>
    public int Unlikely(int year) => Homes.Count(h => h.Futures?.At(year)?.Affordable < 0.5m);

    /// <summary>What keeping all affordable would cost on average, were all sold that year.</summary>
    public decimal Cost(int year) => Homes.Sum(h => h.Futures?.At(year)?.SubsidyNeeded ?? 0);
}
