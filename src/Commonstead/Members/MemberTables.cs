using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Members;

/// <summary>How members and their terms lie in tables; every list's filter and order has its index.</summary>
internal sealed class MemberTables :
    IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<MemberSpell>,
    IEntityTypeConfiguration<MembershipTerms>, IEntityTypeConfiguration<MembershipClass>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("member");
        builder.Ignore(m => m.IsOpen).Ignore(m => m.Voter).Ignore(m => m.Settled);
        builder.HasIndex(m => m.Number).IsUnique();
        builder.HasIndex(m => m.Person);
        builder.HasIndex(m => m.Organisation);
        builder.HasIndex(m => m.Representative);
        builder.HasIndex(m => new { m.SortName, m.Id });
        builder.HasIndex(m => new { m.JoinedOn, m.Id });
        builder.HasIndex(m => new { m.Class, m.SortName, m.Id });
        builder.HasIndex(m => new { m.EndReason, m.SortName, m.Id });
        builder.HasIndex(m => new { m.EndReason, m.SettledThrough, m.Id });
        builder.Property(m => m.Class).HasMaxLength(ClassCode.Longest);
    }

    public void Configure(EntityTypeBuilder<MemberSpell> builder)
    {
        builder.ToTable("member_spell");
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.Member);
        builder.HasIndex(s => s.Member);
        builder.HasIndex(s => new { s.Representative, s.Until });
        builder.HasIndex(s => s.Until);
        builder.Property(s => s.Class).HasMaxLength(ClassCode.Longest);
    }

    public void Configure(EntityTypeBuilder<MembershipTerms> builder)
    {
        builder.ToTable("member_terms");
        builder.Ignore(t => t.NeedsDecision).Ignore(t => t.OpenClasses).Ignore(t => t.LeaseholdersClass)
            .Ignore(t => t.DuesSaid);
        builder.HasMany(t => t.Classes).WithOne().HasForeignKey(c => c.Terms);
        builder.HasIndex(t => t.From).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MembershipClass> builder)
    {
        builder.ToTable("member_class");
        builder.HasIndex(c => new { c.Terms, c.Code }).IsUnique();
        builder.Property(c => c.Code).HasMaxLength(ClassCode.Longest);
    }
}
