using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Platform.Documents;

/// <summary>
/// A file that belongs to a record of some capability: a deed to a parcel, an appraisal to a resale. Its content is
/// never changed; a wrong one is withdrawn, with a reason, and stays on record.
/// </summary>
[Personal("proves what was agreed, paid or decided", Kept = "as long as the record it belongs to")]
public sealed class Document : Record<DocumentId>
{
    /// <summary>What it is called where it is listed.</summary>
    public string Title { get; init; } = "";

    /// <summary>The kind of record it belongs to, as its <see cref="IDocumentOwner"/> names it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The record it belongs to.</summary>
    public Guid Owner { get; init; }

    /// <summary>
    /// SHA-256 of its content in lower-case hexadecimal; names the file in the <see cref="DocumentStore"/>.
    /// </summary>
    public string Hash { get; init; } = "";

    /// <summary>The name under which it is saved again.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Its media type, one of <see cref="SafeMediaType"/>'s.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>When it was added, in UTC.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>Who added it.</summary>
    public string AddedBy { get; init; } = "";

    /// <summary>When it was withdrawn, or null.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnBecause { get; set; }
}

/// <summary>Names a document.</summary>
public readonly record struct DocumentId(Guid Value) : IRecordId<DocumentId>
{
    /// <inheritdoc/>
    public static DocumentId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out DocumentId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class DocumentTable : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("platform_document");
        builder.HasIndex(d => new { d.Owner, d.Kind });
    }
}
