namespace Commonstead.Core.Tests;

/// <summary>The past replayed: prices by the exact evaluator, sellers' accounts, proxies, and what is
/// refused.</summary>
public class BacktestTests
{
    private static BacktestStudy Study(params string[] rules) => new()
    {
        Rules = [.. rules.Select(LabPlaces.Rule)],
        Place = LabPlaces.Boston,
        FirstYear = 1987,
        KnownBy = LabPlaces.KnownBy,
    };

    [Fact]
    public void EveryPairOfYears_HasItsSale()
    {
        var result = Run(Study("us/fixed-simple-years", "us/cpi-index"));
        Assert.Equal(1987, result.Years[0].Year);
        Assert.Equal(2024, result.Years[^1].Year);
        Assert.Equal(2 * 38 * 37 / 2, result.Sales.Count);
        Assert.All(result.Sales, sale => Assert.NotNull(sale.MaximumPrice));
    }

    [Fact]
    public void APrice_IsTheRulesOwn()
    {
        var study = Study("us/fixed-simple-years", "us/cpi-index", "us/appraisal-share") with
        {
            Seller = new SellerSetting { Start = StartingPrice.Amount, StartValue = 100_000 },
        };
        var result = Run(study);
        var fixedSale = Sale(result, 0, 1997, 2007);
        Assert.Equal(115_000, fixedSale.MaximumPrice);

        // CPI-U of April 1997 and April 2007, two months before each June.
        var rise = 206.686m / 160.2m - 1;
        Assert.Equal(decimal.Floor(100_000 + 100_000 * rise), Sale(result, 1, 1997, 2007).MaximumPrice);

        // Case-Shiller Boston: 76.905 in June 1997, 171.291 in June 2007, 339.585 in June 2024 = 650,000.
        var (before, after) = (decimal.Round(650_000 * 76.905m / 339.585m, 2), decimal.Round(
            650_000 * 171.291m / 339.585m, 2));
        var shared = Sale(result, 2, 1997, 2007);
        Assert.Equal(after, shared.MarketValue);
        Assert.Equal(100_000 + decimal.Floor(25 * (after - before)) / 100, shared.MaximumPrice);
    }

    [Fact]
    public void ASellersAccount_AddsUp()
    {
        var study = Study("us/fixed-simple-years") with
        {
            Seller = new SellerSetting { Start = StartingPrice.Amount, StartValue = 100_000 },
        };
        var sale = Sale(Run(study), 0, 2000, 2001);
        Assert.Equal(101_500, sale.MaximumPrice);

        // A loan of 95,000 at 6.5 % over 360 months: 600.46 a month; after twelve payments 93,938.15 are left.
        Assert.Equal(1_061.85m, sale.PrincipalPaid!.Value, 0);
        Assert.Equal(5_000 + 2_000 + sale.PrincipalPaid, sale.PaidIn);
        Assert.Equal(101_500 - (95_000 - sale.PrincipalPaid) - 0.03m * 101_500, sale.Proceeds);
        Assert.Equal(sale.Proceeds!.Value / sale.PaidIn!.Value - 1, sale.YearlyReturn!.Value, 5);
        Assert.Equal(sale.MarketValue - 101_500, sale.SubsidyRetained);
    }

    [Fact]
    public void AffordablePrices_FollowTheSetting()
    {
        var study = Study("us/fixed-simple-years") with
        {
            Household = new HouseholdSetting
            {
                IncomeShare = 0.3m,
                TaxRate = 0,
                InsuranceRate = 0,
                LeaseFee = 0,
                Deposit = 0,
                TermYears = 30,
            },
        };
        var year = Run(study).Years[^1];
        Assert.Equal(148_900, year.MedianIncome);

        // 148,900 × 30 % ÷ 12 a month at 6.5 % over 360 months.
        Assert.InRange(year.Affordable[2], 588_900, 588_980);
        Assert.True(year.Affordable[0] < year.Affordable[1] && year.Affordable[1] < year.Affordable[2]);
    }

