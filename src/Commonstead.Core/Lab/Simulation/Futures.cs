namespace Commonstead.Core;

/// <summary>
/// Thousands of possible futures of a home under each rule: figures drawn from the past or moved as the user says, a
/// chain of owners, and what it does to price, affordability and sellers. The same seed gives the same figures on every
/// machine and with any number of threads.
/// </summary>
public static class Futures
{
    /// <summary>Computes a study, or says why it cannot be computed.</summary>
    /// <param name="study">The study.</param>
    /// <param name="figures">The published figures.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, from any thread.</param>
    /// <param name="threads">How many threads compute; null for one a processor.</param>
    /// <param name="cancellation">Stops it between two chunks.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static LabOutcome<FuturesResult> Run(
        FuturesStudy study, IFigures figures, IProgress<decimal>? progress = null, int? threads = null,
        CancellationToken cancellation = default)
    {
        try
        {
            var run = new FuturesRun(study, figures);
            return LabOutcome<FuturesResult>.Of(
                run.Compute(progress, threads ?? Environment.ProcessorCount, cancellation));
        }
        catch (LabException refused)
        {
            return LabOutcome<FuturesResult>.Refused([refused.Fault]);
        }
    }
}

/// <summary>One study being computed.</summary>
internal sealed class FuturesRun
{
    private readonly FuturesStudy _study;
    private readonly FuturesPlan _plan;
    private readonly IReadOnlyList<LabRule> _rules;
    private readonly VectorRule[] _vectors;
    private readonly double[] _firstPrices;
    private readonly LoanBefore? _loan;
    private readonly OwnerSetting _owners;

    public FuturesRun(FuturesStudy study, IFigures published)
    {
        _study = study;
        Check(study);
        var figures = new LabFigures(published, study.Place, study.KnownBy);
        _rules = LabChecks.Rules(study.Rules, study.Givens);
        _plan = new FuturesPlan(study, figures);
        LabChecks.Currencies(study.Rules, study.Place, published);
        foreach (var rule in study.Rules) CheckSeries(rule);
        var pricing = new LabPricing(study.Place, study.Household, study.Seller, figures, study.KnownBy);
        _firstPrices = [.. _rules.Select(rule => FirstPrice(pricing, rule))];
        _vectors = [.. _rules.Select(Compile)];
        _loan = Loan(figures);
        _owners = new OwnerSetting(
            study.Place.Area, (double)study.Household.Deposit, (double)study.Seller.PurchaseFees,
            (double)study.Seller.SaleFees, (double)study.Place.LandShare, study.Stay.Chances);
    }

    public FuturesPlan Plan => _plan;

    public IReadOnlyList<LabRule> Rules => _rules;

    /// <summary>What the first buyer pays under each rule.</summary>
    public IReadOnlyList<double> FirstPrices => _firstPrices;

    /// <summary>The owners of a chunk under a rule.</summary>
    public OwnerLanes Owners(int rule, FuturePaths paths) => new(_rules[rule], _vectors[rule], _owners, paths);

    /// <summary>The first owners of a chunk buy, or go on with the loan of a real home.</summary>
    public void Begin(OwnerLanes owners, int rule, FuturePaths paths) =>
        owners.Begin(paths, _firstPrices[rule], _plan.Day(0), _loan);

