using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Land;

/// <summary>A piece of land that the trust holds for good.</summary>
[NotPersonal]
public sealed class Parcel : Record<ParcelId>, ISearched
{
    /// <summary>What the trust calls it, unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it is, on one line.</summary>
    public string Address { get; set; } = "";

    /// <summary>
    /// The assessor's parcel number (US) or the Land Registry's title number (GB); null when not known.
    /// </summary>
    public string? TitleNumber { get; set; }

    /// <summary>Unique property reference number (GB), up to 12 digits; null when not known.</summary>
    public string? Uprn { get; set; }

    /// <summary>By what right the trust holds it; null when not recorded.</summary>
    public LandTenure? Tenure { get; set; }

    /// <summary>What it is used for.</summary>
    public LandUse Use { get; set; }

    /// <summary>Square metres on the ellipsoid within its outline; null while it has none.</summary>
    public double? Area { get; set; }

    /// <summary>The western edge of the box around its outline, in degrees; null while it has none.</summary>
    public double? West { get; set; }

    /// <summary>The southern edge.</summary>
    public double? South { get; set; }

    /// <summary>The eastern edge.</summary>
    public double? East { get; set; }

    /// <summary>The northern edge.</summary>
    public double? North { get; set; }

    /// <summary>
    /// When it left the trust, which only a resolution of the members permits; null while the trust holds it.
    /// </summary>
    public DateOnly? DisposedOn { get; set; }

    /// <summary>The resolution that permitted it.</summary>
    public string? DisposedUnder { get; set; }

    /// <summary>What searches look in.</summary>
    public string Search { get; set; } = "";

    /// <summary>The area with its units, or null.</summary>
    internal LandArea? LandArea => Area is { } area ? new LandArea(area) : null;

    internal void MeasureFrom(ParcelGeometry outline)
    {
        Area = outline.Area.SquareMetres;
        var box = outline.Bounds;
        (West, South, East, North) = (box.West, box.South, box.East, box.North);
    }
}

/// <summary>The outline of a parcel, apart from the facts that lists read.</summary>
[NotPersonal]
public sealed class Outline : Record<OutlineId>
{
    /// <summary>The parcel.</summary>
    public ParcelId ParcelId { get; init; }

    /// <summary>A Polygon or MultiPolygon in WGS 84 (RFC 7946).</summary>
    public string GeoJson { get; set; } = "";
}

/// <summary>By what right land is held.</summary>
public enum LandTenure
{
    /// <summary>Owned for ever.</summary>
    [Display(Name = "Fee simple")] Freehold,

    /// <summary>Held on a lease from someone else.</summary>
    [Display(Name = "Leasehold")] Leasehold,

    /// <summary>Owned as a unit with a share in common parts (condominium; commonhold in England and Wales).</summary>
    [Display(Name = "Condominium")] Commonhold,
}

/// <summary>What a parcel is used for.</summary>
public enum LandUse
{
    /// <summary>Homes.</summary>
    [Display(Name = "Residential")] Residential,

    /// <summary>Farming.</summary>
    [Display(Name = "Agricultural")] Agricultural,

    /// <summary>Workshops and community production.</summary>
    [Display(Name = "Community production")] CommunityProduction,

    /// <summary>A hall, a clinic, a school.</summary>
    [Display(Name = "Community facility")] CommunityFacility,

    /// <summary>Kept wild or cared for as nature.</summary>
    [Display(Name = "Conservation")] Conservation,

    /// <summary>Several of these.</summary>
    [Display(Name = "Mixed")] Mixed,
}

internal sealed class ParcelTables : IEntityTypeConfiguration<Parcel>, IEntityTypeConfiguration<Outline>
{
    public void Configure(EntityTypeBuilder<Parcel> builder)
    {
        builder.ToTable("land_parcel");
        builder.HasIndex(p => p.Name).IsUnique();
        builder.HasIndex(p => new { p.Address, p.Id });
        builder.HasIndex(p => new { p.Area, p.Id });
        builder.HasIndex(p => new { p.TitleNumber, p.Id });
        builder.HasIndex(p => new { p.Use, p.Name, p.Id });
        builder.HasIndex(p => new { p.DisposedOn, p.Name, p.Id });
        builder.HasIndex(p => new { p.West, p.East, p.South, p.North });
        builder.Ignore(p => p.LandArea);
    }

    public void Configure(EntityTypeBuilder<Outline> builder)
    {
        builder.ToTable("land_outline");
        builder.HasIndex(o => o.ParcelId).IsUnique();
        builder.HasOne<Parcel>().WithMany().HasForeignKey(o => o.ParcelId).OnDelete(DeleteBehavior.Restrict);
    }
}
