using System.Linq.Expressions;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Audit;

/// <summary>
/// How the audit trail speaks of a kind of record: its word, the page its records have and what they are called.
/// Registered by the capability that keeps it; a kind without one goes by its own name.
/// </summary>
public sealed class RecordKind
{
    private readonly Func<TrustDb, IReadOnlyCollection<Guid>, Task<IReadOnlyList<NamedRecord>>>? _named;

    private RecordKind(
        Type record, Type id, string words, string page, string permission,
        Func<TrustDb, IReadOnlyCollection<Guid>, Task<IReadOnlyList<NamedRecord>>>? named) =>
        (Record, Id, Words, Page, Permission, _named) = (record, id, words, page, permission, named);

    /// <summary>The record's type.</summary>
    public Type Record { get; }

    /// <summary>The type of its id; other records name it by such an id.</summary>
    public Type Id { get; }

    /// <summary>What one of them is, in English, the key of its translation.</summary>
    public string Words { get; }

    /// <summary>What stands before the id in its page's address.</summary>
    public string Page { get; }

    /// <summary>Who may open that page, and read what the record is called.</summary>
    public string Permission { get; }

    /// <summary>True when such a record stands for a person, whose data others then hold.</summary>
    public bool IsPerson { get; private init; }

    /// <summary>A kind of record with a page.</summary>
    /// <param name="words">What one of them is, in English.</param>
    /// <param name="page">What stands before the id in its page's address, such as <c>/land/parcels/</c>.</param>
    /// <param name="permission">Who may open that page.</param>
    /// <param name="name">What a record is called, in text that is not personal; null for nothing.</param>
    public static RecordKind Of<TRecord, TId>(
        string words, string page, string permission, Expression<Func<TRecord, NamedRecord>>? name = null)
        where TRecord : Record<TId>
        where TId : struct, IRecordId<TId> =>
        new(typeof(TRecord), typeof(TId), words, page, permission, name is null ? null : async (db, keys) =>
        {
            var ids = keys.Select(TId.From).ToList();
            return await db.Set<TRecord>().AsNoTracking().Where(r => ids.Contains(r.Id)).Select(name).ToListAsync();
        });

    /// <summary>The kind of record that stands for a person.</summary>
    public static RecordKind OfPerson<TRecord, TId>(string words, string page, string permission)
        where TRecord : Record<TId>
        where TId : struct, IRecordId<TId> =>
        new(typeof(TRecord), typeof(TId), words, page, permission, null) { IsPerson = true };

    /// <summary>What some records are called.</summary>
    internal async Task<IReadOnlyList<NamedRecord>> Names(TrustDb db, IReadOnlyCollection<Guid> keys) =>
        _named is null || keys.Count == 0 ? [] : await _named(db, keys);
}

/// <summary>What a record is called.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Name">Its name or number.</param>
/// <param name="Page">Its page's address, where that does not end with the id.</param>
public sealed record NamedRecord(Guid Key, string Name, string? Page = null);
