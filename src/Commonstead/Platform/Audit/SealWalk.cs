using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Audit;

/// <summary>Walks the seals from the first to the last, with every entry they hold.</summary>
internal static class SealWalk
{
    public static async Task Run(
        TrustDb db, VerificationReport report, string? head, CancellationToken cancellation)
    {
        byte[] previous = [];
        long number = 0;
        var seals = await db.Set<Seal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancellation);
        foreach (var seal in seals)
        {
            number++;
            if (seal.Number != number)
            {
                report.Break(seal.Number == number + 1
                    ? $"Seal {number} is missing; seal {seal.Number} follows."
                    : $"Seals {number} to {seal.Number - 1} are missing; seal {seal.Number} follows.");
                number = seal.Number;
            }

            await WalkSeal(db, report, seal, previous, cancellation);
            previous = seal.Hash;
            report.Seals++;
            (report.Head, report.HeadAt) = (Convert.ToHexStringLower(seal.Hash), seal.At);
            if (string.Equals(report.Head, head, StringComparison.OrdinalIgnoreCase)) report.HeadFoundAt = seal.Number;
        }

        await FindOrphans(db, report, number, cancellation);
        if (head is not null && report.HeadFoundAt is null)
        {
            report.Break(
                $"No seal has the head hash {head}: the record is not a continuation of the one it was taken from.");
        }
    }

    private static async Task WalkSeal(
        TrustDb db, VerificationReport report, Seal seal, byte[] previous, CancellationToken cancellation)
    {
        var places = await db.Set<SealedEntry>().AsNoTracking().Where(s => s.SealNumber == seal.Number)
            .OrderBy(s => s.EntryNumber).ToListAsync(cancellation);
        var entries = await db.Set<AuditEntry>().AsNoTracking().Include(e => e.Attestations)
            .Where(e => db.Set<SealedEntry>().Any(s => s.EntryNumber == e.Number && s.SealNumber == seal.Number))
            .ToDictionaryAsync(e => e.Number, cancellation);
        foreach (var place in places)
        {
            if (!entries.TryGetValue(place.EntryNumber, out var entry))
                report.Break($"Entry {place.EntryNumber}, held by seal {seal.Number}, is gone.");
            else if (!Sealing.Digest(entry).AsSpan().SequenceEqual(place.Digest))
                report.Break($"Entry {entry.Number} of {entry.At:u} ({entry.Operation}) is not as seal {seal.Number} "
                    + "holds it: it, or what it attests, was changed.");
            else report.Entries++;
        }

        var hash = Sealing.Hash(previous, seal.Number, seal.At, places.Select(p => p.Digest));
        if (hash.AsSpan().SequenceEqual(seal.Hash)) return;
        var range = places.Count == 0 ? "it holds no entry any more"
            : $"it holds entries {places[0].EntryNumber} to {places[^1].EntryNumber}";
        report.Break($"Seal {seal.Number} of {seal.At:u} does not fit the one before it and its entries ({range}).");
    }

    // Entries that say which seal holds them, when that seal is none of those walked.
    private static async Task FindOrphans(
        TrustDb db, VerificationReport report, long last, CancellationToken cancellation)
    {
        var orphans = await db.Set<SealedEntry>().AsNoTracking()
            .Where(s => s.SealNumber > last && !db.Set<Seal>().Any(x => x.Number == s.SealNumber))
            .GroupBy(s => s.SealNumber).Select(g => new { Seal = g.Key, Count = g.Count() })
            .OrderBy(g => g.Seal).ToListAsync(cancellation);
        foreach (var orphan in orphans)
            report.Break($"Seal {orphan.Seal} is missing; {orphan.Count} entries name it.");
    }
}
