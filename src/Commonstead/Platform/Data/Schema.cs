using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Data;

/// <summary>
/// Brings a database to the shape this program writes, and refuses one that a newer program has written.
/// </summary>
internal static class Schema
{
    public static async Task Ensure(TrustDb db)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Find(name => !known.Contains(name)) is { } newer)
        {
            throw new IOException(
                $"This record was written by a newer program ({newer}). Update the program; nothing was changed.");
        }

        if (applied.Count < known.Count) await db.Database.MigrateAsync();
        await AppendOnlyTriggers.Ensure(db);
    }
}
