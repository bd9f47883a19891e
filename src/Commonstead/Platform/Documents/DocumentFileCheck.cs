using System.Security.Cryptography;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Documents;

/// <summary>Every document's file is there and has the hash that its attested row names it by.</summary>
internal sealed class DocumentFileCheck : IRecordCheck
{
    public string Checks => "documents' files have their hash";

    public async Task<long> Walk(
        OpenTrust trust, TrustDb db, Action<string> found, CancellationToken cancellation)
    {
        long sound = 0;
        var documents = await db.Set<Document>().AsNoTracking().Select(d => new { d.Id, d.Hash })
            .ToListAsync(cancellation);
        foreach (var document in documents)
        {
            var named = $"document {document.Id} (its page: /documents/{document.Id})";
            try
            {
                await using var content = trust.Documents.Open(document.Hash);
                var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
                if (hash == document.Hash) sound++;
                else found($"{named}: its file was changed.");
            }
            catch (IOException)
            {
                found($"{named}: its file is gone from the documents folder.");
            }
        }

        return sound;
    }
}
