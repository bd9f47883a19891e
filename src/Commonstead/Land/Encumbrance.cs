using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Land;

/// <summary>A right of someone else in a parcel, or a promise that binds its use.</summary>
[Personal("shows who has rights in the trust's land", Kept = "as long as the trust holds the land")]
public sealed class Encumbrance : Record<EncumbranceId>
{
    /// <summary>The parcel.</summary>
    public ParcelId ParcelId { get; init; }

    /// <summary>What kind of right or promise.</summary>
    public EncumbranceKind Kind { get; init; }

    /// <summary>Who holds it.</summary>
    public string Holder { get; init; } = "";

    /// <summary>What it restricts or grants.</summary>
    public string Restricts { get; init; } = "";

    /// <summary>Where it is registered.</summary>
    public string? Reference { get; init; }

    /// <summary>The first day it binds.</summary>
    public DateOnly BeginsOn { get; init; }

    /// <summary>The last day it binds by its own terms; null when it has none.</summary>
    public DateOnly? RunsUntil { get; init; }

    /// <summary>The day it was released or lapsed; null while it binds.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>How it came to an end.</summary>
    public string? EndedBecause { get; set; }

    /// <summary>Whether it binds on a day.</summary>
    internal bool BindsOn(DateOnly day) =>
        BeginsOn <= day && (EndedOn is null || EndedOn > day) && (RunsUntil is null || RunsUntil >= day);
}

/// <summary>Kinds of rights and promises that bind land.</summary>
public enum EncumbranceKind
{
    /// <summary>A loan secured on the land.</summary>
    [Display(Name = "Mortgage")] Mortgage,

    /// <summary>A right to pass, to lay pipes, to light.</summary>
    [Display(Name = "Easement")] Easement,

    /// <summary>A promise about use that runs with the land.</summary>
    [Display(Name = "Restrictive covenant")] Covenant,

    /// <summary>A funder's or public body's terms on who may live there and at what price.</summary>
    [Display(Name = "Affordability agreement")] RegulatoryAgreement,

    /// <summary>Land kept as nature or farm for good, held by another body.</summary>
    [Display(Name = "Conservation easement")] ConservationEasement,

    /// <summary>A right to buy or to have the land back on some event.</summary>
    [Display(Name = "Option or reverter")] OptionOrReverter,

    /// <summary>A claim for money, such as taxes.</summary>
    [Display(Name = "Lien")] Lien,

    /// <summary>None of these.</summary>
    [Display(Name = "Another kind")] Other,
}

internal sealed class EncumbranceTable : IEntityTypeConfiguration<Encumbrance>
{
    public void Configure(EntityTypeBuilder<Encumbrance> builder)
    {
        builder.ToTable("land_encumbrance");
        builder.HasIndex(e => new { e.ParcelId, e.BeginsOn });
        builder.HasOne<Parcel>().WithMany().HasForeignKey(e => e.ParcelId).OnDelete(DeleteBehavior.Restrict);
    }
}
