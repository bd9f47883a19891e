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

    /// <summary>Which columns of a record changed after the version someone saw, as words for a refusal.</summary>
    public async Task<string> Since(Guid key, int version)
    {
        var values = await (
            from change in db.Set<RecordChange>().AsNoTracking()
            join attestation in db.Set<Attestation>() on
                new { change.EntryNumber, change.Table, change.Key } equals
                new { attestation.EntryNumber, attestation.Table, attestation.Key }
            where change.Key == key && attestation.Version > version
            orderby change.EntryNumber
            select change.Values).ToListAsync();
        var columns = values.SelectMany(ColumnsOf).Select(c => c.Name).Where(c => c is not ("version" or "search"))
            .Distinct(StringComparer.Ordinal).Select(c => c.Replace('_', ' ')).ToList();
        return columns.Count == 0 ? "the record" : "the " + string.Join(", the ", columns);
    }

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
