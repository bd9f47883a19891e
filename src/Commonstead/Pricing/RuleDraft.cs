using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Pricing;

/// <summary>
/// A rule document that somebody is writing. It may have errors, and no lease can point at it: what bodies vote on, and
/// what comes into the book, is the text as it then stands. A draft whose text is in the book is done with, until its
/// text is changed.
/// </summary>
[NotPersonal]
public sealed class RuleDraft : Record<RuleDraftId>
{
    /// <summary>SHA-256 of the text as it stands: the identity it would have in the book.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The document's title.</summary>
    public string Title { get; set; } = "";

    /// <summary>The whole document.</summary>
    public string Text { get; set; } = "";

    /// <summary>The day it was last changed.</summary>
    public DateOnly ChangedOn { get; set; }

    /// <summary>The day it was given up; null while it is worked on.</summary>
    public DateOnly? GivenUpOn { get; set; }

    /// <summary>Why it was given up.</summary>
    public string GivenUpBecause { get; set; } = "";
}

internal sealed class RuleDraftTable : IEntityTypeConfiguration<RuleDraft>
{
    public void Configure(EntityTypeBuilder<RuleDraft> builder)
    {
        builder.ToTable("pricing_rule_draft");
        builder.HasIndex(d => d.Hash);
        builder.HasIndex(d => new { d.GivenUpOn, d.ChangedOn });
    }
}
