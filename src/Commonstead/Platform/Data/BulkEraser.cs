using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Data;

/// <summary>
/// Destroys rows that were only ever meant to be kept for a while, inside the running operation's transaction; what the
/// trust's record is made of is never removed.
/// </summary>
public sealed class BulkEraser(TrustDb db)
{
    /// <summary>Removes every row that fits; SQLite overwrites what they held.</summary>
    /// <returns>How many rows were removed.</returns>
    /// <exception cref="InvalidOperationException">No operation is running, or the rows are part of the record.
    /// </exception>
    public async Task<int> Erase<TRow>(Expression<Func<TRow, bool>> fits)
        where TRow : class
    {
        db.MustBeWriting();
        if (typeof(TRow).IsAssignableTo(typeof(Record)) || typeof(TRow).IsAssignableTo(typeof(IAppendOnly)))
            throw new InvalidOperationException($"{typeof(TRow).Name} is part of the record.");
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("pragma secure_delete = on");
        // Here is where rows may be removed: an operation is running, and the record is left out.
#pragma warning disable RS0030
        return await db.Set<TRow>().Where(fits).ExecuteDeleteAsync();
#pragma warning restore RS0030
    }
}
