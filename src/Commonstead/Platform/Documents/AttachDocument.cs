using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Platform.Documents;

/// <summary>A stored file and the record it shall belong to.</summary>
public sealed class AttachDocumentInput
{
    /// <summary>The kind of record.</summary>
    [Required, StringLength(40)]
    public string Kind { get; set; } = "";

    /// <summary>The record.</summary>
    public Guid Owner { get; set; }

    /// <summary>What it is called where it is listed.</summary>
    [Required(ErrorMessage = "Enter a title that says what the document is."),
     StringLength(200, ErrorMessage = "The title is longer than 200 characters.")]
    [Display(Name = "Title")]
    public string Title { get; set; } = "";

    /// <summary>The name the file came under.</summary>
    [Required(ErrorMessage = "Choose a file."), StringLength(300, ErrorMessage = "The file's name is too long.")]
    public string FileName { get; set; } = "";

    /// <summary>Names the stored content, as <see cref="DocumentStore.Store"/> gave it.</summary>
    [Required(ErrorMessage = "Choose a file."), StringLength(64)]
    public string Hash { get; set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; set; }
}

/// <summary>Why a document is not attached.</summary>
public enum AttachDocumentRefusal
{
    /// <summary>Who may see a record may not always add to it.</summary>
    [Says("You may see this but not add documents to it.", Kind = RefusalKind.NotAllowed)]
    MayNotAttach,

    /// <summary>A file without content proves nothing, and is most often a failed scan.</summary>
    [Says("The file is empty. Choose it again.", Field = "Upload")]
    Empty,

    /// <summary>A row names only a file that is on disk.</summary>
    [Says("The file did not arrive. Choose it again.", Field = "Upload")]
    NotStored,
}

/// <summary>Attaches a stored file to a record of any capability.</summary>
[OpenToAnyone("the capability that keeps the record says who may see it and add to it; a visitor sees none")]
[Does("Document attached")]
public sealed class AttachDocument(TrustDb db, Acting acting, DocumentRegister documents)
    : IOperation<AttachDocumentInput, DocumentId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DocumentId>> Run(AttachDocumentInput input)
    {
        if (await documents.Place(input.Kind, input.Owner) is not { } place) return CommonRefusal.NotFound;
        if (!place.MayChange) return AttachDocumentRefusal.MayNotAttach;
        if (input.Size == 0) return AttachDocumentRefusal.Empty;
        if (!acting.Trust.Documents.Holds(input.Hash, input.Size)) return AttachDocumentRefusal.NotStored;
        var document = new Document
        {
            Title = input.Title.Trim(),
            Kind = input.Kind,
            Owner = input.Owner,
            Hash = input.Hash,
            FileName = SafeMediaType.NameOf(input.FileName),
            MediaType = SafeMediaType.Of(input.FileName),
            Size = input.Size,
            AddedAt = acting.Now,
            AddedBy = acting.Actor.Name,
        };
        db.Add(document);
        return document.Id;
    }
}
