namespace Commonstead.Core.Tests;

/// <summary>Futures: the same from one seed on any number of threads, what they count, and what is refused.</summary>
public class FuturesTests
{
    private static FuturesStudy Study(params string[] rules) => new()
    {
        Rules = [.. rules.Select(LabPlaces.Rule)],
        Place = LabPlaces.Boston,
        KnownBy = LabPlaces.KnownBy,
        Years = 30,
        Paths = 5_000,
        Seed = 7,
    };

    [Fact]
    public void OneSeed_GivesTheSameFigures_OnAnyNumberOfThreads()
    {
        var study = Study("us/fixed-simple-years", "us/lesser-of-cpi-and-ami-with-collar", "us/appraisal-share");
        var (one, two) = (Run(study, threads: 1), Run(study, threads: 2));
        Assert.Equal(Json(one), Json(two));
        Assert.Equal(Json(one), Json(Run(study, threads: 5)));
        Assert.NotEqual(Json(one), Json(Run(study with { Seed = 8 })));
    }

    // Written down once: another machine, runtime or build that gives other figures breaks the promise.
    [Fact]
    public void TheFigures_AreThoseOfEveryMachine()
    {
        var result = Run(Study("us/lesser-of-cpi-and-ami-with-collar") with { Paths = 2_000 });
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(Json(result.Rules[0].ByYear) + Json(result.Rules[0].Sellers))));
        Assert.Equal("0f45de20e97185de761bc564f5b3321d58796bdbc1917bc912100fa30d0be99f", digest);
    }

    [Fact]
    public void TheFiguresOfStatedMovements_AreThoseOfEveryMachine()
    {
        var result = Run(Study("us/appraisal-share") with
        {
            Paths = 2_000,
            Stay = LengthOfStay.Parse("3 to 12 years")!,
            Movements = LabMovements.OfPairs(
                [0.04m, 0.03m, 0.02m, 0.06m], [0.1m, 0.02m, 0.01m, 0.01m], [0.5m, 0.2m, 0, 0.3m, 0, 0.4m]),
        });
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(Json(result.Rules[0].ByYear) + Json(result.Rules[0].Sellers))));
        Assert.Equal("161bed59b52497b9b0e1d8e05b96dd33da3aea506e202b9076f3fcd69139e74a", digest);
    }

    [Fact]
    public void WithoutConsumerPrices_TheFeeStaysAsItIs()
    {
        var study = new FuturesStudy
        {
            Rules = [LabPlaces.Rule("gb/percent-of-market")],
            Place = LabPlaces.TowerHamlets,
            HistoryFrom = 1990,
            KnownBy = LabPlaces.KnownBy,
            Paths = 1_000,
            Movements = LabMovements.OfPairs([0, 0, 0, 0.055m], [0, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
        };
        foreach (var fee in new[] { 0, 500 })
        {
            var asked = study with { Household = new HouseholdSetting { LeaseFee = fee } };
            var run = new FuturesRun(asked, LabPlaces.Figures("london"));
            var paths = new FuturePaths(run.Plan);
            paths.Draw(0);
            Assert.Equal((double)run.Plan.History[^1].AffordableToTarget, paths.Affordable[30][0], 1.0);
        }
    }

    [Theory]
    [InlineData(0.3, 0.1)]
    [InlineData(1, 1)]
    public void WhateverGrowthIsStated_TheStudyIsComputed(double growth, double volatility)
    {
        var (grows, moves) = ((decimal)growth, (decimal)volatility);
        var result = Run(Study("us/appraisal-share", "us/cpi-index") with
        {
            Years = 99,
            Paths = 2_000,
            Movements = LabMovements.OfPairs(
                [grows, 0, grows, 0.06m], [moves, moves, moves, 0], [0, 0, 0, 0, 0, 0]),
        });
        Assert.All(result.Rules, rule => Assert.True(rule.At(99)!.SubsidyNeeded > 0));
    }

    [Fact]
    public void AHomeBoughtInAnotherAge_IsNotLookedUpForEver()
    {
        var givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal)
        {
            ["purchase_date"] = RuleValue.OfDate(new DateOnly(1, 1, 1)),
        };
        var result = Run(Study("us/fixed-simple-years") with { Givens = givens, Paths = 100 });
        Assert.NotNull(result.Rules[0].At(1)!.MaximumPrice.P50);
    }

    [Fact]
    public void TheOwnerOfARealHome_HasPaidOffSinceThePurchase()
    {
        var study = Study("us/itemised-fair-return") with
        {
            Paths = Lanes.Count,
            Givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal)
            {
                ["purchase_date"] = RuleValue.OfDate(new DateOnly(2008, 3, 15)),
                ["purchase_price"] = RuleValue.OfMoney(210_000),
            },
            Stay = LengthOfStay.Parse("99 years")!,
        };
        var run = new FuturesRun(study, LabPlaces.Figures("boston"));
        var paths = new FuturePaths(run.Plan);
        paths.Draw(0);
        var owners = run.Owners(0, paths);
        run.Begin(owners, 0, paths);
        owners.Step(paths, 1, run.Plan.Day(0), run.Plan.Day(1), Lanes.Count, new RuleTally(30));
        var principal = run.Rules[0].Answers.ToList().FindIndex(one => one.Fact == LabFact.PrincipalPaid);
        var left = RuleMath.Balance(199_500, 0.065m / 12, 360, 12 * (2025 - 2008));
        Assert.Equal((double)(199_500 - left), owners.Given(principal, 0), 0.01);
    }

    [Fact]
    public void StatedMovements_AreInTheCaption()
    {
        var caption = Run(Study("us/cpi-index") with
        {
            Paths = 100,
            Movements = LabMovements.OfPairs(
                [0.04m, 0.03m, 0.02m, 0.09m], [0.1m, 0, 0, 0], [-0.5m, 0, 0, 0, 0, 0]),
        }).Caption;
        Assert.Contains("then 9 % in the mean", caption.Affordability, StringComparison.Ordinal);
        var said = Assert.Single(caption.Notes, note => note.Contains("user’s own", StringComparison.Ordinal));
        Assert.Contains("market prices 4 % a year, volatility 10 %", said, StringComparison.Ordinal);
        Assert.Contains("market prices and incomes −0.5", said, StringComparison.Ordinal);
        Assert.DoesNotContain(caption.Notes, note => note.StartsWith("History rests", StringComparison.Ordinal));
    }

    [Fact]
    public void Fans_AreInOrder_AndBeginWhereHistoryEnds()
    {
        var result = Run(Study("us/cpi-index", "us/appraisal-share"));
        Assert.Equal(2024, result.FirstYear);
        Assert.Equal(31, result.Market.Count);
        Assert.InRange(result.Market[0].P50!.Value, 649_000, 651_000);
        Assert.All(result.Rules, rule => Assert.All(rule.ByYear, year =>
        {
            var fan = year.MaximumPrice;
            Assert.True(fan.P5 <= fan.P25 && fan.P25 <= fan.P50 && fan.P50 <= fan.P75 && fan.P75 <= fan.P95);
            Assert.InRange(year.AffordableSoFar, 0, year.Affordable);
        }));
    }

    [Fact]
    public void AFixedRule_IsTheSameInEveryFuture()
    {
        // Owners who never leave: 1.5 % of the first price each year, whatever happens.
        var study = Study("us/fixed-simple-years") with
        {
            Seller = new SellerSetting { Start = StartingPrice.Amount, StartValue = 200_000 },
            Stay = LengthOfStay.Parse("99 years")!,
        };
        var rule = Run(study).Rules[0];
        var last = rule.At(30)!.MaximumPrice;
        Assert.Equal((290_000m, 290_000m), (last.P5, last.P95));
        Assert.Equal(0, rule.Sellers.Sales);
        Assert.Null(rule.Sellers.YearlyReturn.P50);
    }

    [Fact]
    public void WithoutVolatility_EveryFutureIsTheMedian()
    {
        decimal[][] none = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
        var study = Study("us/cpi-index") with
        {
            Movements = new LabMovements([0.04m, 0.03m, 0.02m, 0.06m], [0, 0, 0, 0], none),
        };
        var result = Run(study);
        Assert.InRange(result.Market[30].P5!.Value / (650_000 * (decimal)Math.Pow(1.04, 30)), 0.999m, 1.001m);
        Assert.InRange(result.Market[30].P95!.Value / result.Market[30].P5!.Value, 1, 1.001m);
    }

    [Fact]
    public void Correlations_MoveSeriesTogether()
    {
        decimal[][] close = [[1, 0.9m, 0, 0], [0.9m, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
        var run = new FuturesRun(
            Study("us/cpi-index") with
            {
                Movements = new LabMovements([0.04m, 0.03m, 0.02m, 0.06m], [0.1m, 0.1m, 0.01m, 0.01m], close),
            },
            LabPlaces.Figures("boston"));
        var paths = new FuturePaths(run.Plan);
        paths.Draw(0);
        var growths = Enumerable.Range(0, Lanes.Count).Select(lane => (
            X: Math.Log(paths.Market[1][lane] / paths.Market[0][lane]),
            Y: Math.Log(paths.Incomes[1][lane] / paths.Incomes[0][lane]))).ToList();
        var (x, y) = (growths.Average(g => g.X), growths.Average(g => g.Y));
        var correlation = growths.Sum(g => (g.X - x) * (g.Y - y))
            / Math.Sqrt(growths.Sum(g => (g.X - x) * (g.X - x)) * growths.Sum(g => (g.Y - y) * (g.Y - y)));
        Assert.InRange(correlation, 0.87, 0.93);
        Assert.InRange(x, Math.Log(1.04) - 0.015, Math.Log(1.04) + 0.015);
    }

    [Fact]
    public void Histories_AreDrawnInBlocks_AllSeriesTogether()
    {
        var run = new FuturesRun(Study("us/cpi-index"), LabPlaces.Figures("boston"));
        var paths = new FuturePaths(run.Plan);
        paths.Draw(0);
        var changes = run.Plan.History.Skip(1).Select((year, at) => (
            (double)(year.MarketValue / run.Plan.History[at].MarketValue),
            (double)(year.Cpi!.Value / run.Plan.History[at].Cpi!.Value))).ToList();
        for (var lane = 0; lane < 50; lane++)
        {
            var drawn = Enumerable.Range(1, 30).Select(year => changes.FindIndex(change =>
                Math.Abs(change.Item1 - paths.Market[year][lane] / paths.Market[year - 1][lane]) < 1e-12
                && Math.Abs(change.Item2 - paths.Cpi[year][lane] / paths.Cpi[year - 1][lane]) < 1e-12)).ToList();
            Assert.DoesNotContain(-1, drawn);
            for (var year = 1; year < drawn.Count; year++)
                if (year % 5 != 0) Assert.Equal((drawn[year - 1] + 1) % changes.Count, drawn[year]);
        }
    }

    [Fact]
    public void Stays_AreAsLongAsTheUserSays()
    {
        var study = Study("us/cpi-index") with { Stay = LengthOfStay.Parse("5 years")! };
        Assert.Equal(5_000 * 6, Run(study).Rules[0].Sellers.Sales);
        study = study with { Stay = LengthOfStay.Parse("10 % a year")! };
        Assert.InRange(Run(study).Rules[0].Sellers.Sales, 5_000 * 30 * 0.095, 5_000 * 30 * 0.105);
    }

    [Fact]
    public void ARuleThatNamesNoPrice_IsCounted()
    {
        decimal[][] none = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
        var study = Study("us/affordable-housing-cost") with
        {
            Givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal)
            {
                ["bedrooms"] = RuleValue.OfWhole(2),
                ["taxes"] = RuleValue.OfMoney(2_300),
            },
            Movements = new LabMovements([0, 0, 0, 0.06m], [0.1m, 0.1m, 0, 0], none),
        };
        var rule = Run(study).Rules[0];
        Assert.Contains(rule.ByYear, year => year.WithoutPrice > 0);
        Assert.All(rule.ByYear, year => Assert.InRange(year.Affordable + year.WithoutPrice, 0, 1));
    }

    [Fact]
    public void APriceThatFallsToZeroOrBelow_IsWhatTheRuleSays()
    {
        // A price that loses 20,000 a year: below zero the rule names none, and nobody can sell.
        var rule = RuleTest.Read("given purchase_price money\ngiven purchase_date date\ngiven sale_date date\n"
            + "maximum_price = round(purchase_price - money(20000) * whole_years(purchase_date, sale_date), down to "
            + "1)");
        var study = Study() with
        {
            Rules = [rule],
            Seller = new SellerSetting { Start = StartingPrice.Amount, StartValue = 100_000 },
            Stay = LengthOfStay.Parse("99 years")!,
        };
        var years = Run(study).Rules[0];
        Assert.Equal(0, years.At(5)!.MaximumPrice.P50);
        Assert.Equal(0, years.At(5)!.WithoutPrice);
        Assert.Equal(1, years.At(6)!.WithoutPrice);
        Assert.Null(years.At(6)!.MaximumPrice.P50);
    }

    [Fact]
    public void Sellers_LoseWhereTheMarketFalls()
    {
        decimal[][] none = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
        var study = Study("us/fixed-simple-years") with
        {
            Movements = new LabMovements([-0.05m, 0.02m, 0.02m, 0.06m], [0.01m, 0, 0, 0], none),
            Seller = new SellerSetting { Start = StartingPrice.MarketShare, StartValue = 1 },
        };
        var sellers = Run(study).Rules[0].Sellers;
        Assert.True(sellers.Losing > 0.9m);
        Assert.True(sellers.YearlyReturn.P95 < 0.05m);
    }

    [Fact]
    public void AHorizonLongerThanHistory_IsSaid()
    {
        var notes = Run(Study("us/cpi-index") with { Years = 99, Paths = 100 }).Caption.Notes;
        Assert.Contains(notes, note =>
            note.Contains("99 years ahead are drawn from 37 years", StringComparison.Ordinal));
        Assert.DoesNotContain(Run(Study("us/cpi-index")).Caption.Notes, note =>
            note.Contains("are drawn from 37", StringComparison.Ordinal));
    }

    [Fact]
    public void Cancelling_Stops()
    {
        using var stop = new CancellationTokenSource();
        var study = Study("us/cpi-index") with { Paths = 500_000 };
        var progress = new Told(share =>
        {
            if (share > 0) stop.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() =>
            Futures.Run(study, LabPlaces.Figures("boston"), progress, cancellation: stop.Token));
    }

    [Fact]
    public void ARuleThatNamesAnAreaItself_IsRefused_WhereTheFuturesDoNotKnowIt()
    {
        var rule = RuleTest.Read("given purchase_price money\ngiven purchase_date date\ngiven sale_date date\n"
            + "series ami of area number as \"hud.ami\" \"test\"\n"
            + "maximum_price = round(purchase_price * (1 + change(ami of \"us:metro:chicago\", purchase_date, "
            + "sale_date)), down to 1)");
        var fault = Assert.Single(Futures.Run(
            Study() with { Rules = [rule] }, LabPlaces.Figures("boston")).Faults);
        Assert.Equal(LabRefusal.MissingSeries, fault.Code);
        Assert.Contains("us:metro:chicago", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_AreKept()
    {
        Assert.Equal(LabRefusal.PathCount, Refused(Study("us/cpi-index") with { Paths = 1_000_001 }));
        Assert.Equal(LabRefusal.PathCount, Refused(Study("us/cpi-index") with { Paths = 0 }));
        Assert.Equal(LabRefusal.Horizon, Refused(Study("us/cpi-index") with { Years = 100 }));
        Assert.Equal(LabRefusal.Horizon, Refused(Study("us/cpi-index") with { Years = 9 }));
        Assert.Equal(LabRefusal.HistoryTooShort, Refused(Study("us/cpi-index") with { BlockYears = 60 }));
        Assert.Equal(LabRefusal.MissingSeries, Refused(Study("us/lesser-of-rate-and-cpi")));
        decimal[][] wrong = [[1, 2, 0, 0], [2, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
        Assert.Equal(LabRefusal.NotACorrelationMatrix, Refused(Study("us/cpi-index") with
        {
            Movements = new LabMovements([0, 0, 0, 0], [0, 0, 0, 0], wrong),
        }));
        Assert.Equal(LabRefusal.SettingOutOfRange, Refused(Study("us/cpi-index") with
        {
            Movements = new LabMovements([9, 0, 0, 0], [0, 0, 0, 0], wrong),
        }));
        Assert.Equal(LabRefusal.RuleCannotStart, Refused(Study("us/affordable-housing-cost") with
        {
            Givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal)
            {
                ["bedrooms"] = RuleValue.OfWhole(2),
                ["taxes"] = RuleValue.OfMoney(20_000),
            },
        }));
    }

    private static string Json(object value) => System.Text.Json.JsonSerializer.Serialize(value);

    private static LabRefusal Refused(FuturesStudy study) =>
        Assert.Single(Futures.Run(study, LabPlaces.Figures("boston")).Faults).Code;

    private static FuturesResult Run(FuturesStudy study, int? threads = null)
    {
        var outcome = Futures.Run(study, LabPlaces.Figures("boston"), threads: threads);
        Assert.Empty(outcome.Faults);
        return outcome.Value!;
    }

    private sealed class Told(Action<decimal> told) : IProgress<decimal>
    {
        public void Report(decimal value) => told(value);
    }
}