    [Fact]
    public void AProxy_AnswersAndIsPrinted()
    {
        var result = Run(Study("us/ami-index"));
        Assert.Contains("hud.ami of us:metro:boston: CPI + 0.5 %", result.Caption.Proxies);
        Assert.Contains("us.mortgage: 6.5 %", result.Caption.Proxies);
        var first = result.Years[0];

        // Backwards from HUD's 148,900 in 2024: consumer prices of June 1987 and 2024, and half a percent a year.
        var expected = 148_900 * (113.5m / result.Years[^1].Cpi!.Value) / (decimal)Math.Pow(1.005, 37);
        Assert.Equal(expected, first.MedianIncome, 2);
        Assert.Contains("30-year loan", result.Caption.Affordability, StringComparison.Ordinal);
        Assert.Contains("6.5 %", result.Caption.Affordability, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereTheMarketIsBelowTheRule_TheHomeSellsForTheMarket()
    {
        var study = Study("us/fixed-simple-years") with
        {
            Seller = new SellerSetting { Start = StartingPrice.MarketShare, StartValue = 1 },
        };
        var sale = Sale(Run(study), 0, 2005, 2012);
        Assert.True(sale.MaximumPrice > sale.MarketValue);
        Assert.Equal(sale.MarketValue, sale.SalePrice);
        Assert.True(sale.YearlyReturn < 0);
    }

    [Fact]
    public void ARuleThatStatesItsOwnPrice_BeginsWithIt()
    {
        var study = new BacktestStudy
        {
            Rules = [LabPlaces.Rule("gb/median-income-capitalised"), LabPlaces.Rule("gb/percent-of-market")],
            Place = LabPlaces.TowerHamlets,
            FirstYear = 2004,
            KnownBy = LabPlaces.KnownBy,
            Givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal) { ["bedrooms"] = RuleValue.OfWhole(2) },
        };
        var result = Run(study);
        Assert.All(result.Rules, rule => Assert.True(rule.StatesItsOwnPrice));
        var paid = Sale(result, 1, 2010, 2020).PricePaid;
        Assert.Equal(decimal.Floor(0.313m * result.Years[6].MarketValue), paid);
        Assert.NotEqual(paid, Sale(result, 0, 2010, 2020).PricePaid);
    }

    [Fact]
    public void ARuleThatRefuses_SaysWhy()
    {
        var study = Study("us/affordable-housing-cost") with
        {
            Givens = new Dictionary<string, RuleValue>(StringComparer.Ordinal)
            {
                ["bedrooms"] = RuleValue.OfWhole(2),
                ["taxes"] = RuleValue.OfMoney(2_500),
            },
        };
        var refused = Run(study).Sales.First(sale => sale.Refusal is not null);
        Assert.Contains("nothing is left to pay a loan", refused.Refusal, StringComparison.Ordinal);
        Assert.Null(refused.MaximumPrice);
    }

    [Fact]
    public void ASeriesNobodyHas_IsNamedWithWhatToDo()
    {
        var fault = Refused(Study("us/lesser-of-rate-and-cpi"));
        Assert.Equal(LabRefusal.MissingSeries, fault.Code);
        Assert.Contains("us.cpi-w", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Import", fault.Message, StringComparison.Ordinal);
        var place = LabPlaces.Boston with { MortgageRate = new LabSeries("us.mortgage", null) };
        fault = Refused(Study("us/cpi-index") with { Place = place });
        Assert.Equal(LabRefusal.MissingSeries, fault.Code);
        Assert.Contains("us.mortgage", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void YearsOutsideTheSeries_AreRefused()
    {
        var fault = Refused(Study("us/cpi-index") with { FirstYear = 1980 });
        Assert.Equal(LabRefusal.YearsOutsideSeries, fault.Code);
        Assert.Contains("us.case-shiller of us:metro:boston 1987 to 2024", fault.Message, StringComparison.Ordinal);
        Assert.Equal(LabRefusal.YearsOutsideSeries, Refused(Study("us/cpi-index") with { LastYear = 2030 }).Code);
    }

    [Fact]
    public void AFactNobodyKnows_IsAskedFor()
    {
        var fault = Refused(Study("us/affordable-housing-cost"));
        Assert.Equal(LabRefusal.FactNotAnswered, fault.Code);
        Assert.Contains("bedrooms", fault.Message, StringComparison.Ordinal);
        var stated = new Dictionary<string, RuleValue>(StringComparer.Ordinal) { ["rooms"] = RuleValue.OfWhole(2) };
        Assert.Equal(LabRefusal.FactNotAnswered, Refused(Study("us/cpi-index") with { Givens = stated }).Code);
    }

    [Fact]
    public void SettingsOutOfRange_AreRefused()
    {
        var household = new HouseholdSetting { TermYears = 50 };
        Assert.Equal(LabRefusal.SettingOutOfRange, Refused(Study("us/cpi-index") with { Household = household }).Code);
        var index = LabPlaces.Boston with { HomeValue = null, HomeValueYear = null };
        Assert.Contains("an index", Refused(Study("us/cpi-index") with { Place = index }).Message,
            StringComparison.Ordinal);
        Assert.Equal(LabRefusal.RuleCount, Refused(Study()).Code);
        Assert.Equal(LabRefusal.MixedCurrencies, Refused(Study("us/cpi-index", "gb/percent-of-market")).Code);
    }

    [Fact]
    public void AProxyThatFollowsNothing_IsRefused()
    {
        var place = LabPlaces.Boston with { Cpi = null };
        Assert.Equal(LabRefusal.ProxyWithoutGround, Refused(Study("us/ami-index") with { Place = place }).Code);
        place = LabPlaces.Boston with
        {
            Incomes = new LabSeries("us.wages", "us:metro:boston", LabProxy.Parse("CPI + 1 %")),
        };
        Assert.Equal(LabRefusal.ProxyWithoutGround, Refused(Study("us/cpi-index") with { Place = place }).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void AFigureOfNothingOrLess_IsRefused(int figure)
    {
        foreach (var (series, area) in new[]
            { ("us.case-shiller", "us:metro:boston"), ("hud.ami", "us:metro:boston"), ("us.cpi-u", null) })
        {
            var wrong = new FigureSet([.. LabPlaces.Releases("boston").Select(release => release.SeriesId != series
                ? release
                : release with
                {
                    Figures = [.. release.Figures.Select(one => one.Area == area && one.Date.Year == 2024
                        ? one with { Value = figure } : one)],
                })]);
            var place = LabPlaces.Boston with
            {
                Incomes = LabPlaces.Boston.Incomes with { Proxy = LabProxy.Parse("3 %") },
            };
            var outcome = Backtest.Run(Study("us/fixed-simple-years") with { Place = place }, wrong);
            var fault = Assert.Single(outcome.Faults);
            Assert.Equal(LabRefusal.FigureNotPositive, fault.Code);
            Assert.Contains(series, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PricesOfAnotherCurrency_AreRefused()
    {
        var pounds = new FigureSet([.. LabPlaces.Releases("boston").Select(release =>
            release.SeriesId == "hud.ami" ? release with { Currency = "GBP" } : release)]);
        var fault = Assert.Single(Backtest.Run(Study("us/cpi-index"), pounds).Faults);
        Assert.Equal(LabRefusal.OtherCurrency, fault.Code);
        Assert.Contains("GBP", fault.Message, StringComparison.Ordinal);
        Assert.Equal(LabRefusal.OtherCurrency, Assert.Single(Futures.Run(
            new FuturesStudy
            {
                Rules = [LabPlaces.Rule("us/cpi-index")],
                Place = LabPlaces.Boston,
                KnownBy = LabPlaces.KnownBy
            }, pounds).Faults).Code);
    }

    [Fact]
    public void AFirstPriceThatNobodyPays_IsNoPrice()
    {
        var study = Study("us/fixed-simple-years");
        var dear = Run(study with
        {
            Seller = new SellerSetting { Start = StartingPrice.Amount, StartValue = 9_000_000 },
        });
        Assert.All(dear.Sales, sale => Assert.Contains("market value", sale.Refusal, StringComparison.Ordinal));
        var poor = Run(study with { Household = new HouseholdSetting { LeaseFee = 50_000 } });
        Assert.All(poor.Sales, sale => Assert.Contains("can pay nothing", sale.Refusal, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("100 in 1800, 100 %")]
    [InlineData("100 in 2200, -99 %")]
    [InlineData("148900 in 2024, -99 %")]
    public void AProxyThatLeavesNothing_IsRefused(string proxy)
    {
        var place = LabPlaces.Boston with
        {
            Incomes = new LabSeries("own.incomes", "us:metro:boston", LabProxy.Parse(proxy)),
        };
        var fault = Refused(Study("us/fixed-simple-years") with { Place = place });
        Assert.True(fault.Code is LabRefusal.SettingOutOfRange or LabRefusal.FigureNotPositive, fault.Message);
        Assert.Contains("own.incomes", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99_999)]
    public void AYearThatIsNone_IsRefused(int year) => Assert.Equal(
        LabRefusal.SettingOutOfRange,
        Refused(Study("us/cpi-index") with { Place = LabPlaces.Boston with { HomeValueYear = year } }).Code);

    [Fact]
    public void ConsumerPrices_MayRestOnAProxyAlone()
    {
        var study = Study("us/fixed-simple-years") with
        {
            Place = LabPlaces.Boston with { Cpi = new LabSeries("own.prices", null, LabProxy.Parse("2 %")) },
        };
        var years = Run(study).Years;
        Assert.Equal(1.02m, years[1].Cpi!.Value / years[0].Cpi!.Value, 4);
        Assert.Equal(50 * 1.02m, years[1].LeaseFee, 2);
    }

    [Fact]
    public void FactsStated_AreInTheCaption()
    {
        var stated = new Dictionary<string, RuleValue>(StringComparer.Ordinal) { ["bedrooms"] = RuleValue.OfWhole(3) };
        Assert.Contains(
            Run(Study("us/affordable-housing-cost") with { Givens = stated }).Caption.Notes,
            note => note.Contains("bedrooms = 3", StringComparison.Ordinal));
    }

    private static BacktestSale Sale(BacktestResult result, int rule, int bought, int sold) =>
        result.Sales.Single(sale => sale.Rule == rule && sale.Bought == bought && sale.Sold == sold);

    private static BacktestResult Run(BacktestStudy study)
    {
        var name = study.Place.Area.StartsWith("us", StringComparison.Ordinal) ? "boston" : "london";
        var outcome = Backtest.Run(study, LabPlaces.Figures(name));
        Assert.Empty(outcome.Faults);
        return outcome.Value!;
    }

    private static LabFault Refused(BacktestStudy study)
    {
        var outcome = Backtest.Run(study, LabPlaces.Figures("boston"));
        Assert.Null(outcome.Value);
        return Assert.Single(outcome.Faults);
    }
}
