using Commonstead.Core;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Resales;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>
/// Reads certificates: by determination for those who may see it, by code for anybody who has the paper.
/// </summary>
public sealed class Certificates(TrustDb db, Acting acting, Determinations determinations, IHomesSold homes)
{
    private IQueryable<PriceCertificate> All => db.Set<PriceCertificate>().AsNoTracking();

    /// <summary>The present certificate of a determination the actor may see, or null.</summary>
    internal async Task<PriceCertificate?> Of(DeterminationId determination) =>
        await determinations.Whole(determination) is null
            ? null
            : await All.FirstOrDefaultAsync(c => c.Determination == determination && c.ReplacedOn == null);

    /// <summary>What anybody may see under a code, or null. Unknown and forged codes take the same way.</summary>
    public async Task<PublicPrice?> ByCode(string code)
    {
        var hash = PublicCode.HashOf(code);
        var found = await (
            from c in All
            where c.CodeHash == hash
            join d in db.Set<Determination>() on c.Determination equals d.Id
            select new
            {
                c.Id,
                c.IssuedOn,
                c.Address,
                c.ReplacedOn,
                c.AuditHead,
                d.MaximumPrice,
                d.AsOf,
                d.Lease,
                Determination = d.Id,
                Decisions = d.Decisions.Select(x => new { x.Kind, x.At, x.ValidUntil }).ToList(),
            }).FirstOrDefaultAsync();
        if (found is null) return null;
        var approval = found.Decisions.First(x => x.Kind == DecisionKind.Approved);
        var voided = found.Decisions.FirstOrDefault(x => x.Kind != DecisionKind.Approved);
        var later = await db.Set<DeterminationDecision>().Where(x =>
            x.Kind == DecisionKind.Approved && x.At > approval.At && x.Determination != found.Determination
            && db.Set<Determination>().Any(d => d.Id == x.Determination && d.Lease == found.Lease
                && d.Decisions.All(y => y.Kind == DecisionKind.Approved))).Select(x => (DateTime?)x.At).MinAsync();
        var sold = await homes.Under([found.Lease]);
        return new PublicPrice
        {
            Id = found.Id,
            MaximumPrice = found.MaximumPrice,
            AsOf = found.AsOf,
            Address = found.Address,
            IssuedOn = found.IssuedOn,
            ValidUntil = approval.ValidUntil!.Value,
            VoidedOn = voided is null ? null : Determinations.DayOf(voided.At, acting),
            SupersededOn = later is { } at ? Determinations.DayOf(at, acting) : null,
            SoldOn = sold.TryGetValue(found.Determination, out var day) ? day : null,
            ReplacedOn = found.ReplacedOn,
            AuditHead = found.AuditHead,
            Today = acting.Today,
        };
    }

    /// <summary>The signed file under a code, or null.</summary>
    public async Task<SignedDetermination?> FileOf(string code)
    {
        var hash = PublicCode.HashOf(code);
        return (await All.FirstOrDefaultAsync(c => c.CodeHash == hash))?.File;
    }
}

/// <summary>How the price of a certificate stands.</summary>
public enum PublicPriceState
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It never held, or was withdrawn.</summary>
    Voided,

    /// <summary>The home was sold under it.</summary>
    Sold,

    /// <summary>A later price took its place.</summary>
    Superseded,

    /// <summary>Its last day has passed.</summary>
    Expired,
}

/// <summary>A price as anybody with its code may see it: nothing about a person.</summary>
public sealed record PublicPrice
{
    /// <summary>The certificate.</summary>
    public required CertificateId Id { get; init; }

    /// <summary>The price.</summary>
    public required Money MaximumPrice { get; init; }

    /// <summary>The day it was computed for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The home's address where the seller agreed; else empty.</summary>
    public required string Address { get; init; }

    /// <summary>The day the certificate was issued.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day it holds.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>The day it was voided, or null.</summary>
    public required DateOnly? VoidedOn { get; init; }

    /// <summary>The day a later price was approved, or null.</summary>
    public required DateOnly? SupersededOn { get; init; }

    /// <summary>The day the home was sold under it, or null.</summary>
    public required DateOnly? SoldOn { get; init; }

    /// <summary>The day another certificate of the same price took its place, or null.</summary>
    public required DateOnly? ReplacedOn { get; init; }

    /// <summary>The head of the audit seals when it was issued.</summary>
    public required string AuditHead { get; init; }

    /// <summary>Today where the trust is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>How it stands today.</summary>
    public PublicPriceState State =>
        VoidedOn is not null ? PublicPriceState.Voided
        : SoldOn is not null ? PublicPriceState.Sold
        : SupersededOn is not null ? PublicPriceState.Superseded
        : ValidUntil < Today ? PublicPriceState.Expired : PublicPriceState.Holds;
}
