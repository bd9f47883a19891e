using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>The outline of a parcel.</summary>
public sealed class SetOutlineInput
{
    /// <summary>The parcel.</summary>
    public ParcelId Parcel { get; set; }

    /// <summary>The parcel's version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>A Polygon or MultiPolygon, or a Feature that has one, in WGS 84 (RFC 7946).</summary>
    [Required(ErrorMessage = "Paste the outline as GeoJSON.")]
    [StringLength(4 * 1024 * 1024, ErrorMessage = "The outline is larger than 4 MB.")]
    [Display(Name = "Outline as GeoJSON"), DataType(DataType.MultilineText)]
    public string GeoJson { get; set; } = "";

    /// <summary>Why an outline already on record is replaced.</summary>
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Reason for the correction")]
    public string? Reason { get; set; }
}

/// <summary>Why an outline is not set.</summary>
public enum SetOutlineRefusal
{
    /// <summary>What is on record is replaced with a reason only.</summary>
    [Says("Say why the outline on record is replaced.", Field = nameof(SetOutlineInput.Reason))]
    ReasonMissing,

    /// <summary>The outline is not one.</summary>
    [Says("{0}", Field = nameof(SetOutlineInput.GeoJson))]
    BadOutline,
}

/// <summary>Sets the outline of a parcel and measures it, or replaces one with a reason.</summary>
[Needs(LandPermission.Edit)]
[Does("Outline of a parcel drawn")]
public sealed class SetOutline(TrustDb db, Acting acting, LandCorrections corrections)
    : IOperation<SetOutlineInput, ParcelId>
{
    private const string FirstTime = "The outline was recorded.";

    /// <inheritdoc/>
    public async Task<Outcome<ParcelId>> Run(SetOutlineInput input)
    {
        var parcel = await db.Set<Parcel>().FirstOrDefaultAsync(p => p.Id == input.Parcel);
        if (parcel is null) return CommonRefusal.NotFound;
        if (parcel.Version != input.Version)
            return Refusal.ChangedSince(parcel, input.Version, "the parcel");
        var recorded = await db.Set<Outline>().FirstOrDefaultAsync(o => o.ParcelId == parcel.Id);
        if (recorded is not null && string.IsNullOrWhiteSpace(input.Reason)) return SetOutlineRefusal.ReasonMissing;
        var limits = LandFeatureLimits.Usual with { Region = TrustRegion.Of(acting.Profile.Country) };
        if (!ParcelGeometryText.TryParse(input.GeoJson, limits, out var outline, out var errors))
            return Outcome<ParcelId>.Refused([.. errors.Select(e =>
                new Refusal(SetOutlineRefusal.BadOutline, e.ToString()))]);
        var before = Told(parcel);
        parcel.MeasureFrom(outline);
        if (recorded is null) db.Add(recorded = new Outline { ParcelId = parcel.Id });
        recorded.GeoJson = outline.ToGeoJson();
        corrections.Note(parcel.Key, input.Reason ?? FirstTime, before, Told(parcel));
        return parcel.Id;
    }

    private IReadOnlyList<ToldFact> Told(Parcel parcel) =>
    [
        new("Outline", parcel.LandArea?.ToReader(acting.Profile.Measurement)),
        new("Place of the outline", parcel is { South: { } south, West: { } west } ? FormattableString.Invariant(
            $"from {south:0.00000}, {west:0.00000}") : null),
    ];
}
