namespace Commonstead.Core;

/// <summary>
/// Replays the published past: for every year of purchase and every later year of resale, what each rule would have
/// allowed, by the exact evaluator, beside the market and what households could pay.
/// </summary>
public static class Backtest
{
    private const int ReturnDecimals = 6;

    /// <summary>Computes a study, or says why it cannot be computed.</summary>
    /// <param name="study">The study.</param>
    /// <param name="figures">The published figures.</param>
    /// <param name="cancellation">Stops it between two years.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LabOutcome<BacktestResult> Run(
        BacktestStudy study, IFigures figures, CancellationToken cancellation = default)
    {
        try
        {
            return LabOutcome<BacktestResult>.Of(new Replay(study, figures).Run(cancellation));
        }
        catch (LabException refused)
        {
            return LabOutcome<BacktestResult>.Refused([refused.Fault]);
        }
    }

    /// <summary>The years of a study alone, from which presets are found.</summary>
    public static LabOutcome<IReadOnlyList<LabYear>> Years(BacktestStudy study, IFigures figures)
    {
        try
        {
            return LabOutcome<IReadOnlyList<LabYear>>.Of(new Replay(study, figures).Years());
        }
        catch (LabException refused)
        {
            return LabOutcome<IReadOnlyList<LabYear>>.Refused([refused.Fault]);
        }
    }

    private sealed class Replay(BacktestStudy study, IFigures published)
    {
        private readonly LabPricing _pricing = new(
            study.Place, study.Household, study.Seller, new LabFigures(published, study.Place, study.KnownBy),
            study.KnownBy);

        public IReadOnlyList<LabYear> Years()
        {
            LabChecks.Settings(study.Rules, study.Place, study.Household, study.Seller);
            return LabHistory.Read(
                _pricing.Figures, study.Place, study.Household, study.FirstYear, study.LastYear);
        }

        public BacktestResult Run(CancellationToken cancellation)
        {
            var years = Years();
            if (years.Count < 2)
            {
                throw new LabException(LabRefusal.YearsOutsideSeries,
                    $"A resale needs a year after that of the purchase, and the study has {years[0].Year} alone. "
                    + "Widen its years, import earlier figures, or declare a proxy for the series that begins last.");
            }

            LabChecks.Currencies(study.Rules, study.Place, published);
            var rules = LabChecks.Rules(study.Rules, study.Givens);
            var sales = new List<BacktestSale>();
            for (var rule = 0; rule < rules.Count; rule++)
            {
                foreach (var bought in years)
                {
                    cancellation.ThrowIfCancellationRequested();
                    sales.AddRange(Sales(rule, rules[rule], bought, years));
                }
            }

            return new BacktestResult(
                LabChecks.Caption(study.Rules, study.Place, study.Household, study.Seller, study.Givens, Notes(years)),
                LabChecks.Used(rules), years, sales);
        }

        private IEnumerable<BacktestSale> Sales(
            int index, LabRule rule, LabYear bought, IReadOnlyList<LabYear> years)
        {
            var (paid, refusal) = _pricing.FirstPrice(rule, bought);
            foreach (var sold in years.Where(year => year.Year > bought.Year))
            {
                if (paid is null)
                {
                    yield return new BacktestSale(index, bought.Year, sold.Year, null, null, refusal, sold.MarketValue,
                        null, null, null, null, null, null, null);
                    continue;
                }

                yield return Sale(index, rule, new LabLoan(paid.Value, bought, sold, study.Household), paid.Value);
            }
        }

        private BacktestSale Sale(int index, LabRule rule, LabLoan loan, decimal paid)
        {
            var (bought, sold) = (loan.Bought, loan.Sold);
            var outcome = _pricing.Price(rule, loan, paid);
            if (outcome.Error is { } error)
            {
                return new BacktestSale(
                    index, bought.Year, sold.Year, paid, null, error.Message, sold.MarketValue, null,
                    LabPricing.Cents(loan.PrincipalPaid), null, null, null, bought.MarketValue - paid, null);
            }

            var maximum = outcome.Result!.MaximumPrice.Amount;
            var price = Math.Min(maximum, sold.MarketValue);
            var proceeds = price - loan.Balance - price * study.Seller.SaleFees;
            var paidIn = loan.Deposit + paid * study.Seller.PurchaseFees + loan.PrincipalPaid;
            return new BacktestSale(
                index, bought.Year, sold.Year, paid, maximum, null, sold.MarketValue, price,
                LabPricing.Cents(loan.PrincipalPaid), LabPricing.Cents(proceeds), LabPricing.Cents(paidIn),
                YearlyReturn(proceeds, paidIn, sold.Year - bought.Year), bought.MarketValue - paid,
                sold.MarketValue - price);
        }

        private static decimal? YearlyReturn(decimal proceeds, decimal paidIn, int years) =>
            paidIn <= 0 ? null
            : proceeds <= 0 ? -1
            : decimal.Round(RuleMath.Root(proceeds / paidIn, years) - 1, ReturnDecimals);

        private static IReadOnlyList<string> Notes(IReadOnlyList<LabYear> years) =>
        [
            $"Homes are bought and sold once a year, from {years[0].Year} to {years[^1].Year}, with the figures as "
                + "published today, not as they were known then.",
            "A home sells for the lower of its maximum price and its market value.",
        ];
    }
}
