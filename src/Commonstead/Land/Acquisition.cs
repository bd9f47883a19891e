using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Land;

/// <summary>How a parcel came to the trust.</summary>
[Personal("proves the trust's title to its land", Kept = "as long as the trust holds the land")]
public sealed class Acquisition : Record<AcquisitionId>
{
    /// <summary>The parcel; each has one acquisition.</summary>
    public ParcelId ParcelId { get; init; }

    /// <summary>In what manner.</summary>
    public AcquisitionManner Manner { get; set; }

    /// <summary>From whom, as the deed names them.</summary>
    public string FromWhom { get; set; } = "";

    /// <summary>The day title or possession passed.</summary>
    public DateOnly On { get; set; }

    /// <summary>What the trust paid; null when nothing or not known.</summary>
    public Money? Price { get; set; }

    /// <summary>What it was then appraised at; null when it was not.</summary>
    public Money? AppraisedValue { get; set; }

    /// <summary>Where the deed is registered: book and page, instrument or title number.</summary>
    public string? DeedReference { get; set; }

    /// <summary>The last day of the lease by which the trust holds the land; null unless it was leased in.</summary>
    public DateOnly? LeasedUntil { get; set; }
}

/// <summary>In what manner land comes to a trust.</summary>
public enum AcquisitionManner
{
    /// <summary>Given for nothing.</summary>
    [Display(Name = "Gift")] Gift,

    /// <summary>Bought at its value.</summary>
    [Display(Name = "Purchase")] Purchase,

    /// <summary>Bought knowingly for less than its value, the rest being a gift.</summary>
    [Display(Name = "Bargain sale")] BargainSale,

    /// <summary>Handed over by a council, a land bank or another public body.</summary>
    [Display(Name = "Transfer from a public body")] PublicTransfer,

    /// <summary>Leased from its owner.</summary>
    [Display(Name = "Lease in")] LeaseIn,
}

internal sealed class AcquisitionTable : IEntityTypeConfiguration<Acquisition>
{
    public void Configure(EntityTypeBuilder<Acquisition> builder)
    {
        builder.ToTable("land_acquisition");
        builder.HasIndex(a => a.ParcelId).IsUnique();
        builder.HasOne<Parcel>().WithMany().HasForeignKey(a => a.ParcelId).OnDelete(DeleteBehavior.Restrict);
    }
}
