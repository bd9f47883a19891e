using System.Diagnostics.CodeAnalysis;

namespace Commonstead.Core.Tests;

/// <summary>
/// Every price that the futures compute, lane by lane and owner after owner, is the exact evaluator's to one cent: the
/// figures kept since the purchase, the folds that go on year by year, loans and subsidies.
/// </summary>
public class FutureLaneTests
{
    private const int LanesLookedAt = 96;
    private const int Years = 24;

    public static TheoryData<string> Rules => new(RuleBookTests.Documents.Select(one => one.Data[..^3]));

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryPrice_IsTheExactEvaluators(string name)
    {
        var isBritish = name.StartsWith("gb", StringComparison.Ordinal);
        var rule = LabPlaces.Rule(name);
        if (name == "us/lesser-of-rate-and-cpi") rule = WithOwnSeries(rule);
        Agree(rule, isBritish ? LabPlaces.TowerHamlets : LabPlaces.Boston, Givens(rule));
    }

    // What the lab's portfolio asks of each real home: its owner bought years ago, and stays.
    [Theory]
    [MemberData(nameof(Rules))]
    public void AHomeOfToday_IsPricedFromItsOwnPurchase(string name)
    {
        var isBritish = name.StartsWith("gb", StringComparison.Ordinal);
        var rule = LabPlaces.Rule(name);
        if (name == "us/lesser-of-rate-and-cpi") rule = WithOwnSeries(rule);
        var givens = Givens(rule);
        foreach (var given in rule.Givens)
        {
            if (given.Name == "purchase_date") givens[given.Name] = RuleValue.OfDate(new DateOnly(2008, 3, 15));
            if (given.Name == "purchase_price") givens[given.Name] = RuleValue.OfNumeric(given.Type.Kind, 210_000);
            if (given.Name == "appraisal_at_purchase")
                givens[given.Name] = RuleValue.OfNumeric(given.Type.Kind, 330_000);
        }

        Agree(rule, isBritish ? LabPlaces.TowerHamlets : LabPlaces.Boston, givens, "99 years", flagged: null);
    }

    [Fact]
    public void AFoldThatAsksForTheSale_IsComputedForEachOwner()
    {
        var rule = LabPlaces.Rule("gb/earnings-index");
        var givens = Givens(rule);
        givens["floor_policy"] = RuleValue.OfChoice("highest_so_far");
        Agree(rule, LabPlaces.TowerHamlets, givens);
    }

    [Theory]
    [InlineData("x = carry worth = purchase_price over y in years(purchase_date, sale_date): "
        + "min(worth * 1.05, worth * (1 + change(cpi, y.start, y.end)))")]
    [InlineData("x = purchase_price * (product m in months(purchase_date, sale_date): 1 + 0.001 * m.index / 12)")]
    [InlineData("first = add_years(purchase_date, -1)\n"
        + "x = purchase_price * (cpi on sale_date) / (cpi on first)")]
    [InlineData("x = purchase_price * (1 + (sum y in years(purchase_date, sale_date) where y.index > 2 and "
        + "change(cpi, y.start, y.end) > 2%: change(cpi, y.start, y.end)))")]
    [InlineData("x = purchase_price * (1 + (greatest y in years(purchase_date, sale_date) where "
        + "change(cpi, y.start, y.end) > 3%: change(cpi, y.start, y.end)))")]
    [InlineData("paid = if purchase_price > 300000 then purchase_price else purchase_price * 1.01\n"
        + "x = paid + money(1000.37) * whole_months(purchase_date, sale_date) / 12")]
    public void FoldsAndFigures_AreKeptForEachOwner(string steps) => Agree(
        RuleTest.Read("given purchase_price money\ngiven purchase_date date\ngiven sale_date date\n"
            + $"series cpi number as \"us.cpi-u\" \"test\"\n{steps}\nmaximum_price = round(x, down to 1)"),
        LabPlaces.Boston, []);

    // The double stands a hair below zero, the decimal on it: a price of zero is a price.
    [Fact]
    public void APriceOfZero_IsNoRefusal() => Agree(
        RuleTest.Read("given purchase_price money\ngiven purchase_date date\ngiven sale_date date\n"
            + "maximum_price = round(purchase_price * 1.1 - purchase_price - purchase_price * 0.1, down to 0.01)"),
        LabPlaces.Boston, [], flagged: null);

    private static RuleDocument WithOwnSeries(RuleDocument rule) => RuleDocument.Parse(
        rule.Text.Replace("us.cpi-w", "us.cpi-u", StringComparison.Ordinal), rule.FileName).Document!;

