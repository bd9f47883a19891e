using System.Text.Json;
using Commonstead.Platform.Access;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Localization;

namespace Commonstead.Trail;

/// <summary>A changed value in words.</summary>
/// <param name="What">Which fact.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="After">What it became; null for nothing.</param>
/// <param name="IsHidden">True when the reader's work does not need this personal value.</param>
public sealed record ShownChange(string What, string? Before, string? After, bool IsHidden);

/// <summary>
/// Reads what an entry changed, in words; personal values only for those who may see them, and not without a note in
/// the access log of whoever they speak of.
/// </summary>
public sealed class ChangeReader(
    TrustDb db, Acting acting, RecordNames records, AccessLog log, ValueNames names, PageFrame frame,
    IStringLocalizer<Words> words)
{
    private const int LongestText = 400;

    /// <summary>What an entry changed in some of its records; null for a record whose values are not kept.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ShownChange>>> Of(
        long entry, IReadOnlyCollection<Guid> keys)
    {
        var changes = await db.Set<RecordChange>().AsNoTracking()
            .Where(c => c.EntryNumber == entry && keys.Contains(c.Key)).ToListAsync();
        var values = changes.ConvertAll(c => (Change: c, Type: records.TypeOf(c.Table), Columns: ColumnsOf(c.Values)));
        var told = values.ConvertAll(v => ToldChange.Of(
            v.Type, v.Columns.Select(c => new ChangedColumn(c.Key, c.Value.ElementAtOrDefault(0),
                c.Value.ElementAtOrDefault(1))), frame.TimeZone).ToList());
        var sight = told.SelectMany(t => t).Where(c => !IsHidden(c)).SelectMany(c => new[] { c.Before, c.After });
        await Learn([.. sight.OfType<object>()]);
        var shown = new Dictionary<Guid, IReadOnlyList<ShownChange>>();
        var seen = new HashSet<Guid>();
        foreach (var ((change, type, columns), lines) in values.Zip(told))
        {
            shown[change.Key] = lines.ConvertAll(Shown);
            if (type is not null && lines.Exists(line => !IsHidden(line)) && HasPersonal(type, columns))
                seen.UnionWith(await Subjects(type, change.Key, columns));
        }

        if (acting.Actor.May(AuditPermission.SeePersonal))
            foreach (var subject in seen) await log.Note(subject, "What changed, in the audit trail");
        return shown;
    }

    private async Task Learn(IReadOnlyList<object> values)
    {
        await names.Learn(values);
        await records.Learn([.. values.OfType<NamedById>().Distinct()]);
    }

    private bool IsHidden(ToldChange change) => change.IsPersonal && !acting.Actor.May(AuditPermission.SeePersonal);

    private ShownChange Shown(ToldChange change) => IsHidden(change)
        ? new ShownChange(words[change.Label], null, null, true)
        : new ShownChange(words[change.Label], Text(change.Before), Text(change.After), false);

    private string? Text(object? value) => value switch
    {
        null => null,
        Minor minor => minor.In(frame.Currency).ToReader(),
        NamedById named => records.NameOf(named),
        _ when names.Of(value) is { } name => name,
        string { Length: > LongestText } text => text[..LongestText] + "…",
        _ => Sentence.Shown(value, words).ToString(),
    };

    private static bool HasPersonal(IEntityType type, SortedDictionary<string, string?[]> columns) =>
        type.GetFlattenedProperties().Any(p => columns.ContainsKey(p.GetColumnName())
            && !ToldChange.IsInner(p.GetColumnName()) && ToldChange.IsPersonalColumn(p));

    // Whose data a record holds: the persons it names, now or by the change; without any, the record itself.
    private async Task<IReadOnlyCollection<Guid>> Subjects(
        IEntityType type, Guid key, SortedDictionary<string, string?[]> columns)
    {
        if (records.Persons is not { } persons || persons.Record == type.ClrType) return [key];
        var naming = type.GetProperties()
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == persons.Id).ToList();
        var found = naming.SelectMany(p => columns.GetValueOrDefault(p.GetColumnName(), []))
            .Where(text => Guid.TryParse(text, out _)).Select(text => Guid.Parse(text!)).ToHashSet();
        var id = Activator.CreateInstance(type.FindPrimaryKey()!.Properties[0].ClrType, key);
        if (naming.Count > 0 && await db.FindAsync(type.ClrType, id) is { } row)
            found.UnionWith(naming.Select(p => db.Entry(row).Property(p.Name).CurrentValue).OfType<IRecordId>()
                .Select(person => person.Value));
        db.ChangeTracker.Clear();
        return found.Count > 0 ? found : [key];
    }

    private static SortedDictionary<string, string?[]> ColumnsOf(string values) =>
        JsonSerializer.Deserialize<SortedDictionary<string, string?[]>>(values)!;
}
