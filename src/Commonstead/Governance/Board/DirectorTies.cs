using Commonstead.People;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>A seat on the board is a tie to the trust while it is held.</summary>
internal sealed class DirectorTies(TrustDb db) : IPersonTies
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonTie>> Of(IReadOnlyCollection<PersonId> ids)
    {
        var terms = await db.Set<Directorship>().AsNoTracking().Where(d => ids.Contains(d.Person)).ToListAsync();
        return [.. terms.Select(d => new PersonTie("Seat on the board", "/board", d.From, d.LastDay))];
    }
}
