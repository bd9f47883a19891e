using System.Numerics;
using System.Runtime.InteropServices;

namespace Commonstead.Core;

/// <summary>
/// The chain of owners of 1,024 homes under one rule: who bought when for how much, what is owed, what the rule allows
/// now, and what a seller gets.
/// </summary>
internal sealed class OwnerLanes
{
    private const int MostStay = LabBounds.MostHorizon + 1;
    private const double Words = 4294967296.0;

    // No home needs more; the sum of a million of them is still a whole number that a long holds.
    private const double MostShortfall = 1e12;

    private readonly LabRule _answers;
    private readonly OwnerSetting _setting;
    private readonly LaneFrame _frame;
    private readonly VectorRule _rule;
    private readonly ulong[] _chances = new ulong[MostStay + 1];
    private readonly double[] _paid = new double[Lanes.Count];
    private readonly double[] _grown = new double[Lanes.Count];
    private readonly double[] _yearFactor = new double[Lanes.Count];
    private readonly double[] _termFactor = new double[Lanes.Count];
    private readonly double[] _balance = new double[Lanes.Count];
    private readonly double[] _prices = new double[Lanes.Count];
    private readonly double[] _sale = new double[Lanes.Count];
    private readonly double[] _shortfall = new double[Lanes.Count];
    private readonly double[] _principal = new double[Lanes.Count];
    private readonly double[] _land = new double[Lanes.Count];
    private readonly double[] _marketThen = new double[Lanes.Count];
    private readonly double[] _subsidy = new double[Lanes.Count];
    private readonly double[] _stayed = new double[Lanes.Count];
    private readonly long[] _affordable = new long[Lanes.Count];
    private readonly long[] _soFar = new long[Lanes.Count];
    private readonly long[] _moves = new long[Lanes.Count];
    private readonly double[] _ratio = new double[Lanes.Count];
    private readonly double[] _years = new double[Lanes.Count];
    private readonly int[] _leavers = new int[Lanes.Count];
    private readonly bool _isSteady;
    private readonly bool _asksForLoan;
    private int _leaving;
    private readonly bool _asksForLand;

    public OwnerLanes(LabRule answers, VectorRule rule, OwnerSetting setting, ILaneFigures figures)
    {
        (_answers, _rule, _setting) = (answers, rule, setting);
        _frame = new LaneFrame(rule, figures);
        for (var stayed = 1; stayed <= MostStay; stayed++)
        {
            var chance = setting.Chances[Math.Min(stayed, setting.Chances.Count) - 1];
            _chances[stayed] = (ulong)((double)chance * Words);
        }

        _isSteady = _chances[1] < (ulong)Words && _chances.AsSpan(1).ContainsAnyExcept(_chances[1]) is false;
        foreach (var (answer, slot) in Answers())
            if (answer.Fact is null or LabFact.Area) _frame.Shared.Slots[slot] = answer.Fact is null
                ? answer.Value : RuleValue.OfArea(setting.Area);
        _asksForLoan = answers.Answers.Any(one => one.Fact is LabFact.LoanBalance or LabFact.PrincipalPaid);
        _asksForLand = answers.Answers.Any(one => one.Fact == LabFact.LandAtSale);
    }

    /// <summary>The rule's prices of the last year computed.</summary>
    public IReadOnlyList<double> Prices => _prices;

    /// <summary>Where the rule named none.</summary>
    public IReadOnlyList<long> Refused => _frame.Refused;

    /// <summary>What the present owners paid.</summary>
    public IReadOnlyList<double> Paid => _paid;

    /// <summary>How many years the present owners have stayed.</summary>
    public IReadOnlyList<int> Stayed => [.. _stayed.Select(years => (int)years)];

    /// <summary>What a lane's rule was last told for a given, by its place in the rule.</summary>
    public double Given(int given, int lane) => _frame.NumberSlots[given + 1][lane];

    /// <summary>How far each of a rule's givens reaches in the futures.</summary>
    public static Reach ReachOf(LabFact? fact) => fact switch
    {
        null or LabFact.Area => Reach.Study,
        LabFact.SaleDate => Reach.Year,
        LabFact.PricePaid or LabFact.PurchaseDate or LabFact.MarketAtPurchase or LabFact.Subsidy => Reach.Held,
        _ => Reach.Lane,
    };

    /// <summary>The first owners buy, or have bought before.</summary>
    /// <param name="paths">The futures.</param>
    /// <param name="firstPrice">What they paid.</param>
    /// <param name="day">The day on which the futures begin.</param>
    /// <param name="before">The loan they have had since they bought; null when they buy that day.</param>
    public void Begin(FuturePaths paths, double firstPrice, int day, LoanBefore? before = null)
    {
        Array.Fill(_sale, firstPrice);
        Array.Fill(_moves, -1);
        Array.Fill(_soFar, -1);
        for (var lane = 0; lane < Lanes.Count; lane++) _leavers[lane] = lane;
        _leaving = Lanes.Count;
        Buy(paths, 0, day);
        if (before is null) return;
        Array.Fill(_yearFactor, before.YearFactor);
        Array.Fill(_termFactor, before.TermFactor);
        Array.Fill(_grown, before.Grown);
    }

