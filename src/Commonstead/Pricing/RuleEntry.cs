using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Pricing;

/// <summary>A rule document in the trust's rule book. Its text is never edited: another text is another rule.</summary>
[NotPersonal]
public sealed class RuleEntry : Record<RuleEntryId>
{
    /// <summary>SHA-256 of the text: what a lease points at.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The document's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The whole document.</summary>
    public string Text { get; init; } = "";

    /// <summary>The day it came into the book.</summary>
    public DateOnly AdoptedOn { get; init; }

    /// <summary>The resolution that adopted it, as minutes name it.</summary>
    public string AdoptedUnder { get; init; } = "";

    /// <summary>From this day new leases may not use it; existing leases never change.</summary>
    public DateOnly? RetiredOn { get; set; }
}

internal sealed class RuleEntryTable : IEntityTypeConfiguration<RuleEntry>
{
    public void Configure(EntityTypeBuilder<RuleEntry> builder)
    {
        builder.ToTable("pricing_rule");
        builder.HasIndex(r => r.Hash).IsUnique();
    }
}
