using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>Why a resale is not reopened; <see cref="ResaleRefusal"/> comes before.</summary>
public enum ReopenResaleRefusal
{
    /// <summary>Only a cancelled resale is reopened; a closed one has its closing voided.</summary>
    [Says("Resale {0} is not cancelled. To undo a closing, void it.")]
    NotCancelled,

    /// <summary>The home is being sold in another resale.</summary>
    [Says("The home is being sold in resale {0} already.", Kind = RefusalKind.Conflict)]
    OtherOpen,
}

/// <summary>Takes up a cancelled resale again, where it stood.</summary>
[Needs(ResalePermission.Work)]
[Does("Resale reopened")]
public sealed class ReopenResale(TrustDb db, Acting acting, ResaleWork work) : IOperation<EndResaleInput, ResaleId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ResaleId>> Run(EndResaleInput input)
    {
        var found = await work.At(input.Resale, input.SeenVersion);
        if (!found.IsDone) return Outcome<ResaleId>.Refused(found.Refusals);
        var resale = found.Value;
        if (resale.State != ResaleState.Cancelled) return new Refusal(ReopenResaleRefusal.NotCancelled, resale.Number);
        var other = await db.Set<Resale>().Where(r => r.Lease == resale.Lease && r.State == ResaleState.Open)
            .Select(r => r.Number).FirstOrDefaultAsync();
        if (other is not null) return new Refusal(ReopenResaleRefusal.OtherOpen, other);
        resale.State = ResaleState.Open;
        work.Happened(resale, acting.Today, "Resale reopened.", input.Reason);
        return resale.Id;
    }
}
