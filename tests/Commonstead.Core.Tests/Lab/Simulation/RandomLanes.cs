namespace Commonstead.Core.Tests;

/// <summary>A rule with random givens, dates and figures in each of 1,024 lanes; some of them on purpose next to an
/// edge.
/// </summary>
internal sealed class RandomLanes : ILaneFigures
{
    private static readonly DateOnly _first = new(1990, 1, 1);

    private readonly Random _random;
    private readonly RuleDocument _document;
    private readonly Dictionary<string, decimal[]> _months = new(StringComparer.Ordinal);
    private readonly RuleValue[][] _values;

    public RandomLanes(RuleDocument document, int seed)
    {
        _random = new Random(seed * 7919 + document.Title.Length);
        _document = document;
        Rule = VectorRule.Compile(document, given => IsShared(given, seed) ? Reach.Study : Reach.Lane, Reach.Lane);
        Frame = new LaneFrame(Rule, this);
        _values = [.. document.Givens.Select(Column)];
        for (var given = 0; given < document.Givens.Count; given++) Put(given);
        for (var lane = 0; lane < Lanes.Count; lane++) Frame.DaySlots[0][lane] = AsOf(lane).DayNumber;
    }

    public VectorRule Rule { get; }

    public LaneFrame Frame { get; }

    public RuleInputs Inputs(int lane) => new()
    {
        Givens = _document.Givens.Select((given, at) => (given.Name, Value: _values[at][lane])).ToDictionary(
            one => one.Name, one => new GivenValue(one.Value), StringComparer.Ordinal),
        Figures = new ByMonth(this),
        AsOf = AsOf(lane),
        KnownBy = new DateOnly(2100, 1, 1),
    };

    public double[]? Row(SeriesReference series, string? area, int day) =>
        Figure(series.Series.SeriesId, DateOnly.FromDayNumber(day)) is { } figure
            ? Enumerable.Repeat((double)figure, Lanes.Count).ToArray() : null;

    public void Read(SeriesReference series, string? area, int[] days, double[] into)
    {
        for (var lane = 0; lane < Lanes.Count; lane++)
            into[lane] = (double?)Exact(series, area, days[lane], lane) ?? double.NaN;
    }

    public decimal? Exact(SeriesReference series, string? area, int day, int lane) =>
        Figure(series.Series.SeriesId, DateOnly.FromDayNumber(day));

    private static bool IsShared(RuleGiven given, int seed) =>
        seed % 3 == 1 && given.Type.Kind is RuleKind.Rate or RuleKind.Whole or RuleKind.YesNo;

    private DateOnly AsOf(int lane) => _first.AddDays(4000 + lane * 5);

    // A walk by month, rounded as publishers do, with a gap.
    private decimal? Figure(string series, DateOnly day)
    {
        if (!_months.TryGetValue(series, out var walk))
        {
            var random = new Random(series.Length);
            walk = new decimal[480];
            var level = series.Contains("cpi", StringComparison.Ordinal) ? 120m : 60_000m;
            for (var month = 0; month < walk.Length; month++)
            {
                walk[month] = decimal.Round(level, 3);
                level *= 1 + (decimal)(random.NextDouble() - 0.4) / 100;
            }

            _months[series] = walk;
        }

        var at = (day.Year - _first.Year) * 12 + day.Month - 1;
        return at < 0 || at >= walk.Length || at == 300 ? null : walk[at];
    }

    private RuleValue[] Column(RuleGiven given)
    {
        var isShared = Rule.ReachOf(_document.Givens.ToList().IndexOf(given) + 1)!.Value.IsShared();
        var one = Draw(given);
        return [.. Enumerable.Range(0, Lanes.Count).Select(_ => isShared ? one : Draw(given))];
    }

    private RuleValue Draw(RuleGiven given) => given.Type.Kind switch
    {
        RuleKind.Money => RuleValue.OfMoney(Amount(given)),
        RuleKind.Rate => RuleValue.OfRate(decimal.Round((decimal)_random.NextDouble() * 0.12m, 4)),
        RuleKind.Number when given.Default is { } usual => RuleValue.OfNumber(
            usual.Number * decimal.Round(0.8m + (decimal)_random.NextDouble(), 2)),
        RuleKind.Number => RuleValue.OfNumber(_random.Next(8) == 0
            ? _random.Next(5) * 0.25m : decimal.Round((decimal)_random.NextDouble(), 3)),
        RuleKind.Whole => RuleValue.OfWhole(given.Default is { } often && _random.Next(4) > 0
            ? (long)often.Number : _random.Next(0, 13)),
        RuleKind.Date => RuleValue.OfDate(_first.AddDays(_random.Next(
            200, given.Name.StartsWith("purchase", StringComparison.Ordinal) ? 7_000 : 13_000))),
        RuleKind.YesNo => RuleValue.OfYesNo(_random.Next(2) == 0),
        RuleKind.Area => RuleValue.OfArea("us:county:25013"),
        RuleKind.Choice => RuleValue.OfChoice(given.Type.Options[_random.Next(given.Type.Options.Count)]),
        _ => RuleValue.OfRows(Rows(given)),
    };

    private decimal Amount(RuleGiven given)
    {
        if (given.Default is { } fallback && _random.Next(3) == 0) return fallback.Number;
        var size = given.Name is "taxes" or "insurance" or "dues" or "lease_fee" ? 300m
            : given.Default is null ? 400_000m : 20_000m;
        var amount = (decimal)_random.NextDouble() * size;
        return _random.Next(3) switch
        {
            0 => decimal.Round(amount / 1000) * 1000,
            1 => decimal.Round(amount),
            _ => decimal.Round(amount, 2),
        };
    }

    private RuleRows Rows(RuleGiven given) => new(
        [.. given.Type.Fields.Select(field => field.Name)],
        Enumerable.Range(0, _random.Next(4)).Select(_ => given.Type.Fields.Select(field =>
            Draw(new RuleGiven(field.Name, field.Type, "", null))).ToArray()));

    private void Put(int given)
    {
        var slot = given + 1;
        var kind = _document.Givens[given].Type.Kind;
        Frame.Shared.Slots[slot] = _values[given][0];
        if (Rule.ReachOf(slot)!.Value.IsShared()) return;
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var value = _values[given][lane];
            if (kind == RuleKind.Date) Frame.DaySlots[slot][lane] = value.Date.DayNumber;
            else if (kind == RuleKind.YesNo) Frame.TruthSlots[slot][lane] = value.Truth ? -1 : 0;
            else Frame.NumberSlots[slot][lane] = (double)value.Number;
        }
    }

    private sealed class ByMonth(RandomLanes lanes) : IFigures
    {
        public FigureLookup Find(
            string series, string? area, DateOnly date, DateOnly knownBy, string? inBase = null) =>
            lanes.Figure(series, date) is { } value
                ? FigureLookup.Found(new Figure(series, area, FigureSpan.Month, date, value, "walk", _first, _first,
                    null, "test", "test"))
                : FigureLookup.Refused(FigureRefusal.Missing, "none");
    }
}
