using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Why nothing more is done to a resale; the first rungs of every operation's ladder.</summary>
public enum ResaleRefusal
{
    /// <summary>No such resale, or none the actor may know of.</summary>
    [Says("There is no such resale.", Kind = RefusalKind.NotFound)]
    NoResale,

    /// <summary>It is closed or cancelled.</summary>
    [Says("Resale {0} is {1}. Reopen it, or void its closing, before anything else is done.")]
    NotOpen,

    /// <summary>Somebody else did something in the meantime.</summary>
    [Says(
        "Somebody changed this resale while you were working on it: {0}. Nothing of yours was saved. "
        + "Look at it and try again.",
        Kind = RefusalKind.Conflict)]
    ChangedMeanwhile,
}

/// <summary>
/// What the operations on a resale share: finding it at the version the actor saw, turning away whoever has an interest
/// in it, and writing its history.
/// </summary>
public sealed class ResaleWork(TrustDb db, Acting acting, Conflicts conflicts)
{
    /// <summary>The resale with its steps and buyers, tracked, at the version the actor saw, and open.</summary>
    internal async Task<Outcome<Resale>> Open(ResaleId id, int seenVersion)
    {
        var found = await At(id, seenVersion);
        return found.IsDone && !found.Value.IsOpen
            ? new Refusal(ResaleRefusal.NotOpen, found.Value.Number, found.Value.State.ToString().ToLowerInvariant())
            : found;
    }

    /// <summary>The resale at the version the actor saw, open or not, for an actor without an interest in it.</summary>
    internal async Task<Outcome<Resale>> At(ResaleId id, int seenVersion)
    {
        var resale = await db.Set<Resale>().Include(r => r.Steps).Include(r => r.Buyers).AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Id == id);
        if (resale is null) return ResaleRefusal.NoResale;
        if (resale.Version == seenVersion) return await conflicts.Of(resale) is { } conflict ? conflict : resale;
        var last = await db.Set<ResaleEvent>().AsNoTracking().Where(e => e.Resale == id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstOrDefaultAsync();
        return new Refusal(ResaleRefusal.ChangedMeanwhile, $"resale {resale.Number}")
        {
            Outdated = new OutdatedSight(resale.Key, seenVersion) { Told = last?.Said() },
        };
    }

    /// <summary>
    /// The resale as it stands, for what does not hang on what the actor saw and is open to the conflicted: interests.
    /// </summary>
    internal async Task<Outcome<Resale>> Now(ResaleId id) =>
        await db.Set<Resale>().Include(r => r.Steps).FirstOrDefaultAsync(r => r.Id == id) is { } resale
            ? resale
            : ResaleRefusal.NoResale;

    /// <summary>
    /// Writes the history, and raises the resale's version, so that whoever acts on an older sight is told.
    /// </summary>
    internal void Happened(Resale resale, DateOnly on, string text, string? note = null) =>
        Happened(resale, on, new Sentence(text), note);

    /// <summary>The same, with the amount or choice it is about.</summary>
    internal void Happened(Resale resale, DateOnly on, Sentence said, string? note = null)
    {
        var entry = db.Entry(resale);
        if (entry.State != EntityState.Added) entry.State = EntityState.Modified;
        db.Add(new ResaleEvent
        {
            Resale = resale.Id,
            At = acting.Now,
            On = on,
            By = acting.Actor.Key,
            Text = said.English,
            Figures = KeptFigures.WriteAll(said.Figures),
            Note = note?.Trim() ?? "",
        });
    }

    /// <summary>Settles a step.</summary>
    internal static void Settle(Resale resale, StepKind kind, StepState state, DateOnly on, string? note = null)
    {
        if (resale.Steps.FirstOrDefault(s => s.Kind == kind) is not { } step) return;
        step.State = state;
        step.SettledOn = state == StepState.Open ? null : on;
        step.Note = note?.Trim() ?? step.Note;
    }
}
