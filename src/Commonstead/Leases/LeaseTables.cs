using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Leases;

/// <summary>How leases and what belongs to them lie in tables; every list's filter and order has its index.</summary>
internal sealed class LeaseTables :
    IEntityTypeConfiguration<Lease>, IEntityTypeConfiguration<Holding>, IEntityTypeConfiguration<LeaseFact>,
    IEntityTypeConfiguration<Correction>, IEntityTypeConfiguration<LeaseFee>,
    IEntityTypeConfiguration<Mortgage>, IEntityTypeConfiguration<Improvement>, IEntityTypeConfiguration<LeaseNotice>,
    IEntityTypeConfiguration<Renewal>, IEntityTypeConfiguration<Subsidy>, IEntityTypeConfiguration<DefaultNotice>,
    IEntityTypeConfiguration<LeaseSettings>, IEntityTypeConfiguration<Transfer>, IEntityTypeConfiguration<TransferStep>,
    IEntityTypeConfiguration<Purchase>, IEntityTypeConfiguration<PurchaseSource>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("lease");
        builder.Ignore(l => l.IsOpen);
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => new { l.HomeAddress, l.Id });
        builder.HasIndex(l => new { l.HolderNames, l.Id });
        builder.HasIndex(l => new { l.EndsOn, l.Id });
        builder.HasIndex(l => l.Home);
        builder.HasIndex(l => l.Parcel);
        builder.HasIndex(l => new { l.Standing, l.Number, l.Id, l.EndsOn });
        builder.HasIndex(l => new { l.Instrument, l.Number, l.Id });
        builder.HasIndex(l => new { l.RuleHash, l.Number, l.Id });
        builder.Property(l => l.Number).HasMaxLength(40);
        builder.Property(l => l.RuleHash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Holding> builder)
    {
        builder.ToTable("lease_holding");
        builder.HasOne<Lease>().WithMany().HasForeignKey(h => h.Lease);
        builder.HasIndex(h => new { h.Person, h.Until });
    }

    public void Configure(EntityTypeBuilder<LeaseFact> builder)
    {
        builder.ToTable("lease_fact");
        builder.HasOne<Lease>().WithMany().HasForeignKey(f => f.Lease);
        builder.HasIndex(f => new { f.Lease, f.Name });
    }

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("lease_correction");
        builder.HasOne<Lease>().WithMany().HasForeignKey(c => c.Lease);
        builder.HasIndex(c => new { c.State, c.ProposedAt });
    }

    public void Configure(EntityTypeBuilder<LeaseFee> builder)
    {
        builder.ToTable("lease_fee");
        builder.HasOne<Lease>().WithMany().HasForeignKey(f => f.Lease);
        builder.HasIndex(f => new { f.Lease, f.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Mortgage> builder)
    {
        builder.ToTable("lease_mortgage");
        builder.HasOne<Lease>().WithMany().HasForeignKey(m => m.Lease);
    }

    public void Configure(EntityTypeBuilder<Improvement> builder)
    {
        builder.ToTable("lease_improvement");
        builder.Ignore(i => i.Tag);
        builder.HasOne<Lease>().WithMany().HasForeignKey(i => i.Lease);
    }

    public void Configure(EntityTypeBuilder<LeaseNotice> builder)
    {
        builder.ToTable("lease_notice");
        builder.HasOne<Lease>().WithMany().HasForeignKey(n => n.Lease);
    }

    public void Configure(EntityTypeBuilder<Renewal> builder)
    {
        builder.ToTable("lease_renewal");
        builder.HasOne<Lease>().WithMany().HasForeignKey(r => r.Lease);
    }

    public void Configure(EntityTypeBuilder<Subsidy> builder)
    {
        builder.ToTable("lease_subsidy");
        builder.HasOne<Lease>().WithMany().HasForeignKey(s => s.Lease);
        builder.HasIndex(s => s.Home);
    }

    public void Configure(EntityTypeBuilder<DefaultNotice> builder)
    {
        builder.ToTable("lease_default");
        builder.Ignore(d => d.IsOpen);
        builder.HasOne<Lease>().WithMany().HasForeignKey(d => d.Lease);
        builder.HasIndex(d => new { d.Outcome, d.CureUntil });
        builder.HasIndex(d => d.Mortgage);
    }

    public void Configure(EntityTypeBuilder<LeaseSettings> builder)
    {
        builder.ToTable("lease_settings");
        builder.Ignore(s => s.Option);
    }

    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("lease_transfer");
        builder.Ignore(t => t.IsOpen);
        builder.Ignore(t => t.IsToLender);
        builder.HasOne<Lease>().WithMany().HasForeignKey(t => t.Lease);
        builder.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.Transfer);
        builder.HasIndex(t => new { t.State, t.HappenedOn });
        builder.HasIndex(t => t.Leaver);
    }

    public void Configure(EntityTypeBuilder<TransferStep> builder) => builder.ToTable("lease_transfer_step");

    public void Configure(EntityTypeBuilder<Purchase> builder)
    {
        builder.ToTable("lease_purchase");
        builder.Ignore(p => p.Due);
        builder.HasOne<Lease>().WithMany().HasForeignKey(p => p.Lease);
        builder.HasMany(p => p.Sources).WithOne().HasForeignKey(s => s.Purchase);
    }

    public void Configure(EntityTypeBuilder<PurchaseSource> builder) => builder.ToTable("lease_purchase_source");
}
