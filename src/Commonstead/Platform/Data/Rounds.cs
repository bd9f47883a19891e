using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Data;

/// <summary>Asks for the rows of any number of keys.</summary>
internal static class Rounds
{
    // A query names each key as a parameter, of which an engine takes only so many.
    private const int KeysAtOnce = 500;

    /// <summary>The rows that <paramref name="ask"/> finds for the keys, each key asked once.</summary>
    /// <param name="keys">However many.</param>
    /// <param name="ask">The query for some of them.</param>
    public static async IAsyncEnumerable<TRow> InRounds<TKey, TRow>(
        this IEnumerable<TKey> keys, Func<TKey[], IQueryable<TRow>> ask)
    {
        foreach (var some in keys.Distinct().Chunk(KeysAtOnce))
        {
            // Read to the end first: whoever takes the rows may ask for others meanwhile.
            foreach (var row in await ask(some).ToListAsync()) yield return row;
        }
    }
}
