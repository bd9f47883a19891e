using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Audit;

/// <summary>
/// Chains audit entries into seals: each hashes the one before it and the digests of its own entries.
/// </summary>
public static class Sealing
{
    private const int EntriesPerSeal = 5_000;

    // Writers on PostgreSQL may commit in another order than they were numbered, by as many as write at once; entries
    // further back were looked through at the first sealing after the start.
    private const long LookBack = 10_000;

    /// <summary>Seals every entry that is not yet sealed.</summary>
    /// <returns>How many seals were made.</returns>
    public static async Task<int> SealNew(OpenTrust trust, CancellationToken cancellation = default)
    {
        var made = 0;
        while (await SealBatch(trust, cancellation)) made++;
        trust.HasSealedAll = true;
        return made;
    }

    private static async Task<bool> SealBatch(OpenTrust trust, CancellationToken cancellation)
    {
        await trust.WriteLane.WaitAsync(cancellation);
        try
        {
            await using var db = trust.NewDb();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var reached = await db.Set<SealedEntry>().MaxAsync(s => (long?)s.EntryNumber, cancellation) ?? 0;
            var after = trust.HasSealedAll ? reached - LookBack : 0;
            var entries = await Unsealed(db).Where(e => e.Number > after).OrderBy(e => e.Number)
                .Include(e => e.Attestations).Take(EntriesPerSeal).AsNoTracking().ToListAsync(cancellation);
            if (entries.Count == 0) return false;
            var last = await db.Set<Seal>().AsNoTracking().OrderByDescending(s => s.Number)
                .FirstOrDefaultAsync(cancellation);
            var digests = entries.ConvertAll(Digest);
            var number = (last?.Number ?? 0) + 1;
            var at = trust.Now;
            var seal = new Seal { Number = number, At = at, Hash = Hash(last?.Hash ?? [], number, at, digests) };
            using var writing = db.Writing();
            db.Add(seal);
            db.AddRange(entries.Zip(digests, (entry, digest) => new SealedEntry
            {
                EntryNumber = entry.Number,
                SealNumber = number,
                Digest = digest,
            }));
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        finally
        {
            trust.WriteLane.Release();
        }
    }

    /// <summary>Entries that no seal holds yet.</summary>
    internal static IQueryable<AuditEntry> Unsealed(TrustDb db) =>
        db.Set<AuditEntry>().Where(e => !db.Set<SealedEntry>().Any(s => s.EntryNumber == e.Number));

    /// <summary>The hash of a seal over the digests of its entries, in the order of their numbers.</summary>
    internal static byte[] Hash(byte[] previous, long number, DateTime at, IEnumerable<byte[]> digests)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(hash, CanonicalRow.Text(at)!);
        foreach (var digest in digests) hash.AppendData(digest);
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256 of all that an entry says, with its attestations.</summary>
    internal static byte[] Digest(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(hash, CanonicalRow.Text(entry.At)!);
        Append(hash, entry.Actor);
        Append(hash, entry.Operation);
        Append(hash, CanonicalRow.Text(entry.Result) ?? "");
        Append(hash, entry.Bulk ?? "");
        foreach (var a in entry.Attestations.OrderBy(a => a.Table, StringComparer.Ordinal).ThenBy(a => a.Key))
        {
            Append(hash, a.Table);
            Append(hash, RecordIds.Text(a.Key));
            Append(hash, a.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Append(hash, Convert.ToHexStringLower(a.Hash));
        }

        return hash.GetHashAndReset();
    }

    // Length first, so that no two different entries give the same bytes.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
