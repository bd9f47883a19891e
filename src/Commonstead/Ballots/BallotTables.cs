using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Ballots;

/// <summary>The tables of ballots.</summary>
internal sealed class BallotTables :
    IEntityTypeConfiguration<Ballot>, IEntityTypeConfiguration<BallotChoice>, IEntityTypeConfiguration<KeyHolder>,
    IEntityTypeConfiguration<RollEntry>, IEntityTypeConfiguration<Envelope>, IEntityTypeConfiguration<Participation>,
    IEntityTypeConfiguration<CountedPaper>, IEntityTypeConfiguration<EnteredPaper>,
    IEntityTypeConfiguration<SetAsidePaper>, IEntityTypeConfiguration<PaperVoter>, IEntityTypeConfiguration<VotingCode>,
    IEntityTypeConfiguration<BallotCount>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.ToTable("ballot");
        builder.HasIndex(b => new { b.ClosesAt, b.Id });
        builder.HasIndex(b => new { b.State, b.ClosesAt, b.Id });
        builder.HasIndex(b => b.Subject);
        builder.Ignore(b => b.CountingRule).Ignore(b => b.VotingClasses);
        builder.HasMany(b => b.Choices).WithOne().HasForeignKey(c => c.Ballot);
        builder.HasMany(b => b.Holders).WithOne().HasForeignKey(h => h.Ballot);
    }

    public void Configure(EntityTypeBuilder<BallotChoice> builder)
    {
        builder.ToTable("ballot_choice");
        builder.HasIndex(c => new { c.Ballot, c.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<KeyHolder> builder)
    {
        builder.ToTable("ballot_key_holder");
        builder.HasIndex(h => new { h.Ballot, h.Account }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RollEntry> builder)
    {
        builder.ToTable("ballot_roll");
        builder.HasIndex(e => new { e.Ballot, e.Member }).IsUnique();
        builder.HasIndex(e => new { e.Voter, e.Ballot });
    }

    // One index only: every voter waits for what is written here.
    public void Configure(EntityTypeBuilder<Envelope> builder)
    {
        builder.ToTable("ballot_envelope");
        builder.HasKey(e => e.Number);
        builder.HasIndex(e => new { e.Ballot, e.Entry });
    }

    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("ballot_participation");
        builder.HasKey(p => p.Entry);
        builder.HasIndex(p => p.Ballot);
    }

    public void Configure(EntityTypeBuilder<CountedPaper> builder)
    {
        builder.ToTable("ballot_paper");
        builder.HasKey(p => new { p.Ballot, p.Receipt });
        builder.Ignore(p => p.MarksMade);
    }

    public void Configure(EntityTypeBuilder<EnteredPaper> builder)
    {
        builder.ToTable("ballot_entered_paper");
        builder.HasKey(p => new { p.Ballot, p.Number });
    }

    public void Configure(EntityTypeBuilder<SetAsidePaper> builder)
    {
        builder.ToTable("ballot_set_aside");
        builder.HasKey(p => new { p.Ballot, p.Number });
    }

    public void Configure(EntityTypeBuilder<PaperVoter> builder)
    {
        builder.ToTable("ballot_paper_voter");
        builder.HasKey(p => p.Entry);
        builder.HasIndex(p => p.Ballot);
    }

    public void Configure(EntityTypeBuilder<VotingCode> builder)
    {
        builder.ToTable("ballot_voting_code");
        builder.HasKey(c => c.Entry);
        builder.HasIndex(c => c.Hash).IsUnique();
        builder.HasIndex(c => c.Ballot);
    }

    public void Configure(EntityTypeBuilder<BallotCount> builder)
    {
        builder.ToTable("ballot_count");
        builder.HasIndex(c => new { c.Ballot, c.At });
        builder.Ignore(c => c.Numbers);
    }
}