    /// <summary>Goes one year on: prices, counts, and those who leave sell to the next.</summary>
    public void Step(FuturePaths paths, int year, int dayBefore, int day, int lanes, RuleTally tally)
    {
        Advance(paths, year, dayBefore, day);
        tally.Flagged += _rule.Price(_frame, lanes, _prices, isHeld: true);
        var refused = _frame.Refused;
        tally.Prices[year].Add(_prices, refused, lanes);
        tally.WithoutPrice[year] += Lanes.CountOf(refused, lanes);
        Judge(paths, year, refused);
        tally.Affordable[year] += Lanes.CountOf(_affordable, lanes);
        tally.AffordableSoFar[year] += Lanes.CountOf(_soFar, lanes);
        tally.Shortfall[year] += Lanes.SumOf(_shortfall, lanes);
        if (!Leave(paths.Leaving[year], refused)) return;
        Settle(lanes, tally);
        Buy(paths, year, day);
    }

    private void Advance(FuturePaths paths, int year, int dayBefore, int day)
    {
        var date = RuleValue.OfDay(day);
        _frame.Shared.Slots[RuleProgram.AsOfSlot] = date;
        Lanes.Apply<Multiplied>(LaneNumbers.Of(_grown), LaneNumbers.Of(_yearFactor), _grown);
        Lanes.Apply<Added>(LaneNumbers.Of(_stayed), LaneNumbers.Of(1.0), _stayed);
        if (_asksForLoan) Owe();
        if (_asksForLand) ValueLand(paths.Value[year]);
        foreach (var (answer, slot) in Answers())
        {
            switch (answer.Fact)
            {
                case LabFact.SaleDate:
                    _frame.Shared.Slots[slot] = date;
                    break;
                case LabFact.MarketAtSale:
                    _frame.NumberSlots[slot] = paths.Value[year];
                    break;
                case LabFact.MortgageRate:
                    _frame.NumberSlots[slot] = paths.Rate[year];
                    break;
                case LabFact.LandAtSale:
                    _frame.NumberSlots[slot] = _land;
                    break;
                case LabFact.LoanBalance:
                    _frame.NumberSlots[slot] = _balance;
                    break;
                case LabFact.PrincipalPaid:
                    _frame.NumberSlots[slot] = _principal;
                    break;
            }
        }

        _rule.Advance(_frame, dayBefore, day);
    }

    // What is left of the loan: with G = (1 + r)^paid and T = (1 + r)^term, loan × (T − G) ÷ (T − 1), never below zero.
    private void Owe()
    {
        var grown = Lanes.Of(_grown);
        var term = Lanes.Of(_termFactor);
        var paid = Lanes.Of(_paid);
        var balance = Lanes.Of(_balance);
        var principal = Lanes.Of(_principal);
        var lent = new Vector<double>(1 - _setting.Deposit);
        for (var i = 0; i < grown.Length; i++)
        {
            var loan = paid[i] * lent;
            var left = loan * Lanes.Max(term[i] - grown[i], Vector<double>.Zero) / (term[i] - Vector<double>.One);
            balance[i] = Lanes.Cents(left);
            principal[i] = Lanes.Cents(loan - left);
        }
    }

    // The same for one seller, where the rule itself does not ask.
    private void Owe(int lane)
    {
        var loan = _paid[lane] * (1 - _setting.Deposit);
        var term = _termFactor[lane];
        var left = loan * Math.Max(term - _grown[lane], 0) / (term - 1);
        _balance[lane] = Cents(left);
        _principal[lane] = Cents(loan - left);
    }

    private static double Cents(double amount) => Math.Floor(amount * 100 + 0.5) / 100;

    private void Judge(FuturePaths paths, int year, long[] without)
    {
        var value = Lanes.Of(paths.Value[year]);
        var affordable = Lanes.Of(paths.Affordable[year]);
        var price = Lanes.Of(_prices);
        var sale = Lanes.Of(_sale);
        var shortfall = Lanes.Of(_shortfall);
        var can = Lanes.Of(_affordable);
        var always = Lanes.Of(_soFar);
        var refused = Lanes.Of(without);
        var most = new Vector<double>(MostShortfall);
        for (var i = 0; i < value.Length; i++)
        {
            var asked = Lanes.Min(price[i], value[i]);
            var missing = Vector.Floor(Lanes.Min(Lanes.Max(asked - affordable[i], Vector<double>.Zero), most));
            sale[i] = asked;
            shortfall[i] = Vector.ConditionalSelect(refused[i], Vector<double>.Zero, missing);
            can[i] = Vector.AndNot(Vector.LessThanOrEqual(asked, affordable[i]), refused[i]);
            always[i] &= can[i];
        }
    }

    private bool Leave(uint[] words, long[] refused)
    {
        if (_isSteady) Draw(words, refused);
        else DrawByStay(words, refused);

        // Without a branch: which lanes hold is as good as random.
        var (moves, leavers, count) = (_moves, _leavers, 0);
        unchecked
        {
            for (var lane = 0; lane < moves.Length; lane++)
            {
                leavers[count] = lane;
                count -= (int)moves[lane];
                if (count == leavers.Length) break;
            }
        }

        _leaving = count;
        return count > 0;
    }

