using System.Globalization;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Localization;

namespace Commonstead.Trail;

/// <summary>A record as the trail shows it.</summary>
/// <param name="Words">What it is and what it is called.</param>
/// <param name="Page">Its page's address, when it has one that the reader may open.</param>
public sealed record ShownRecord(string Words, string? Page);

/// <summary>Names records by what their capabilities say of them, and finds what belongs to one.</summary>
public sealed class RecordNames(
    TrustDb db, Acting acting, IPeople people, IEnumerable<RecordKind> kinds, IStringLocalizer<Words> words)
{
    private const int MostParts = 2_000;

    private readonly Dictionary<Type, RecordKind> _kinds = kinds.ToDictionary(k => k.Record);
    private readonly Dictionary<Guid, NamedRecord> _names = [];
    private readonly Dictionary<Guid, string> _tables = [];

    /// <summary>The type of record that a table holds; null for a table the program no longer has.</summary>
    internal IEntityType? TypeOf(string table) => db.Model.GetEntityTypes().FirstOrDefault(
        e => e.GetTableName() == table && e.ClrType.IsAssignableTo(typeof(Record)));

    /// <summary>Looks up what some records are called, one query for each kind.</summary>
    internal async Task Learn(IEnumerable<Attestation> attested)
    {
        foreach (var table in attested.GroupBy(a => a.Table))
        {
            if (KindOf(table.Key) is not { } kind || !acting.Actor.May(kind.Permission)) continue;
            var keys = table.Select(a => a.Key).Where(k => !_names.ContainsKey(k)).Distinct().ToList();
            foreach (var name in await kind.Names(db, keys)) _names[name.Key] = name;
        }
    }

    /// <summary>
    /// Looks up what records are called that others name by their id: one query for each kind, and one for those whose
    /// kind only the trail knows.
    /// </summary>
    internal async Task Learn(IReadOnlyCollection<NamedById> named)
    {
        var anyKind = named.Where(n => n.Id == typeof(Guid)).Select(n => n.Key).Distinct().ToList();
        if (anyKind.Count > 0)
        {
            var attested = await db.Set<Attestation>().AsNoTracking()
                .Where(a => anyKind.Contains(a.Key) && a.Version == 1).ToListAsync();
            foreach (var record in attested) _tables[record.Key] = record.Table;
            await Learn(attested);
        }

        foreach (var ids in named.GroupBy(n => n.Id))
        {
            if (_kinds.Values.FirstOrDefault(k => k.Id == ids.Key) is not { } kind
                || !acting.Actor.May(kind.Permission)) continue;
            var keys = ids.Select(n => n.Key).Where(k => !_names.ContainsKey(k)).Distinct().ToList();
            if (kind.IsPerson)
                foreach (var (id, name) in await people.Names([.. keys.Select(k => new PersonId(k))]))
                    _names[id.Value] = new NamedRecord(id.Value, name);
            else
                foreach (var name in await kind.Names(db, keys)) _names[name.Key] = name;
        }
    }

    /// <summary>What a record is called that another names by its id; its kind where it has no name.</summary>
    internal string NameOf(NamedById named)
    {
        if (_tables.TryGetValue(named.Key, out var table)) return Of(table, named.Key).Words;
        var name = _names.GetValueOrDefault(named.Key)?.Name;
        if (_kinds.Values.FirstOrDefault(k => k.Id == named.Id) is { } kind)
            return name is null ? words[kind.Words].Value : kind.IsPerson ? name : $"{words[kind.Words].Value} {name}";
        var holder = db.Model.GetEntityTypes().FirstOrDefault(e => e.ClrType.IsAssignableTo(typeof(Record))
            && e.FindPrimaryKey()?.Properties[0].ClrType == named.Id);
        return holder is null ? RecordIds.Text(named.Key) : PlainWords(holder.GetTableName()!);
    }

    /// <summary>A record in words, with its page if the reader may open it.</summary>
    public ShownRecord Of(string table, Guid key)
    {
        if (KindOf(table) is not { } kind) return new(PlainWords(table), null);
        var name = _names.GetValueOrDefault(key);
        var text = name is null ? words[kind.Words].Value : $"{words[kind.Words].Value} {name.Name}";
        return new(text, acting.Actor.May(kind.Permission) ? name?.Page ?? kind.Page + RecordIds.Text(key) : null);
    }

    /// <summary>Records that have a page first: they say most of what an operation was about.</summary>
    internal IEnumerable<Attestation> MainFirst(IEnumerable<Attestation> attested) => attested
        .OrderBy(a => KindOf(a.Table) is null).ThenBy(a => a.Table, StringComparer.Ordinal).ThenBy(a => a.Key);

    /// <summary>The type of a person's id, and of a person's record.</summary>
    internal RecordKind? Persons => _kinds.Values.FirstOrDefault(k => k.IsPerson);

    /// <summary>A record, by the first table whose trail knows it, and the ids of it and of what belongs to it: rows
    /// of the same capability that name it, and documents attached to it.</summary>
    internal async Task<(ShownRecord Shown, IReadOnlyList<Guid> Keys)> WithParts(Guid key)
    {
        var attested = await db.Set<Attestation>().AsNoTracking().FirstOrDefaultAsync(a => a.Key == key);
        if (attested is null) return (new ShownRecord(RecordIds.Text(key), null), [key]);
        await Learn([attested]);
        var keys = new List<Guid> { key };
        if (KindOf(attested.Table) is { } kind)
        {
            foreach (var (table, id, column) in PartsOf(attested.Table, kind))
            {
                var sql = string.Create(CultureInfo.InvariantCulture,
                    $"select \"{id}\" as \"Value\" from \"{table}\" where \"{column}\" = {{0}} limit {MostParts}");
                keys.AddRange(await db.Database.SqlQueryRaw<Guid>(sql, key).ToListAsync());
            }
        }

        return (Of(attested.Table, key), keys);
    }

    private RecordKind? KindOf(string table) =>
        TypeOf(table) is { } type ? _kinds.GetValueOrDefault(type.ClrType) : null;

    private IEnumerable<(string Table, string Id, string Column)> PartsOf(string table, RecordKind kind) =>
        from entity in db.Model.GetEntityTypes()
        where entity.ClrType.IsAssignableTo(typeof(Record))
        let name = entity.GetTableName()!
        from property in entity.GetProperties()
        where !property.IsPrimaryKey()
        where (CapabilityOf(name) == CapabilityOf(table)
                && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == kind.Id)
            || (property.ClrType == typeof(Guid) && property.Name is "Owner" or "Subject")
        select (name, entity.FindPrimaryKey()!.Properties[0].GetColumnName(), property.GetColumnName());

    // Tables begin with their capability's word: lease, lease_fee.
    private static string CapabilityOf(string table) => table.Split('_')[0];

    private string PlainWords(string table) => words[BreakWords.Plain(TypeOf(table), table)].Value;
}
