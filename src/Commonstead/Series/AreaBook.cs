using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>Reads the areas that files have named, and which took the place of which.</summary>
public sealed class AreaBook(TrustDb db, TextSearch search) : IAreas
{
    /// <summary>All areas with a name or a successor.</summary>
    internal IQueryable<PublishedArea> Areas => db.Set<PublishedArea>().AsNoTracking();

    /// <summary>Which areas took the place of which, and when.</summary>
    internal async Task<IReadOnlyList<AreaSuccession>> Successions() =>
        (await Areas.Where(a => a.Successor != null)
            .Select(a => new { a.Code, a.Successor, a.SuccessorFrom }).ToListAsync())
        .ConvertAll(a => new AreaSuccession(a.Code, a.Successor!, a.SuccessorFrom!.Value));

    /// <inheritdoc/>
    public async Task<AreaNames> Named(IEnumerable<string?> codes)
    {
        var asked = codes.OfType<string>().Where(FigureText.IsAreaCode).Distinct(StringComparer.Ordinal).ToList();
        return asked.Count == 0
            ? AreaNames.None
            : new AreaNames(await Areas.Where(a => asked.Contains(a.Code) && a.Name != "")
                .ToDictionaryAsync(a => a.Code, a => a.Name, StringComparer.Ordinal));
    }

    /// <summary>
    /// The areas that typed words may mean: the one of that very code, else those whose name holds them.
    /// </summary>
    internal async Task<IReadOnlyList<PublishedArea>> Find(string words, int most)
    {
        var exact = await Areas.Where(a => a.Code == words).ToListAsync();
        if (exact.Count > 0) return exact;
        var found = await search.In(Areas, words);
        return await found.Rows.OrderBy(a => a.Name).ThenBy(a => a.Code).Take(most).ToListAsync();
    }
}
