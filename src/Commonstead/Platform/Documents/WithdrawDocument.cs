using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Documents;

/// <summary>A document that was attached by mistake, and why.</summary>
public sealed class WithdrawDocumentInput
{
    /// <summary>The document.</summary>
    public DocumentId Document { get; set; }

    /// <summary>Why it is withdrawn.</summary>
    [Required(ErrorMessage = "Say why the document is withdrawn."),
     StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Reason")]
    public string Reason { get; set; } = "";
}

/// <summary>Why a document is not withdrawn.</summary>
public enum WithdrawDocumentRefusal
{
    /// <summary>Who may see a record may not always change it.</summary>
    [Says("You may see this document but not withdraw it.", Kind = RefusalKind.NotAllowed)]
    MayNotWithdraw,

    /// <summary>It ends once.</summary>
    [Says("The document was withdrawn already, on {0}.")]
    WithdrawnAlready,
}

/// <summary>Withdraws a document: it stays on record, marked, and can no longer pass for valid.</summary>
[OpenToAnyone("the capability that keeps the record says who may change it; a visitor sees none")]
[Does("Document withdrawn")]
public sealed class WithdrawDocument(TrustDb db, Acting acting, DocumentRegister documents)
    : IOperation<WithdrawDocumentInput, DocumentId>
{
    /// <inheritdoc/>
    public async Task<Outcome<DocumentId>> Run(WithdrawDocumentInput input)
    {
        if (await documents.Find(input.Document) is not { Place: var place }) return CommonRefusal.NotFound;
        if (!place.MayChange) return WithdrawDocumentRefusal.MayNotWithdraw;
        var document = await db.Set<Document>().FirstAsync(d => d.Id == input.Document);
        if (document.WithdrawnOn is { } on) return new Refusal(WithdrawDocumentRefusal.WithdrawnAlready, on);
        (document.WithdrawnOn, document.WithdrawnBecause) = (acting.Today, input.Reason.Trim());
        return document.Id;
    }
}
