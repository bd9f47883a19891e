using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Pricing;

/// <summary>A certificate to be issued.</summary>
public sealed class IssueCertificateInput
{
    /// <summary>The determination.</summary>
    public DeterminationId Determination { get; set; }

    /// <summary>True when the seller agreed that the public page shows the address.</summary>
    [Display(Name = "The seller agrees that the public page shows the address")]
    public bool ShowsAddress { get; set; }
}

/// <summary>Why no certificate is issued.</summary>
public enum IssueCertificateRefusal
{
    /// <summary>No such determination.</summary>
    [Says("There is no such determination.", Kind = RefusalKind.NotFound)]
    NoDetermination,

    /// <summary>It does not hold: nobody approved it, or it was set aside.</summary>
    [Says("A certificate is issued for an approved price only. This one: {0}.")]
    NotApproved,

    /// <summary>Its last day has passed.</summary>
    [Says("This price was valid until {0}. Work it out anew.")]
    Expired,

    /// <summary>A later price of the same lease was approved.</summary>
    [Says("A later price of this lease was approved on {0}; issue its certificate.")]
    Superseded,

    /// <summary>A closing ends with its certificate; one that is out may then only hide its address.</summary>
    [Says("The home was sold under this price on {0}; its certificate may only be replaced to hide the address.")]
    Sold,

    /// <summary>The frozen file no longer computes to its own price.</summary>
    [Says("The working does not come out again: {0} It must be made anew.")]
    DoesNotRecompute,

    /// <summary>The same certificate is out already.</summary>
    [Says("A certificate of this price was issued on {0}.", Kind = RefusalKind.Conflict)]
    Issued,
}

/// <summary>
/// Issues a price's certificate: signs what anybody may see of it. Another choice about the address replaces the
/// certificate before.
/// </summary>
[Needs(PricingPermission.Determine)]
[Does("Price certificate issued")]
public sealed class IssueCertificate(TrustDb db, Acting acting, Determinations determinations, ILeases leases)
    : IOperation<IssueCertificateInput, CertificateId>
{
    /// <inheritdoc/>
    public async Task<Outcome<CertificateId>> Run(IssueCertificateInput input)
    {
        if (await determinations.Whole(input.Determination) is not { } determination)
            return IssueCertificateRefusal.NoDetermination;
        var price = await determinations.Summary(determination);
        if (price.State != DeterminationState.Approved)
            return new Refusal(IssueCertificateRefusal.NotApproved, price.State);
        var before = await db.Set<PriceCertificate>()
            .FirstOrDefaultAsync(c => c.Determination == determination.Id && c.ReplacedOn == null);
        if (price.SoldOn is { } sold)
        {
            if (before is not null && input.ShowsAddress) return new Refusal(IssueCertificateRefusal.Sold, sold);
        }
        else if (price.ValidUntil < acting.Today) return new Refusal(IssueCertificateRefusal.Expired, price.ValidUntil);
        else if (price.SupersededOn is { } later) return new Refusal(IssueCertificateRefusal.Superseded, later);
        if (DeterminationFile.Proves(determination.Content, IssueCertificateRefusal.DoesNotRecompute) is { } differs)
            return differs;
        if (before?.ShowsAddress == input.ShowsAddress)
            return new Refusal(IssueCertificateRefusal.Issued, before.IssuedOn);
        before?.GiveWay(acting.Today);
        var names = await leases.Names([determination.Lease]);
        var address = input.ShowsAddress ? names[determination.Lease].Address : "";
        var certificate = Certificate(determination, price,
            DeterminationFile.FromJson(determination.Content).ForEverybody(), address, await AuditHead.Read(db));
        db.Add(certificate);
        return certificate.Id;
    }

    private PriceCertificate Certificate(
        Determination determination, DeterminationSummary price, DeterminationFile shown, string address, string head)
    {
        var content = shown.ToJson();
        var statement = JsonSerializer.Serialize(
            Determinations.Statement(determination, price, content, acting, head), DeterminationFile.Json);
        var code = PublicCode.New();
        return new PriceCertificate
        {
            Determination = determination.Id,
            Lease = determination.Lease,
            Code = code,
            CodeHash = PublicCode.HashOf(code),
            IssuedOn = acting.Today,
            IssuedBy = acting.Actor.Key,
            ShowsAddress = address.Length > 0,
            Address = address,
            Content = content,
            Statement = statement,
            Signature = acting.Trust.Signing.Sign(Encoding.UTF8.GetBytes(statement)),
            PublicKey = acting.Trust.Signing.PublicPem,
            AuditHead = head,
        };
    }
}
