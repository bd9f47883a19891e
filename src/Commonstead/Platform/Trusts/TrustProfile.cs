using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commonstead.Platform.Trusts;

/// <summary>The countries whose words, paper and customs the program knows.</summary>
public enum Country
{
    /// <summary>United States: US English, Letter paper, acres.</summary>
    [Display(Name = "United States")] UnitedStates,

    /// <summary>Great Britain: British English, A4 paper, hectares.</summary>
    [Display(Name = "Great Britain")] GreatBritain,
}

/// <summary>How areas are written.</summary>
public enum Measurement
{
    /// <summary>Acres and square feet.</summary>
    [Display(Name = "Acres and square feet")] Imperial,

    /// <summary>Hectares and square metres.</summary>
    [Display(Name = "Hectares and square metres")] Metric,
}

/// <summary>What the trust says of itself; there is one row, made on the first run.</summary>
[NotPersonal]
public sealed class TrustProfile : Record<TrustProfileId>
{
    /// <summary>The trust's legal name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whose words and customs apply.</summary>
    public Country Country { get; set; }

    /// <summary>The currency of its books.</summary>
    public Currency Currency { get; set; }

    /// <summary>IANA time zone; "today" is today there.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>How areas are written.</summary>
    public Measurement Measurement { get; set; }

    /// <summary>True for a demonstration, which every page and certificate says.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>The culture pages are written in.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Country == Country.GreatBritain ? "en-GB" : "en-US");

    /// <summary>The time zone by its rules.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>
    /// The instant of an hour where the trust is; the hour that clocks show twice in autumn is taken the first time.
    /// </summary>
    /// <returns>Null for an hour that the clocks leave out in spring.</returns>
    public DateTime? InstantOf(DateOnly day, TimeOnly time)
    {
        var (zone, local) = (Zone, day.ToDateTime(time));
        if (zone.IsInvalidTime(local)) return null;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The paper certificates are printed on, as CSS names it.</summary>
    public string Paper => Country == Country.UnitedStates ? "letter" : "a4";
}

/// <summary>Names the trust's profile.</summary>
public readonly record struct TrustProfileId(Guid Value) : IRecordId<TrustProfileId>
{
    /// <inheritdoc/>
    public static TrustProfileId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => RecordIds.Text(Value);
}

internal sealed class TrustProfileTable : IEntityTypeConfiguration<TrustProfile>
{
    public void Configure(EntityTypeBuilder<TrustProfile> builder)
    {
        builder.ToTable("trust_profile");
        builder.Ignore(p => p.Culture).Ignore(p => p.Paper).Ignore(p => p.Zone);
    }
}
