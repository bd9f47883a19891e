using System.Text.Json;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>Every determination computes again from its own frozen text, to the same steps and price.</summary>
internal sealed class DeterminationCheck : IRecordCheck
{
    public string Checks => "prices compute again";

    public async Task<long> Walk(
        OpenTrust trust, TrustDb db, Action<string> found, CancellationToken cancellation)
    {
        long sound = 0;
        var all = db.Set<Determination>().AsNoTracking().Select(d => new { d.Id, d.Content, d.ContentHash });
        await foreach (var price in all.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (Fault(price.Content, price.ContentHash) is { } fault)
                found($"price {price.Id} (its page: /prices/{price.Id}): {fault}");
            else sound++;
        }

        return sound;
    }

    private static string? Fault(string content, string hash)
    {
        if (DeterminationFile.HashOf(content) != hash) return "its frozen text has not the hash stated.";
        try
        {
            return DeterminationFile.FromJson(content).Recompute().FirstOrDefault();
        }
        catch (JsonException e)
        {
            return "its frozen text is not a determination: " + e.Message;
        }
    }
}
