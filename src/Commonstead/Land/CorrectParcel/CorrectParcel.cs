using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>A parcel's facts as they should stand, and why they did not.</summary>
public sealed class CorrectParcelInput : ParcelFacts
{
    /// <summary>The parcel.</summary>
    public ParcelId Parcel { get; set; }

    /// <summary>The version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>Why it is corrected.</summary>
    [Required(ErrorMessage = "Say why the record is corrected.")]
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Reason for the correction")]
    public string Reason { get; set; } = "";
}

/// <summary>
/// Puts facts of a parcel right and keeps what stood there; refusals are <see cref="ParcelRefusal"/>.
/// </summary>
[Needs(LandPermission.Edit)]
[Does("Facts about a parcel corrected")]
public sealed class CorrectParcel(TrustDb db, ParcelRules rules, LandCorrections corrections)
    : IOperation<CorrectParcelInput, ParcelId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ParcelId>> Run(CorrectParcelInput input)
    {
        var parcel = await db.Set<Parcel>().FirstOrDefaultAsync(p => p.Id == input.Parcel);
        if (parcel is null) return CommonRefusal.NotFound;
        if (parcel.Version != input.Version)
            return Refusal.ChangedSince(parcel, input.Version, "the parcel");
        if (await rules.Check(input, parcel.Id) is { } refused) return refused;
        var before = ParcelFacts.Told(parcel);
        input.WriteTo(parcel);
        return corrections.Note(parcel.Key, input.Reason, before, ParcelFacts.Told(parcel))
            ? parcel.Id
            : ParcelRefusal.NothingChanged;
    }
}
