using System.Globalization;
using System.Text.Json;
using Commonstead.Accounts;
using Commonstead.Core;
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
    TrustDb db, Acting acting, RecordNames records, AccessLog log, IAccounts accounts, PageFrame frame,
    IStringLocalizer<Words> words)
{
    private const int LongestText = 400;

    private static readonly HashSet<string> _inner = ["id", "version", "search", "sort_name"];

    /// <summary>What an entry changed in some of its records; null for a record whose values are not kept.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ShownChange>>> Of(
        long entry, IReadOnlyCollection<Guid> keys)
    {
        var changes = await db.Set<RecordChange>().AsNoTracking()
            .Where(c => c.EntryNumber == entry && keys.Contains(c.Key)).ToListAsync();
        var values = changes.ConvertAll(c => (Change: c, Columns: ColumnsOf(c.Values)));
        var names = await accounts.Names([.. values.SelectMany(v => v.Columns.Values).SelectMany(v => v)
            .OfType<string>().Where(v => v.Length == 32 && Guid.TryParseExact(v, "N", out _)).Distinct()]);
        var shown = new Dictionary<Guid, IReadOnlyList<ShownChange>>();
        var seen = new HashSet<Guid>();
        foreach (var (change, columns) in values)
        {
            var type = records.TypeOf(change.Table);
            shown[change.Key] = [.. Lines(type, columns, names)];
            if (type is not null && shown[change.Key].Any(line => !line.IsHidden) && HasPersonal(type, columns))
                seen.UnionWith(await Subjects(type, change.Key, columns));
        }

        if (acting.Actor.May(AuditPermission.SeePersonal))
            foreach (var subject in seen) await log.Note(subject, "What changed, in the audit trail");
        return shown;
    }

    private IEnumerable<ShownChange> Lines(
        IEntityType? type, SortedDictionary<string, string?[]> columns, IReadOnlyDictionary<string, string> names)
    {
        foreach (var (name, value) in columns)
        {
            var property = type?.GetFlattenedProperties().FirstOrDefault(p => p.GetColumnName() == name);
            if (_inner.Contains(name) || IsCurrencyOfAmount(property, columns)) continue;
            var hidden = IsPersonal(property) && !acting.Actor.May(AuditPermission.SeePersonal);
            yield return new ShownChange(
                LabelOf(name, property),
                hidden ? null : Text(property, name, value, 0, columns, names),
                hidden ? null : Text(property, name, value, 1, columns, names),
                hidden);
        }
    }

    private string? Text(
        IProperty? property, string column, string?[] value, int side, SortedDictionary<string, string?[]> columns,
        IReadOnlyDictionary<string, string> names)
    {
        if (value.ElementAtOrDefault(side) is not { } text) return null;
        var type = property is null ? typeof(string)
            : Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (IsAmount(property)) return Amount(text, column, side, columns).ToReader();
        if (type == typeof(bool)) return words[text == "true" ? "Yes" : "No"];
        if (type.IsEnum && Enum.TryParse(type, text, out var choice)) return words[((Enum)choice!).ToReader()];
        if (type == typeof(DateOnly) && ListingQuery.DayOf(text) is { } day) return day.ToReader();
        if (type == typeof(DateTime) && DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            return at.ToReader(frame.TimeZone);
        if (names.TryGetValue(text, out var name)) return name;
        return text.Length > LongestText ? text[..LongestText] + "…" : text;
    }

    private Money Amount(string minor, string column, int side, SortedDictionary<string, string?[]> columns)
    {
        var beside = column[..^"minor".Length] + "currency";
        var code = columns.GetValueOrDefault(beside)?.ElementAtOrDefault(side);
        return new Money(
            long.Parse(minor, CultureInfo.InvariantCulture), code is null ? frame.Currency : Currency.Parse(code));
    }

    private string LabelOf(string column, IProperty? property)
    {
        var bare = IsAmount(property) && column.EndsWith("_minor", StringComparison.Ordinal)
            ? column[..^"_minor".Length] : column;
        var apart = bare.Replace('_', ' ');
        return words[char.ToUpper(apart[0], CultureInfo.InvariantCulture) + apart[1..]];
    }

    private static bool IsAmount(IProperty? property) =>
        property is { Name: nameof(Money.Minor), DeclaringType: IComplexType { ClrType: var type } }
        && (Nullable.GetUnderlyingType(type) ?? type) == typeof(Money);

    private static bool IsCurrencyOfAmount(IProperty? property, SortedDictionary<string, string?[]> columns) =>
        property is { Name: nameof(Money.Currency), DeclaringType: IComplexType } && columns.ContainsKey(
            property.GetColumnName()[..^"currency".Length] + "minor");

    private static bool IsPersonal(IProperty? property) => property is null || PersonalColumns.Of(property) is not null;

    private static bool HasPersonal(IEntityType type, SortedDictionary<string, string?[]> columns) =>
        type.GetFlattenedProperties().Any(p => columns.ContainsKey(p.GetColumnName())
            && !_inner.Contains(p.GetColumnName()) && IsPersonal(p));

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
