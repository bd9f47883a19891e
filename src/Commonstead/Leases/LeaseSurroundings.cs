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
    private const int ChunkSize = 500;

    private readonly Dictionary<string, HomeSummary> _homes = new(StringComparer.Ordinal);
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
        foreach (var chunk in inputs.Select(i => i.Number.Trim()).Distinct(StringComparer.Ordinal).Chunk(ChunkSize))
        {
            found._numbers.UnionWith(
                await db.Set<Lease>().Where(l => chunk.Contains(l.Number)).Select(l => l.Number).ToListAsync());
        }

        foreach (var chunk in found._homes.Values.Select(h => h.Id).Chunk(ChunkSize))
            found.AddPeriods(await Periods(db, chunk));
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
        AddPeriods([LeasePeriod.Of(lease.Home, lease.Number, lease.StartsOn, lease.EndsOn, lease.EndedOn)]);
    }

    private void AddPeriods(IEnumerable<LeasePeriod> periods)
    {
        foreach (var period in periods)
        {
            if (!_periods.TryGetValue(period.Home, out var all)) _periods[period.Home] = all = [];
            all.Add(period);
        }
    }

    private static async Task<List<LeasePeriod>> Periods(TrustDb db, HomeId[] homes)
    {
        var rows = await db.Set<Lease>()
            .Where(l => homes.Contains(l.Home) && l.Standing != LeaseStanding.Void)
            .Select(l => new { l.Home, l.Number, l.StartsOn, l.EndsOn, l.EndedOn }).ToListAsync();
        return rows.ConvertAll(r => LeasePeriod.Of(r.Home, r.Number, r.StartsOn, r.EndsOn, r.EndedOn));
    }
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
