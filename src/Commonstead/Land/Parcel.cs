using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Land;

/// <summary>A piece of land that the trust holds for good.</summary>
[NotPersonal]
public sealed class Parcel : Record<ParcelId>
{
    /// <summary>What the trust calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it is, on one line.</summary>
    public string Address { get; set; } = "";

    /// <summary>
    /// The assessor's parcel number (US) or the Land Registry's title number (GB); null when not known.
    /// </summary>
    public string? TitleNumber { get; set; }

    /// <summary>What it is used for.</summary>
    public LandUse Use { get; set; }

    /// <summary>What searches look in.</summary>
    public string Search { get; set; } = "";
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

internal sealed class ParcelTable : IEntityTypeConfiguration<Parcel>
{
    public void Configure(EntityTypeBuilder<Parcel> builder)
    {
        builder.ToTable("land_parcel");
        builder.HasIndex(p => p.Name).IsUnique();
    }
}
