using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Land;

/// <summary>A home on the trust's land, which a leaseholder may own.</summary>
[NotPersonal]
public sealed class Home : Record<HomeId>, ISearched
{
    /// <summary>The trust's own number or short name of it, unique.</summary>
    public string Number { get; set; } = "";

    /// <summary>The parcel it stands on.</summary>
    public ParcelId ParcelId { get; set; }

    /// <summary>The parcel it stands on, when it was read with the home.</summary>
    public Parcel Parcel { get; set; } = null!;

    /// <summary>Its address, on one line.</summary>
    public string Address { get; set; } = "";

    /// <summary>Unique property reference number (GB), up to 12 digits; null when not known.</summary>
    public string? Uprn { get; set; }

    /// <summary>What kind of building it is or is in.</summary>
    public HomeKind Kind { get; set; }

    /// <summary>Bedrooms; null when not recorded.</summary>
    public int? Bedrooms { get; set; }

    /// <summary>Floor area in square metres, to four decimals; null when not recorded.</summary>
    public decimal? FloorArea { get; set; }

    /// <summary>The year it was built; null when not recorded.</summary>
    public int? YearBuilt { get; set; }

    /// <summary>How accessible it is; null when not assessed.</summary>
    public HomeAccess? Access { get; set; }

    /// <summary>Ramps, lifts, widths and adaptations, in words.</summary>
    public string? AccessNote { get; set; }

    /// <summary>Degrees east in WGS 84; null when not recorded, and then so is <see cref="Latitude"/>.</summary>
    public double? Longitude { get; set; }

    /// <summary>Degrees north in WGS 84.</summary>
    public double? Latitude { get; set; }

    /// <summary>What searches look in.</summary>
    public string Search { get; set; } = "";
}

/// <summary>What kind of building a home is or is in.</summary>
public enum HomeKind
{
    /// <summary>A house that touches no other.</summary>
    [Display(Name = "Detached house")] DetachedHouse,

    /// <summary>One of two houses that share a wall.</summary>
    [Display(Name = "Duplex")] Duplex,

    /// <summary>One of a row of houses.</summary>
    [Display(Name = "Row house")] RowHouse,

    /// <summary>One of several homes in a building.</summary>
    [Display(Name = "Apartment")] Apartment,

    /// <summary>Built elsewhere and brought to its place.</summary>
    [Display(Name = "Manufactured home")] ManufacturedHome,

    /// <summary>None of these.</summary>
    [Display(Name = "Another kind")] Other,
}

/// <summary>How accessible a home is, in steps both countries' building rules know.</summary>
public enum HomeAccess
{
    /// <summary>There are steps to the entrance.</summary>
    [Display(Name = "Steps to the entrance")] Steps,

    /// <summary>A step-free entrance and a toilet on the entrance floor (Building Regulations 2010, M4(1)).</summary>
    [Display(Name = "Visitable, step-free entrance")] Visitable,

    /// <summary>Made so that it can be adapted (M4(2); ICC A117.1 Type B).</summary>
    [Display(Name = "Adaptable")] Adaptable,

    /// <summary>Fit for someone who uses a wheelchair (M4(3); ICC A117.1 Type A or Accessible unit).</summary>
    [Display(Name = "Wheelchair accessible")] Wheelchair,
}

internal sealed class HomeTable : IEntityTypeConfiguration<Home>
{
    public void Configure(EntityTypeBuilder<Home> builder)
    {
        builder.ToTable("land_home");
        builder.HasIndex(h => h.Number).IsUnique();
        builder.HasIndex(h => new { h.Address, h.Id });
        builder.HasIndex(h => new { h.Bedrooms, h.Id });
        builder.HasIndex(h => new { h.Kind, h.Number, h.Id });
        builder.HasIndex(h => new { h.Access, h.Number, h.Id });
        builder.HasIndex(h => h.ParcelId);
        builder.Property(h => h.FloorArea).HasPrecision(12, 4);
        builder.HasOne(h => h.Parcel).WithMany().HasForeignKey(h => h.ParcelId).OnDelete(DeleteBehavior.Restrict);
    }
}
