using Commonstead.Platform.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Commonstead.Platform.Documents;

/// <summary>Documents that belong to records of any capability.</summary>
public static class DocumentsModule
{
    /// <summary>Adds attaching, reading and withdrawing documents.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton(RecordKind.Of<Document, DocumentId>("Document", "/documents/", AuditPermission.See))
        .AddScoped<DocumentRegister>()
        .AddScoped<AttachDocument>()
        .AddScoped<WithdrawDocument>()
        .AddSingleton<IRecordCheck, DocumentFileCheck>();

    /// <summary>Maps the address under which a document's content is saved.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder app) => app.MapGet("/documents/{id}/file", Download);

    // Always to be saved, never shown: a stored file must not run as a page of the trust (OWASP, file upload).
    private static async Task<Results<FileStreamHttpResult, NotFound>> Download(
        DocumentId id, DocumentRegister documents, HttpResponse response)
    {
        if (await documents.Find(id) is not { Document: var document }) return TypedResults.NotFound();
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(documents.Open(document), document.MediaType, document.FileName);
    }
}
