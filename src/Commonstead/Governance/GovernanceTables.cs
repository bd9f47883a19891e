using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Governance;

/// <summary>The tables of bylaws and resolutions.</summary>
internal sealed class GovernanceTables :
    IEntityTypeConfiguration<Bylaws>, IEntityTypeConfiguration<Resolution>, IEntityTypeConfiguration<Decision>,
    IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<Directorship>,
    IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<Attendance>,
    IEntityTypeConfiguration<Amendment>, IEntityTypeConfiguration<Election>, IEntityTypeConfiguration<Nomination>,
    IEntityTypeConfiguration<CountedBack>
{
    public void Configure(EntityTypeBuilder<Bylaws> builder)
    {
        builder.ToTable("bylaws");
        builder.Ignore(b => b.Rules);
        builder.HasIndex(b => new { b.State, b.From });
        builder.HasIndex(b => b.BegunAt);
    }

    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.ToTable("resolution");
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.State, r.Number, r.Id });
        builder.HasIndex(r => new { r.On, r.Id });
        builder.HasIndex(r => new { r.Act, r.Subject, r.State });
        builder.HasMany(r => r.Decisions).WithOne().HasForeignKey(d => d.Resolution);
        builder.HasMany(r => r.Consents).WithOne().HasForeignKey(c => c.Resolution);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("resolution_decision");
        builder.Ignore(d => d.Count).Ignore(d => d.Counts).Ignore(d => d.WaitsForConfirmation);
        builder.HasIndex(d => d.Resolution);
        builder.HasIndex(d => d.Source);
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("resolution_consent");
        builder.HasIndex(c => c.Resolution);
    }

    public void Configure(EntityTypeBuilder<Directorship> builder)
    {
        builder.ToTable("directorship");
        builder.Ignore(d => d.LastDay).Ignore(d => d.WasHeld);
        builder.HasIndex(d => d.Person);
        builder.HasIndex(d => new { d.From, d.Id });
    }

    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meeting");
        builder.Ignore(m => m.MayDecide).Ignore(m => m.NextItem);
        builder.HasIndex(m => new { m.StartsAt, m.Id });
        builder.HasIndex(m => new { m.State, m.StartsAt, m.Id });
        builder.HasIndex(m => new { m.Body, m.MinutesState });
        builder.HasMany(m => m.Agenda).WithOne().HasForeignKey(i => i.Meeting);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("meeting_item");
        builder.HasIndex(i => i.Meeting);
        builder.HasIndex(i => i.Resolution);
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("meeting_attendance");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.Meeting);
        builder.HasIndex(a => new { a.Meeting, a.ArrivedAt });
        builder.HasIndex(a => a.Person);
    }

    public void Configure(EntityTypeBuilder<Election> builder)
    {
        builder.ToTable("election");
        builder.Ignore(e => e.Body);
        builder.HasIndex(e => new { e.NominationsUntil, e.Id });
        builder.HasIndex(e => new { e.State, e.NominationsUntil, e.Id });
        builder.HasMany(e => e.Nominations).WithOne().HasForeignKey(n => n.Election);
        builder.HasMany(e => e.CountedBack).WithOne().HasForeignKey(c => c.Election);
    }

    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.ToTable("election_nomination");
        builder.Ignore(n => n.IsComplete).Ignore(n => n.IsOpen);
        builder.HasIndex(n => n.Election);
        builder.HasIndex(n => n.Person);
    }

    public void Configure(EntityTypeBuilder<CountedBack> builder)
    {
        builder.ToTable("election_count_back");
        builder.HasIndex(c => c.Election);
    }

    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("meeting_amendment");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.Meeting);
        builder.HasIndex(a => a.Meeting);
        builder.HasIndex(a => a.Resolution);
    }
}
