using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Audit;

/// <summary>Reads the head of the audit seals, which leaves the machine on certificates and in mail.</summary>
public static class AuditHead
{
    /// <summary>The last seal's hash in lower-case hexadecimal; empty before the first seal.</summary>
    public static async Task<string> Read(TrustDb db) =>
        await db.Set<Seal>().AsNoTracking().OrderByDescending(s => s.Number).Select(s => s.Hash).FirstOrDefaultAsync()
            is { } hash ? Convert.ToHexStringLower(hash) : "";
}
