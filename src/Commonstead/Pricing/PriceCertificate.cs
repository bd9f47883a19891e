using Commonstead.Leases;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Pricing;

/// <summary>
/// What the trust puts its name to: an approved maximum price, signed, with the head of the audit seals of its day
/// and a code under which anybody who holds the paper can see the working.
/// </summary>
public sealed class PriceCertificate : Record<CertificateId>
{
    /// <summary>The determination.</summary>
    public DeterminationId Determination { get; init; }

    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The code of its public page.</summary>
    [NotPersonal]
    public string Code { get; init; } = "";

    /// <summary>
    /// SHA-256 of the code: what the public page looks up, so that the time an answer takes says nothing about a code.
    /// </summary>
    [NotPersonal]
    public string CodeHash { get; init; } = "";

    /// <summary>The day it was issued.</summary>
    public DateOnly IssuedOn { get; init; }

    /// <summary>The account that issued it.</summary>
    [NotPersonal]
    public string IssuedBy { get; init; } = "";

    /// <summary>True when the seller agreed that the public page shows the address.</summary>
    public bool ShowsAddress { get; set; }

    /// <summary>The address, where the seller agreed; else empty.</summary>
    [Personal("shown on the price's public page with the seller's agreement",
        Kept = "until the agreement is withdrawn")]
    public string Address { get; set; } = "";

    /// <summary>Set when another certificate of the same determination took its place.</summary>
    public DateOnly? ReplacedOn { get; set; }

    /// <summary>The determination as anybody may see it.</summary>
    [NotPersonal]
    public string Content { get; init; } = "";

    /// <summary>What the trust states, as it was signed.</summary>
    [NotPersonal]
    public string Statement { get; init; } = "";

    /// <summary>The signature over the statement.</summary>
    [NotPersonal]
    public string Signature { get; init; } = "";

    /// <summary>The public key it can be checked with.</summary>
    [NotPersonal]
    public string PublicKey { get; init; } = "";

    /// <summary>The head of the audit seals when it was issued; empty before the first seal.</summary>
    [NotPersonal]
    public string AuditHead { get; init; } = "";

    /// <summary>The signed file.</summary>
    internal SignedDetermination File => SignedDetermination.Of(Statement, Content, Signature, PublicKey);

    /// <summary>Lets another certificate take its place; the address is then shown no more.</summary>
    internal void GiveWay(DateOnly day) => (ReplacedOn, ShowsAddress, Address) = (day, false, "");
}

internal sealed class PriceCertificateTable : IEntityTypeConfiguration<PriceCertificate>
{
    public void Configure(EntityTypeBuilder<PriceCertificate> builder)
    {
        builder.ToTable("pricing_certificate");
        builder.HasIndex(c => c.CodeHash).IsUnique();
        builder.HasIndex(c => c.Determination);
        builder.HasOne<Determination>().WithMany().HasForeignKey(c => c.Determination);
    }
}
