using System.Text.Json;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Audit;

/// <summary>Reads from the erasable change table what happened to a record: values, by whom and when.</summary>
public sealed class ChangeHistory(TrustDb db)
{
    /// <summary>The latest changes of some records, the last first.</summary>
    public async Task<IReadOnlyList<RecordedChange>> Of(IReadOnlyCollection<Guid> keys, int most = 50)
    {
        var changes = await db.Set<RecordChange>().AsNoTracking().Where(c => keys.Contains(c.Key))
            .OrderByDescending(c => c.EntryNumber).Take(most)
            .Select(c => new { c.Entry!.At, c.Entry.Actor, c.Entry.Operation, c.Table, c.Values })
            .ToListAsync();
        return changes.ConvertAll(c => new RecordedChange(c.At, c.Actor, c.Operation, c.Table, ColumnsOf(c.Values)));
    }

    /// <summary>A change as people read it.</summary>
    /// <param name="change">The change.</param>
    /// <param name="zone">The time zone that instants are told in.</param>
    public IEnumerable<ToldChange> Told(RecordedChange change, TimeZoneInfo zone) => ToldChange.Of(
        db.Model.GetEntityTypes().FirstOrDefault(e => e.GetTableName() == change.Table), change.Columns, zone);

    private static List<ChangedColumn> ColumnsOf(string values) =>
    [
        .. JsonSerializer.Deserialize<SortedDictionary<string, string?[]>>(values)!
            .Select(c => new ChangedColumn(c.Key, c.Value.ElementAtOrDefault(0), c.Value.ElementAtOrDefault(1))),
    ];
}

/// <summary>What one operation changed in one record.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Actor">Who, as the audit trail keys them.</param>
/// <param name="Operation">The operation's name.</param>
/// <param name="Table">The record's table.</param>
/// <param name="Columns">What changed.</param>
public sealed record RecordedChange(
    DateTime At, string Actor, string Operation, string Table, IReadOnlyList<ChangedColumn> Columns);

/// <summary>A changed value.</summary>
/// <param name="Name">The column.</param>
/// <param name="Before">What it was, as canonical text.</param>
/// <param name="After">What it became.</param>
public sealed record ChangedColumn(string Name, string? Before, string? After);
