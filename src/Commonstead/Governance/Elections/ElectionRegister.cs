using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Elections as readers find them.</summary>
public sealed class ElectionRegister(TrustDb db, Acting acting)
{
    /// <summary>Every election the reader may see, for a list.</summary>
    public IQueryable<ElectionRow> Rows()
    {
        var may = acting.Actor.May(GovernancePermission.See);
        return db.Set<Election>().AsNoTracking().Where(_ => may).Select(e => new ElectionRow
        {
            Id = e.Id,
            Title = e.Title,
            Seats = e.Seats,
            NominationsUntil = e.NominationsUntil,
            From = e.From,
            State = e.State,
            Vacant = e.Vacant,
            Search = e.Search,
        });
    }

    /// <summary>An election with its nominations; null when there is none to see.</summary>
    public async Task<Election?> Election(ElectionId id) => !acting.Actor.May(GovernancePermission.See) ? null
        : await db.Set<Election>().AsNoTracking().Include(e => e.Nominations)
            .Include(e => e.CountedBack).FirstOrDefaultAsync(e => e.Id == id);

    /// <summary>Elections under way, by the hour at which nominations close.</summary>
    internal Task<List<Election>> UnderWay(int most) => db.Set<Election>().AsNoTracking()
        .Where(e => e.State == ElectionState.Nominations || e.State == ElectionState.Poll)
        .OrderBy(e => e.NominationsUntil).ThenBy(e => e.Id).Take(most).ToListAsync();
}

/// <summary>An election in the list.</summary>
public sealed class ElectionRow : ISearched
{
    /// <summary>The election.</summary>
    public ElectionId Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Seats to fill.</summary>
    public int Seats { get; init; }

    /// <summary>When nominations close.</summary>
    public DateTime NominationsUntil { get; init; }

    /// <summary>The first day of the term.</summary>
    public DateOnly From { get; init; }

    /// <summary>How far it has come.</summary>
    public ElectionState State { get; init; }

    /// <summary>Seats left vacant.</summary>
    public int Vacant { get; init; }

    /// <inheritdoc/>
    public string Search { get; init; } = "";
}