    // The same chance each year: whole vectors of words beside it.
    private void Draw(uint[] words, long[] refused)
    {
        var chance = new Vector<uint>((uint)_chances[1]);
        var drawn = MemoryMarshal.Cast<uint, Vector<uint>>(words.AsSpan(0, Lanes.Count));
        var moves = Lanes.Of(_moves);
        var without = Lanes.Of(refused);
        for (var i = 0; i < drawn.Length; i++)
        {
            Vector.Widen(Vector.AsVectorInt32(Vector.LessThan(drawn[i], chance)), out var low, out var high);
            moves[2 * i] = Vector.AndNot(low, without[2 * i]);
            moves[2 * i + 1] = Vector.AndNot(high, without[2 * i + 1]);
        }
    }

    private void DrawByStay(uint[] words, long[] refused)
    {
        var (moves, stayed, chances) = (_moves, _stayed, _chances);
        for (var lane = 0; lane < moves.Length; lane++)
            moves[lane] = (words[lane] < chances[unchecked((int)stayed[lane])] ? -1L : 0L) & ~refused[lane];
    }

    // The sellers' accounts, gathered into the first lanes of a column so that the roots are taken together.
    private void Settle(int lanes, RuleTally tally)
    {
        var sellers = 0;
        foreach (var lane in _leavers.AsSpan(0, _leaving))
        {
            if (lane >= lanes) break;
            if (!_asksForLoan) Owe(lane);
            var proceeds = _sale[lane] * (1 - _setting.SaleFees) - _balance[lane];
            var paidIn = _paid[lane] * (_setting.Deposit + _setting.PurchaseFees) + _principal[lane];
            if (proceeds < paidIn) tally.Losing++;
            tally.ShortfallAtSales += (long)_shortfall[lane];
            _ratio[sellers] = paidIn > 0 ? proceeds / paidIn : 1;
            _years[sellers++] = _stayed[lane];
        }

        tally.Sales += sellers;
        var ratio = Lanes.Of(_ratio);
        var years = Lanes.Of(_years);
        var least = new Vector<double>(1e-9);
        for (var i = 0; i * Vector<double>.Count < sellers; i++)
        {
            var gone = Vector.LessThan(ratio[i], least);
            var root = LabMath.Exp(LabMath.Log(Lanes.Max(ratio[i], least)) / Lanes.Max(years[i], Vector<double>.One));
            ratio[i] = Vector.ConditionalSelect(gone, Vector<double>.Zero, root);
        }

        tally.Returns.Add(_ratio, null, sellers);
    }

    private void Buy(FuturePaths paths, int year, int day)
    {
        var (yearFactor, termFactor) = (paths.YearFactor[year], paths.TermFactor[year]);
        foreach (var lane in Buyers)
        {
            _paid[lane] = _sale[lane];
            _grown[lane] = 1;
            _stayed[lane] = 0;
            _yearFactor[lane] = yearFactor[lane];
            _termFactor[lane] = termFactor[lane];
        }

        foreach (var (answer, slot) in Answers())
        {
            switch (answer.Fact)
            {
                case LabFact.PricePaid:
                    _frame.NumberSlots[slot] = _paid;
                    break;
                case LabFact.PurchaseDate:
                    var days = _frame.DaySlots[slot];
                    foreach (var lane in Buyers) days[lane] = day;
                    break;
                case LabFact.MarketAtPurchase:
                    var value = paths.Value[year];
                    foreach (var lane in Buyers) _marketThen[lane] = value[lane];
                    _frame.NumberSlots[slot] = _marketThen;
                    break;
                case LabFact.Subsidy:
                    Subsidise(paths.Value[year]);
                    _frame.NumberSlots[slot] = _subsidy;
                    break;
            }
        }

        _rule.Purchase(_frame, _moves, day);
    }

    private ReadOnlySpan<int> Buyers => _leavers.AsSpan(0, _leaving);

    private void ValueLand(double[] market)
    {
        var value = Lanes.Of(market);
        var land = Lanes.Of(_land);
        var share = new Vector<double>(_setting.LandShare);
        for (var i = 0; i < value.Length; i++) land[i] = Lanes.Cents(value[i] * share);
    }

    private void Subsidise(double[] market)
    {
        var value = Lanes.Of(market);
        var paid = Lanes.Of(_paid);
        var subsidy = Lanes.Of(_subsidy);
        var moves = Lanes.Of(_moves);
        var home = new Vector<double>(1 - _setting.LandShare);
        for (var i = 0; i < value.Length; i++)
        {
            var given = Lanes.Cents(Lanes.Max(value[i] * home - paid[i], Vector<double>.Zero));
            subsidy[i] = Vector.ConditionalSelect(moves[i], given, subsidy[i]);
        }
    }

    private IEnumerable<(LabAnswer Answer, int Slot)> Answers()
    {
        for (var given = 0; given < _answers.Answers.Count; given++) yield return (_answers.Answers[given], given + 1);
    }
}
