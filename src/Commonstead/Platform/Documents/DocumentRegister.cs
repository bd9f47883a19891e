using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Documents;

/// <summary>Reads documents, as far as the actor may see the records they belong to.</summary>
public sealed class DocumentRegister(TrustDb db, IEnumerable<IDocumentOwner> owners, Acting acting)
{
    /// <summary>The record a document belongs or shall belong to, or null when the actor may not see it.</summary>
    public async Task<DocumentPlace?> Place(string kind, Guid owner) =>
        owners.FirstOrDefault(o => o.Kind == kind) is { } found ? await found.Find(owner) : null;

    /// <summary>
    /// A record's documents, newest first, for <c>_Documents</c>; empty when the actor may not see it.
    /// </summary>
    public async Task<DocumentList> Of(string kind, Guid owner)
    {
        if (await Place(kind, owner) is not { } place) return new DocumentList(kind, owner, false, []);
        var documents = await db.Set<Document>().AsNoTracking()
            .Where(d => d.Owner == owner && d.Kind == kind)
            .OrderByDescending(d => d.AddedAt).ThenBy(d => d.Id)
            .ToListAsync();
        return new DocumentList(kind, owner, place.MayChange, [.. documents.Where(d => IsOf(place, d))]);
    }

    /// <summary>
    /// A document with the record it belongs to, or null when there is none or the actor may not see it.
    /// </summary>
    public async Task<(Document Document, DocumentPlace Place)?> Find(DocumentId id)
    {
        var document = await db.Set<Document>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id);
        if (document is null) return null;
        return await Place(document.Kind, document.Owner) is { } place && IsOf(place, document)
            ? (document, place) : null;
    }

    private bool IsOf(DocumentPlace place, Document document) =>
        place.From is not { } first || DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(Instants.Stored(document.AddedAt), acting.Profile.Zone)) >= first;

    /// <summary>Opens a document's content.</summary>
    public Stream Open(Document document) => acting.Trust.Documents.Open(document.Hash);
}

/// <summary>The documents of a record: <c>&lt;partial name="_Documents" model="..." /&gt;</c>.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Owner">The record.</param>
/// <param name="MayChange">Whether the actor may add and withdraw documents.</param>
/// <param name="Documents">Newest first, withdrawn ones among them.</param>
public sealed record DocumentList(string Kind, Guid Owner, bool MayChange, IReadOnlyList<Document> Documents)
{
    /// <summary>Where a document is added.</summary>
    public string AttachHref => $"/documents/attach/{Kind}/{RecordIds.Text(Owner)}";
}
