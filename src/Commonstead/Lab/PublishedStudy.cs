using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Lab;

/// <summary>
/// A finished study that the trust shows to anybody who has its address, with everything it takes to compute it again.
/// </summary>
[NotPersonal]
public sealed class PublishedStudy : Record<PublishedStudyId>
{
    /// <summary>What the trust calls it.</summary>
    public string Title { get; init; } = "";

    /// <summary>The code of its public page.</summary>
    public string Code { get; init; } = "";

    /// <summary>SHA-256 of the code, by which it is looked up.</summary>
    public string CodeHash { get; init; } = "";

    /// <summary>The page of the lab with the study's setting.</summary>
    public string Address { get; init; } = "";

    /// <summary>The study as <see cref="LabFile"/> writes it.</summary>
    public string Content { get; init; } = "";

    /// <summary>The day it was published.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>The day it was taken down; null while it is public.</summary>
    public DateOnly? TakenDownOn { get; set; }

    /// <summary>Why it was taken down.</summary>
    public string TakenDownBecause { get; set; } = "";
}

/// <summary>Names a published study.</summary>
public readonly record struct PublishedStudyId(Guid Value) : IRecordId<PublishedStudyId>
{
    /// <inheritdoc/>
    public static PublishedStudyId From(Guid value) => new(value);

    /// <summary>Reads an id from an address or a form.</summary>
    public static bool TryParse(string? text, IFormatProvider? culture, out PublishedStudyId id) =>
        RecordIds.TryParse(text, out id);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class PublishedStudyTable : IEntityTypeConfiguration<PublishedStudy>
{
    public void Configure(EntityTypeBuilder<PublishedStudy> builder)
    {
        builder.ToTable("lab_published_study");
        builder.HasIndex(s => s.CodeHash).IsUnique();
        builder.HasIndex(s => new { s.PublishedOn, s.Id });
    }
}
