using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Data;

/// <summary>Brings a database to the shape this program writes.</summary>
internal static class Schema
{
    public static async Task Ensure(TrustDb db)
    {
        await db.Database.EnsureCreatedAsync();
        await AppendOnlyTriggers.Ensure(db);
    }
}
