using Commonstead.Accounts;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Trail;

/// <summary>Reads the audit trail for those who may see it.</summary>
public sealed class TrailRegister(TrustDb db, Acting acting, IAccounts accounts, RecordNames records)
    : IAsyncDisposable
{
    /// <summary>How many of an entry's records its line in the list names.</summary>
    private const int MostNamed = 2;

    // An import attests thousands of records; the list counts them and the entry's own page shows them.
    private const int MostRead = 2_000;

    private TrustDb? _apart;

    /// <summary>The entries the actor may see: all, or none.</summary>
    internal IQueryable<AuditEntry> Entries => acting.Actor.May(AuditPermission.See)
        ? Reading.Set<AuditEntry>().AsNoTracking()
        : Reading.Set<AuditEntry>().AsNoTracking().Where(_ => false);

    private TrustDb Reading => _apart ?? db;

    /// <summary>
    /// Reads entries over a connection of their own from now on: one that streams them cannot answer anything else.
    /// </summary>
    internal void ReadApart() => _apart ??= acting.Trust.NewDb();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_apart is not null) await _apart.DisposeAsync();
    }

    /// <summary>Entries that touched one of some records.</summary>
    internal IQueryable<AuditEntry> Touching(IQueryable<AuditEntry> entries, IReadOnlyCollection<Guid> keys)
    {
        var touched = Reading.Set<Attestation>().Where(a => keys.Contains(a.Key)).Select(a => a.EntryNumber);
        return entries.Where(e => touched.Contains(e.Number));
    }

    /// <summary>One entry, without its attestations.</summary>
    internal Task<AuditEntry?> Entry(long number) => Entries.FirstOrDefaultAsync(e => e.Number == number);

    /// <summary>The seal that covers an entry, or null while none does.</summary>
    internal Task<Seal?> SealOf(long entry) => (
        from place in db.Set<SealedEntry>().AsNoTracking()
        join seal in db.Set<Seal>().AsNoTracking() on place.SealNumber equals seal.Number
        where place.EntryNumber == entry
        select seal).FirstOrDefaultAsync();

    /// <summary>The last seal, whose hash is the head; null before the first.</summary>
    internal Task<Seal?> Head() => db.Set<Seal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync();

    /// <summary>How many records an entry attests.</summary>
    internal Task<int> CountAttested(long entry) => db.Set<Attestation>().CountAsync(a => a.EntryNumber == entry);

    /// <summary>Some of the records an entry attests.</summary>
    internal Task<List<Attestation>> Attested(long entry, int skip, int take) => db.Set<Attestation>().AsNoTracking()
        .Where(a => a.EntryNumber == entry).OrderBy(a => a.Table).ThenBy(a => a.Key).Skip(skip).Take(take)
        .ToListAsync();

    /// <summary>Everybody who can stand in the trail, with their names.</summary>
    internal Task<IReadOnlyDictionary<string, string>> Actors() => accounts.AllNames();

    /// <summary>The names of some of those who acted.</summary>
    internal Task<IReadOnlyDictionary<string, string>> NamesOf(IReadOnlyCollection<string> actors) =>
        accounts.Names(actors);

    /// <summary>For each of some entries: the first records it touched, by name, and how many there are.</summary>
    internal async Task<IReadOnlyDictionary<long, TouchedRecords>> TouchedBy(IReadOnlyCollection<long> entries)
    {
        var counts = await CountsOf(entries);
        var few = counts.Where(c => c.Value <= MostRead / Math.Max(1, counts.Count)).Select(c => c.Key).ToList();
        var attested = await OfEntries(few);
        var first = attested.GroupBy(a => a.EntryNumber).ToDictionary(g => g.Key, g => records.MainFirst(g)
            .Take(MostNamed).ToList());
        await records.Learn(first.Values.SelectMany(some => some));
        return counts.ToDictionary(c => c.Key, c => new TouchedRecords(
            [.. first.GetValueOrDefault(c.Key, []).Select(a => records.Of(a.Table, a.Key))], c.Value));
    }

    // An empty list would be asked for with a query that the engine reads as "none of the whole table".
    private async Task<Dictionary<long, int>> CountsOf(IReadOnlyCollection<long> entries) => entries.Count == 0 ? []
        : await db.Set<Attestation>().Where(a => entries.Contains(a.EntryNumber))
            .GroupBy(a => a.EntryNumber).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);

    private async Task<List<Attestation>> OfEntries(IReadOnlyCollection<long> entries) => entries.Count == 0 ? []
        : await db.Set<Attestation>().AsNoTracking().Where(a => entries.Contains(a.EntryNumber)).ToListAsync();
}

/// <summary>The records an entry touched.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record TouchedRecords(IReadOnlyList<ShownRecord> First, int Count);
