using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Resales;

/// <summary>The tables of resales, their indexes, and what is worked out and not stored.</summary>
internal sealed class ResaleTables :
    IEntityTypeConfiguration<Resale>, IEntityTypeConfiguration<ResaleBuyer>, IEntityTypeConfiguration<ResaleStep>,
    IEntityTypeConfiguration<ResaleEvent>, IEntityTypeConfiguration<Appraisal>, IEntityTypeConfiguration<Certification>,
    IEntityTypeConfiguration<Closing>, IEntityTypeConfiguration<ClosingDecision>,
        IEntityTypeConfiguration<ResaleSettings>, IEntityTypeConfiguration<DeclaredInterest>,
    IEntityTypeConfiguration<ClosingPayoff>
{
    public void Configure(EntityTypeBuilder<Resale> builder)
    {
        builder.ToTable("resale");
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.Lease, r.State });
        builder.HasIndex(r => new { r.NoticeOn, r.Id });
        builder.HasIndex(r => new { r.State, r.NoticeOn, r.Id });
        builder.Ignore(r => r.IsOpen).Ignore(r => r.Terms).Ignore(r => r.AnyBuyerFrom)
            .Ignore(r => r.PowerOfSaleFrom);
        builder.HasMany(r => r.Buyers).WithOne().HasForeignKey(b => b.Resale);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.Resale);
    }

    public void Configure(EntityTypeBuilder<ResaleBuyer> builder)
    {
        builder.ToTable("resale_buyer");
        builder.HasIndex(b => new { b.Resale, b.Person }).IsUnique();
        builder.HasIndex(b => b.Person);
    }

    public void Configure(EntityTypeBuilder<ResaleStep> builder)
    {
        builder.ToTable("resale_step");
        builder.HasIndex(s => new { s.Resale, s.Kind }).IsUnique();
        // Only for what is due: without statistics SQLite would read every open step to find those of one resale.
        builder.HasIndex(s => new { s.State, s.DueOn }).HasFilter("due_on is not null");
    }

    public void Configure(EntityTypeBuilder<ResaleEvent> builder)
    {
        builder.ToTable("resale_event");
        builder.HasIndex(e => new { e.Resale, e.At });
    }

    public void Configure(EntityTypeBuilder<Appraisal> builder)
    {
        builder.ToTable("resale_appraisal");
        builder.Ignore(a => a.Citation);
        builder.HasIndex(a => a.Resale);
    }

    public void Configure(EntityTypeBuilder<Certification> builder)
    {
        builder.ToTable("resale_certification");
        builder.HasIndex(c => c.Resale);
    }

    public void Configure(EntityTypeBuilder<Closing> builder)
    {
        builder.ToTable("resale_closing");
        builder.Ignore(c => c.NetProceeds).Ignore(c => c.State);
        builder.HasIndex(c => c.Resale);
        builder.HasMany(c => c.Decisions).WithOne().HasForeignKey(d => d.Closing);
        builder.HasMany(c => c.PayoffLetters).WithOne().HasForeignKey(p => p.Closing);
    }

    public void Configure(EntityTypeBuilder<ClosingPayoff> builder)
    {
        builder.ToTable("resale_closing_payoff");
        builder.HasIndex(p => p.Closing);
    }

    public void Configure(EntityTypeBuilder<ClosingDecision> builder)
    {
        builder.ToTable("resale_closing_decision");
        builder.HasIndex(d => d.Closing);
    }

    public void Configure(EntityTypeBuilder<DeclaredInterest> builder)
    {
        builder.ToTable("resale_interest");
        builder.HasIndex(i => i.Resale);
        builder.HasIndex(i => i.Person);
    }

    public void Configure(EntityTypeBuilder<ResaleSettings> builder) => builder.ToTable("resale_settings");
}