    private static Dictionary<string, RuleValue> Givens(RuleDocument rule)
    {
        var givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal);
        if (rule.Givens.Any(given => given.Name == "bedrooms")) givens["bedrooms"] = RuleValue.OfWhole(2);
        return givens;
    }

    [SuppressMessage("Design", "MA0051", Justification = "One chain of owners from the first year to the last.")]
    private static void Agree(
        RuleDocument rule, LabPlace place, Dictionary<string, RuleValue> givens, string stay = "1 to 9 years",
        double? flagged = 0.5)
    {
        var figures = LabPlaces.Figures(place.Area.StartsWith("us", StringComparison.Ordinal) ? "boston" : "london");
        var run = new FuturesRun(
            new FuturesStudy
            {
                Rules = [rule],
                Place = place,
                Givens = givens,
                KnownBy = LabPlaces.KnownBy,
                Years = Years,
                Seed = 11,
                HistoryFrom = place.Cpi is null ? 1990 : null,
                Paths = Lanes.Count,
                Stay = LengthOfStay.Parse(stay)!,
            },
            figures);
        var paths = new FuturePaths(run.Plan);
        paths.Draw(0);
        var owners = run.Owners(0, paths);
        var tally = new RuleTally(Years);
        run.Begin(owners, 0, paths);
        var priced = 0;
        for (var year = 1; year <= Years; year++)
        {
            var (paid, stayed) = (owners.Paid.ToArray(), owners.Stayed.ToArray());
            owners.Step(paths, year, run.Plan.Day(year - 1), run.Plan.Day(year), Lanes.Count, tally);
            for (var lane = 0; lane < LanesLookedAt; lane++)
            {
                var owner = new OneOwner(run, paths, lane, year - 1 - stayed[lane], year, paid[lane]);
                var exact = rule.Evaluate(owner.Inputs(owners));
                Assert.True(exact.Error is not null == (owners.Refused[lane] != 0),
                    $"year {year} lane {lane}: {exact.Error}, lanes {owners.Prices[lane]}");
                if (exact.Error is not null) continue;
                priced++;
                Assert.True(Math.Abs((double)exact.Result!.MaximumPrice.Amount - owners.Prices[lane]) < 0.0100001,
                    $"year {year} lane {lane}: {exact.Result.MaximumPrice}, lanes {owners.Prices[lane]}");
            }
        }

        Assert.True(priced > Years * LanesLookedAt / 2, $"only {priced} prices");
        if (flagged is { } most)
            Assert.True(tally.Flagged <= most * Years * Lanes.Count, $"{tally.Flagged} flagged");
    }

    /// <summary>One owner in one future, told to the exact evaluator.</summary>
    private sealed class OneOwner(FuturesRun run, FuturePaths paths, int lane, int bought, int sold, double paid)
        : IFigures
    {
        private static readonly LabPlace _home = LabPlaces.Boston;

        public RuleInputs Inputs(OwnerLanes owners) => new()
        {
            Givens = run.Rules[0].Answers.Select((answer, at) => (answer, at)).ToDictionary(
                one => one.answer.Given.Name, one => new GivenValue(Value(owners, one.answer, one.at)),
                StringComparer.Ordinal),
            Figures = this,
            AsOf = DateOnly.FromDayNumber(run.Plan.Day(sold)),
            KnownBy = LabPlaces.KnownBy,
        };

        public FigureLookup Find(
            string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null)
        {
            var known = run.Rules[0].Document.Series.First(one => one.SeriesId == series);
            return paths.Row(new SeriesReference(0, known), area, date.DayNumber) is { } row
                ? FigureLookup.Found(new Figure(series, area, FigureSpan.Year, new DateOnly(date.Year, 1, 1),
                    (decimal)row[lane], "path", date, date, null, "test", "test"))
                : FigureLookup.Refused(FigureRefusal.Missing, "none");
        }

        // An amount stands on half a cent often enough: what the lane was told, when it is the amount to the cent.
        private RuleValue Value(OwnerLanes owners, LabAnswer answer, int given)
        {
            switch (answer.Fact)
            {
                case null:
                    return answer.Value;
                case LabFact.PurchaseDate:
                    return RuleValue.OfDate(DateOnly.FromDayNumber(run.Plan.Day(bought)));
                case LabFact.SaleDate:
                    return RuleValue.OfDate(DateOnly.FromDayNumber(run.Plan.Day(sold)));
                case LabFact.Area:
                    return RuleValue.OfArea(run.Rules[0].Document.Currency == Currency.Usd
                        ? "us:metro:boston" : "gb:E09000030");
                default:
                    var isHeld = answer.Fact is LabFact.PricePaid or LabFact.MarketAtPurchase or LabFact.Subsidy;
                    var amount = Amount(answer.Fact.Value);
                    var told = isHeld && owners.Stayed[lane] == 0 ? amount : (decimal)owners.Given(given, lane);
                    Assert.InRange(told - amount, -0.0051m, 0.0051m);
                    return RuleValue.OfNumeric(answer.Given.Type.Kind, told);
            }
        }

        private decimal Amount(LabFact fact) => fact switch
        {
            LabFact.PricePaid => (decimal)paid,
            LabFact.MarketAtPurchase => (decimal)paths.Value[bought][lane],
            LabFact.MarketAtSale => (decimal)paths.Value[sold][lane],
            LabFact.LandAtSale => (decimal)paths.Value[sold][lane] * _home.LandShare,
            LabFact.Subsidy => Math.Max(0, (decimal)paths.Value[bought][lane] * (1 - _home.LandShare) - (decimal)paid),
            LabFact.LoanBalance => Balance(),
            LabFact.PrincipalPaid => (decimal)paid * 0.95m - Balance(),
            _ => (decimal)paths.Rate[sold][lane],
        };

        private decimal Balance() => RuleMath.Balance(
            (decimal)paid * 0.95m, (decimal)paths.Rate[bought][lane] / 12, 360, 12 * (sold - bought + OwnedBefore));

        // A home of today was bought before the futures begin; nobody else has a day of purchase stated.
        private int OwnedBefore => run.Rules[0].Answers
            .Where(one => one is { Fact: null, Given.Name: LabFacts.PurchaseDate })
            .Select(one => run.Plan.FirstYear - one.Value.Date.Year).FirstOrDefault();
    }
}
