using System.Text.Json;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Audit;

/// <summary>
/// Tells somebody who worked from an older version of a record who changed it since, when, and what: from the audit
/// trail, for every operation alike.
/// </summary>
public sealed class WhoChanged(TrustDb db, Acting acting, IEnumerable<IActors> known)
{
    private const int MostActs = 3;
    private const int MostFacts = 4;
    private const int LongestValue = 60;

    /// <summary>The refusals, those about an outdated sight with what the trail knows.</summary>
    internal async Task<IReadOnlyList<Refusal>> Tell(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.All(r => r.Outdated is null)) return refusals;
        var told = new List<Refusal>();
        foreach (var refusal in refusals) told.Add(await Tell(refusal));
        return told;
    }

    private async Task<Refusal> Tell(Refusal refusal)
    {
        if (refusal.Outdated is not { } sight) return refusal;
        var acts = await (
            from attested in db.Set<Attestation>().AsNoTracking()
            join entry in db.Set<AuditEntry>() on attested.EntryNumber equals entry.Number
            join change in db.Set<RecordChange>() on
                new { attested.EntryNumber, attested.Table, attested.Key } equals
                new { change.EntryNumber, change.Table, change.Key } into changes
            from change in changes.DefaultIfEmpty()
            where attested.Key == sight.Record && attested.Version > sight.SeenVersion
            orderby attested.EntryNumber descending
            select new Act(entry.At, entry.Actor, entry.Operation, attested.Table, attested.Version,
                change == null ? null : change.Values)).Take(MostActs).ToListAsync();
        if (acts.Count == 0) return refusal;
        var actors = acts.Select(a => a.Actor).Distinct().ToList();
        var called = known.FirstOrDefault() is { } register ? await register.Names(actors) : null;
        var said = acts.Select((act, place) => Said(act, called, place == 0 ? sight.Told : null)).ToList();
        return refusal with { Figures = [Joined(said), .. refusal.Figures.Skip(1)] };
    }

    private Sentence Said(Act act, IReadOnlyDictionary<string, string>? names, Sentence? told)
    {
        var what = new Sentence(OperationWords.Of(act.Operation));
        var who = names?.GetValueOrDefault(act.Actor) ?? act.Actor;
        var when = act.At.ToReader(acting.Profile.Zone);
        var facts = told is not null ? told : FactsOf(act);
        return facts is null ? new Sentence("{0}, by {1} on {2}", what, who, when)
            : new Sentence("{0}, by {1} on {2} ({3})", what, who, when, facts);
    }

    // Of a record that was only just added every column is new; that it was added says it all.
    private Sentence? FactsOf(Act act)
    {
        if (act.Values is null || act.Version <= 1) return null;
        var type = db.Model.GetEntityTypes().FirstOrDefault(e => e.GetTableName() == act.Table);
        var columns = JsonSerializer.Deserialize<SortedDictionary<string, string?[]>>(act.Values)!
            .Select(c => new ChangedColumn(c.Key, c.Value.ElementAtOrDefault(0), c.Value.ElementAtOrDefault(1)));
        var facts = ToldChange.Of(type, columns, acting.Profile.Zone).ToList();
        if (facts.Count == 0) return null;
        var said = facts.Take(MostFacts).Select(Said).ToList();
        if (facts.Count > MostFacts) said.Add(new Sentence("and {0} more", facts.Count - MostFacts));
        return Joined(said);
    }

    // What others wrote of persons she looks up in the record itself, where the look is noted.
    private Sentence Said(ToldChange fact)
    {
        var label = new Sentence(fact.Label);
        return IsKept(fact) || IsLong(fact.Before) || IsLong(fact.After) ? label
            : new Sentence("{0}: {1} → {2}", label, Shown(fact.Before), Shown(fact.After));
    }

    private bool IsKept(ToldChange fact) => fact.IsPersonal
        && (fact.Before is string || fact.After is string || !acting.Actor.May(AuditPermission.SeePersonal));

    private object Shown(object? value) => value switch
    {
        null => new Sentence("not recorded"),
        Minor minor => minor.In(acting.Profile.Currency),
        _ => value,
    };

    private static bool IsLong(object? value) => value is NamedById or DrawnShape or string { Length: > LongestValue };

    private static Sentence Joined(IReadOnlyList<Sentence> said) => said.Count == 1 ? said[0]
        : new Sentence(string.Join("; ", Enumerable.Range(0, said.Count).Select(i => $"{{{i}}}")), [.. said]);

    private sealed record Act(
        DateTime At, string Actor, string Operation, string Table, int Version, string? Values);
}
