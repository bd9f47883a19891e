using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commonstead.Platform.Audit;

/// <summary>A broken place as people read it.</summary>
/// <param name="What">Which record, and what happened to it.</param>
/// <param name="Page">The address of the page it is found on; null where there is none.</param>
/// <param name="ToDo">What to do about it.</param>
/// <param name="Line">The same by table and id, for whoever looks into the database.</param>
public sealed record ToldBreak(Sentence What, string? Page, Sentence ToDo, string Line);

/// <summary>
/// Tells the broken places of a report in words: which record, on which page it is found, and what to do. Names come
/// from the record as it is now; where that cannot be read, a record goes by its kind.
/// </summary>
public sealed class BreakWords
{
    private readonly TrustDb _db;
    private readonly Dictionary<Type, RecordKind> _kinds;

    private BreakWords(TrustDb db, IEnumerable<RecordKind> kinds) =>
        (_db, _kinds) = (db, kinds.ToDictionary(k => k.Record));

    /// <summary>Tells every place that the report names.</summary>
    public static async Task<IReadOnlyList<ToldBreak>> Tell(
        OpenTrust trust, VerificationReport report, IEnumerable<RecordKind> kinds)
    {
        if (report.Places.Count == 0) return [];
        await using var db = trust.NewDb();
        var words = new BreakWords(db, kinds);
        var told = new List<ToldBreak>();
        foreach (var place in report.Places) told.Add(await words.Tell(place));
        return told;
    }

    /// <summary>What a kind of record is called that no capability speaks of: its own name.</summary>
    public static string Plain(IEntityType? type, string table)
    {
        var apart = (type is null ? table : SnakeCase.Of(type.ClrType.Name)).Replace('_', ' ');
        return char.ToUpper(apart[0], CultureInfo.InvariantCulture) + apart[1..];
    }

    private async Task<ToldBreak> Tell(BrokenPlace place)
    {
        if (place.Table is not { } table)
            return new(new Sentence("{0}", place.Line), null, ToDo(place), place.Line);
        var (name, page) = await Named(table, place.Key);
        return new(place.Kind switch
        {
            BreakKind.Gone => new Sentence("{0}: it was removed past the program.", name),
            BreakKind.Added => new Sentence("{0}: it was put in past the program; no operation wrote it.", name),
            BreakKind.Unreadable => new Sentence("{0}: it cannot be read; a value in it is not of its kind.", name),
            _ => new Sentence("{0}: it was changed past the program.", name),
        }, page, ToDo(place), place.Line);
    }

    private static Sentence ToDo(BrokenPlace place) => (place.Kind, place.Entry) switch
    {
        (BreakKind.Added, _) => new("Find out who can open the database, and go back to a backup made before it."),
        (_, { } entry) => new(
            "Entry {0} of the audit trail tells what it should be. Bring it back from a backup that agrees, and find "
            + "out who can open the database.", entry),
        _ => new("Go back to a backup for which the check is sound, and find out who can open the trust's files."),
    };

    private async Task<(object Name, string? Page)> Named(string table, Guid key)
    {
        var type = _db.Model.GetEntityTypes().FirstOrDefault(
            e => e.GetTableName() == table && e.ClrType.IsAssignableTo(typeof(Record)));
        if (type is not null && _kinds.GetValueOrDefault(type.ClrType) is { } kind) return await Named(kind, key);
        var plain = new Sentence(Plain(type, table));
        if (type is null || await HolderOf(type, key) is not ({ } holder, var id)) return (plain, null);
        var (name, page) = await Named(holder, id);
        return (new Sentence("{0} of {1}", plain, name), page);
    }

    private async Task<(object Name, string? Page)> Named(RecordKind kind, Guid key)
    {
        var name = (await Try(() => kind.Names(_db, [key])))?.FirstOrDefault();
        var words = new Sentence(kind.Words);
        return (name is null ? words : new Sentence("{0} {1}", words, name.Name),
            name?.Page ?? kind.Page + RecordIds.Text(key));
    }

    // A part, such as a fee of a lease, is found on the page of what it belongs to: the record it named when it was
    // entered. The row itself may be gone or say something else by now.
    private async Task<(RecordKind? Holder, Guid Id)> HolderOf(IEntityType type, Guid key)
    {
        var entered = await Try(() => _db.Set<RecordChange>().AsNoTracking()
            .Where(c => c.Key == key).OrderBy(c => c.EntryNumber).Select(c => c.Values).FirstOrDefaultAsync());
        if (entered is null) return (null, default);
        var columns = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entered)!;
        foreach (var property in type.GetProperties().Where(p => !p.IsPrimaryKey()))
        {
            var id = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (_kinds.Values.FirstOrDefault(k => k.Id == id) is { } kind
                && columns.GetValueOrDefault(property.GetColumnName()) is [_, { } text]
                && Guid.TryParse(text, out var holder)) return (kind, holder);
        }

        return (null, default);
    }

    // What is broken may be too broken to be read for its name.
    private static async Task<T?> Try<T>(Func<Task<T>> read)
        where T : class?
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is DbException || RecordWalk.IsUnreadable(e))
        {
            return null;
        }
    }
}
