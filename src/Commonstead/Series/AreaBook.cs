using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Series;

/// <summary>Reads the areas that files have named, and which took the place of which.</summary>
public sealed class AreaBook(TrustDb db)
{
    /// <summary>All areas with a name or a successor.</summary>
    internal IQueryable<PublishedArea> Areas => db.Set<PublishedArea>().AsNoTracking();

    /// <summary>Which areas took the place of which, and when.</summary>
    internal async Task<IReadOnlyList<AreaSuccession>> Successions() =>
        (await Areas.Where(a => a.Successor != null)
            .Select(a => new { a.Code, a.Successor, a.SuccessorFrom }).ToListAsync())
        .ConvertAll(a => new AreaSuccession(a.Code, a.Successor!, a.SuccessorFrom!.Value));

    /// <summary>The names of areas by code; those without a name are left out.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> codes) =>
        await Areas.Where(a => codes.Contains(a.Code) && a.Name != "").ToDictionaryAsync(a => a.Code, a => a.Name);
}
