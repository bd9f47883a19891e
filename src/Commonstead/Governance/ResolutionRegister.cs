using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Governance;

/// <summary>Resolutions as readers find them.</summary>
public sealed class ResolutionRegister(TrustDb db, Acting acting, ResolutionBook book, BylawBook bylaws)
{
    /// <summary>Every resolution the reader may see, for a list.</summary>
    public IQueryable<ResolutionRow> Rows()
    {
        var may = acting.Actor.May(GovernancePermission.See);
        return db.Set<Resolution>().AsNoTracking().Where(_ => may).Select(r => new ResolutionRow
        {
            Id = r.Id,
            Number = r.Number,
            Title = r.Title,
            Act = r.Act,
            On = r.On,
            State = r.State,
            SettledOn = r.SettledOn,
            Search = r.Search,
        });
    }

    /// <summary>A resolution with what the bylaws ask of it; null when there is none to see.</summary>
    public async Task<ResolutionStanding?> Standing(ResolutionId id)
    {
        if (!acting.Actor.May(GovernancePermission.See)) return null;
        var resolution = await db.Set<Resolution>().AsNoTracking().Include(r => r.Decisions).Include(r => r.Consents)
            .FirstOrDefaultAsync(r => r.Id == id);
        if (resolution is null) return null;
        var rule = await book.RuleOf(resolution);
        return new ResolutionStanding(
            resolution, rule, ResolutionBook.Progress(rule, resolution, acting.Today),
            (await bylaws.VersionOn(resolution.On))?.From);
    }

    /// <summary>Passed resolutions of an act on a subject.</summary>
    internal IQueryable<Resolution> Passed(string act) => db.Set<Resolution>().AsNoTracking()
        .Where(r => r.Act == act && r.State == ResolutionState.Passed);

    /// <summary>Open resolutions that a body is asked about and has not decided, by number.</summary>
    internal async Task<IReadOnlyList<Resolution>> OpenFor(string body, int most)
    {
        var open = await db.Set<Resolution>().AsNoTracking().Include(r => r.Decisions).Include(r => r.Consents)
            .Where(r => r.State == ResolutionState.Open).OrderBy(r => r.Number).Take(most).ToListAsync();
        var asked = new List<Resolution>();
        foreach (var resolution in open)
        {
            var progress = ResolutionBook.Progress(await book.RuleOf(resolution), resolution, acting.Today);
            if (progress.Missing.Any(m => m.Body == body)) asked.Add(resolution);
        }

        return asked;
    }

    /// <summary>Open resolutions of which something waits to be confirmed, by number.</summary>
    internal Task<List<Resolution>> ToConfirm(int most) => db.Set<Resolution>().AsNoTracking()
        .Include(r => r.Decisions)
        .Where(r => r.State == ResolutionState.Open
            && r.Decisions.Any(d => d.NeedsConfirmation && d.ConfirmedBy == "" && d.StruckBecause == ""))
        .OrderBy(r => r.Number).Take(most).ToListAsync();
}

/// <summary>A resolution in the list.</summary>
public sealed class ResolutionRow : ISearched
{
    /// <summary>The resolution.</summary>
    public ResolutionId Id { get; init; }

    /// <summary>Its number.</summary>
    public int Number { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>The code of the act.</summary>
    public string Act { get; init; } = "";

    /// <summary>The day it was brought.</summary>
    public DateOnly On { get; init; }

    /// <summary>How far it has come.</summary>
    public ResolutionState State { get; init; }

    /// <summary>The day it was settled.</summary>
    public DateOnly? SettledOn { get; init; }

    /// <inheritdoc/>
    public string Search { get; init; } = "";
}

/// <summary>A resolution, what the bylaws of its day ask of it, and how far it has come.</summary>
/// <param name="Resolution">The resolution.</param>
/// <param name="Rule">What the bylaws ask.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="BylawsFrom">Since when that version of the bylaws holds; null for what is usual in the country.</param>
public sealed record ResolutionStanding(
    Resolution Resolution, ActRule Rule, ActProgress Progress, DateOnly? BylawsFrom);
