using Commonstead.Core;
using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Leases;

/// <summary>
/// What must be known to enter leases: their homes, who is named, which numbers and rules there are and which homes are
/// under lease. Looked up once for one lease of a form or all leases of a file, so that both are checked alike.
/// </summary>
internal sealed class LeaseSurroundings
{
    private readonly Dictionary<string, HomeSummary> _homes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RuleDocument?> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<HomeId, List<LeasePeriod>> _periods = [];

    /// <summary>The people found for each name asked.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<PersonMatch>> People { get; init; }

    /// <summary>Looks up what the inputs name.</summary>
    public static async Task<LeaseSurroundings> Of(
        TrustDb db, ILand land, IPeople people, IRuleBook rules, IReadOnlyCollection<EnterLeaseInput> inputs)
    {
        var found = new LeaseSurroundings { People = await Holders.LookUp(people, inputs.SelectMany(i => i.Holders)) };
        var numbers = inputs.Select(i => i.HomeNumber.Trim()).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (number, home) in await land.HomesByNumber(numbers)) found._homes[number] = home;
        var hashes = inputs.Select(i => i.Rule).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var hash in hashes) found._rules[hash] = await rules.Document(hash);
        await foreach (var taken in inputs.Select(i => i.Number.Trim()).InRounds(
            some => db.Set<Lease>().Called(l => l.Number, some).Select(l => l.Number)))
        {
            found._numbers.Add(taken);
        }

        await foreach (var period in found._homes.Values.Select(h => h.Id).InRounds(some => Periods(db, some)))
            found.Add(period);
        return found;
    }

    /// <summary>The home with a number, or null.</summary>
    public HomeSummary? Home(string number) => _homes.GetValueOrDefault(number.Trim());

    /// <summary>The rule with a hash, or null when the rule book has none.</summary>
    public RuleDocument? Rule(string hash) => _rules.GetValueOrDefault(hash);

    /// <summary>True when a lease has the number.</summary>
    public bool IsTaken(string number) => _numbers.Contains(number);

    /// <summary>A lease of the home that binds on some day of the period, or null.</summary>
    public LeasePeriod? Overlapping(HomeId home, DateOnly from, DateOnly until) =>
        _periods.GetValueOrDefault(home)?.Find(p => p.From <= until && from <= p.Until);

    /// <summary>Remembers a home about to be entered with its lease.</summary>
    public void Remember(HomeSummary home) => _homes[home.Number] = home;

    /// <summary>Remembers a number that a row of a file uses, whatever else is wrong with the row.</summary>
    public void Remember(string number) => _numbers.Add(number.Trim());

    /// <summary>Remembers a lease about to be entered, so that a later row of a file does not repeat it.</summary>
    public void Remember(Lease lease)
    {
        _numbers.Add(lease.Number);
        Add(LeasePeriod.Of(lease.Home, lease.Number, lease.StartsOn, lease.EndsOn, lease.EndedOn));
    }

    private void Add(LeasePeriod period)
    {
        if (!_periods.TryGetValue(period.Home, out var all)) _periods[period.Home] = all = [];
        all.Add(period);
    }

    private static IQueryable<LeasePeriod> Periods(TrustDb db, HomeId[] homes) => db.Set<Lease>()
        .Where(l => homes.Contains(l.Home) && l.Standing != LeaseStanding.Void)
        .Select(l => LeasePeriod.Of(l.Home, l.Number, l.StartsOn, l.EndsOn, l.EndedOn));
}

/// <summary>When a lease of a home binds.</summary>
/// <param name="Home">The home.</param>
/// <param name="Number">The lease's number.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
internal sealed record LeasePeriod(HomeId Home, string Number, DateOnly From, DateOnly Until)
{
    /// <summary>The period of a lease that may have ended before its term.</summary>
    public static LeasePeriod Of(HomeId home, string number, DateOnly startsOn, DateOnly endsOn, DateOnly? endedOn) =>
        new(home, number, startsOn, endedOn is { } ended && ended <= endsOn ? ended.AddDays(-1) : endsOn);
}