    public FuturesResult Compute(IProgress<decimal>? progress, int threads, CancellationToken cancellation)
    {
        var chunks = (_study.Paths + Lanes.Count - 1) / Lanes.Count;
        var workers = Math.Clamp(threads, 1, chunks);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (next, done) = (-1, 0);

        // Threads of their own: those of the pool stay free for whoever else is served meanwhile.
        var tallies = Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)))
            .GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        foreach (var other in tallies.Skip(1)) tallies[0].Add(other);
        return new FuturesReport(_study, _plan, _rules, _firstPrices).Of(tallies[0]);

        FuturesTally Work()
        {
            var tally = new FuturesTally(_study.Years, _rules.Count);
            var paths = new FuturePaths(_plan);
            var owners = Enumerable.Range(0, _rules.Count).Select(rule => Owners(rule, paths)).ToArray();
            try
            {
                while (Interlocked.Increment(ref next) is var chunk && chunk < chunks)
                {
                    Chunk(paths, owners, tally, chunk, stopping.Token);
                    progress?.Report((decimal)Interlocked.Increment(ref done) / chunks);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return tally;
            }
            catch
            {
                // What one thread cannot compute no other need go on with.
                stopping.Cancel();
                throw;
            }

            return tally;
        }
    }

    private void Chunk(
        FuturePaths paths, OwnerLanes[] owners, FuturesTally tally, int chunk, CancellationToken cancellation)
    {
        var first = chunk * Lanes.Count;
        var lanes = Math.Min(Lanes.Count, _study.Paths - first);
        paths.Draw((uint)first);
        for (var year = 0; year <= _study.Years; year++)
        {
            tally.Market[year].Add(paths.Value[year], null, lanes);
            tally.Affordable[year].Add(paths.Affordable[year], null, lanes);
        }

        for (var rule = 0; rule < owners.Length; rule++)
        {
            Begin(owners[rule], rule, paths);
            for (var year = 1; year <= _study.Years; year++)
            {
                cancellation.ThrowIfCancellationRequested();
                owners[rule].Step(paths, year, _plan.Day(year - 1), _plan.Day(year), lanes, tally.Rules[rule]);
            }
        }
    }

    private static void Check(FuturesStudy study)
    {
        LabChecks.Settings(study.Rules, study.Place, study.Household, study.Seller);
        if (study.Paths is < 1 or > LabBounds.MostPaths)
        {
            throw new LabException(LabRefusal.PathCount,
                $"A study draws 1 to {LabBounds.MostPaths:N0} futures, not {study.Paths:N0}.");
        }

        if (study.Years is < LabBounds.LeastHorizon or > LabBounds.MostHorizon)
        {
            throw new LabException(LabRefusal.Horizon,
                $"Futures look {LabBounds.LeastHorizon} to {LabBounds.MostHorizon} years ahead, not {study.Years}.");
        }

        foreach (var fault in study.Movements?.Faults() ?? [])
            throw new LabException(LabRefusal.SettingOutOfRange, fault);
        if (study.Movements is not null) _ = Correlation.Of(study.Movements.Correlations, LabMovements.Count);
    }

    private void CheckSeries(RuleDocument rule)
    {
        foreach (var series in rule.Series)
        {
            var area = series.ByArea ? _study.Place.Area : null;
            if (_plan.RoleOf(series, area) is null) throw _plan.Lacking(series, area, rule.Title);
        }
    }

    private double FirstPrice(LabPricing pricing, LabRule rule)
    {
        var (price, refusal) = pricing.FirstPrice(rule, _plan.History[^1]);
        return price is { } first
            ? (double)first
            : throw new LabException(LabRefusal.RuleCannotStart,
                $"{rule.Document.Title} names no price in {_plan.FirstYear}, where the futures begin: {refusal}.");
    }

    // Of a real home the study states when it was bought: its owner has paid off since, at the rate of that year.
    private LoanBefore? Loan(LabFigures figures)
    {
        if (!_study.Givens.TryGetValue(LabFacts.PurchaseDate, out var bought) || bought.Kind != RuleKind.Date)
            return null;
        var rate = (double?)figures.Of(_study.Place.MortgageRate, bought.Date.Year) ?? _plan.Begin.Rate;
        return LoanBefore.Of(rate, _study.Household.TermYears, Math.Max(0, _plan.FirstYear - bought.Date.Year));
    }

    private VectorRule Compile(LabRule rule)
    {
        var sale = rule.Answers.Select((answer, at) => (answer, at))
            .FirstOrDefault(one => one.answer.Fact == LabFact.SaleDate);
        return VectorRule.Compile(
            rule.Document, given => OwnerLanes.ReachOf(rule.Answers.First(one => one.Given == given).Fact), Reach.Year,
            sale.answer is null ? -1 : sale.at + 1);
    }
}
