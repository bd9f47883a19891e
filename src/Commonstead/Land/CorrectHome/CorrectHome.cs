using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>A home's facts as they should stand, and why they did not.</summary>
public sealed class CorrectHomeInput : HomeFacts
{
    /// <summary>The home.</summary>
    public HomeId Home { get; set; }

    /// <summary>The version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>Why it is corrected.</summary>
    [Required(ErrorMessage = "Say why the record is corrected.")]
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "Reason for the correction")]
    public string Reason { get; set; } = "";
}

/// <summary>Puts facts of a home right and keeps what stood there; refusals are <see cref="HomeRefusal"/>.</summary>
[Needs(LandPermission.Edit)]
[Does("Facts about a home corrected")]
public sealed class CorrectHome(
    TrustDb db, Acting acting, HomeRules rules, LandCorrections corrections, Events events)
    : IOperation<CorrectHomeInput, HomeId>
{
    /// <inheritdoc/>
    public async Task<Outcome<HomeId>> Run(CorrectHomeInput input)
    {
        var home = await db.Set<Home>().Include(h => h.Parcel).FirstOrDefaultAsync(h => h.Id == input.Home);
        if (home is null) return CommonRefusal.NotFound;
        if (home.Version != input.Version)
            return Refusal.ChangedSince(home, input.Version, "the home");
        if (await rules.Check(input, home.Id) is { } refused) return refused;
        var measurement = acting.Profile.Measurement;
        var before = HomeFacts.Told(home, home.Parcel.Name, measurement);
        input.WriteTo(home, measurement);
        var parcel = (await db.Set<Parcel>().FindAsync(home.ParcelId))!;
        if (!corrections.Note(home.Key, input.Reason, before, HomeFacts.Told(home, parcel.Name, measurement)))
            return HomeRefusal.NothingChanged;
        var told = new HomeSummary(home.Id, home.Number, home.Address, parcel.Id, parcel.Name, home.Bedrooms);
        return await events.Raise(new HomeChanged(told)) is { Count: > 0 } refusals
            ? Outcome<HomeId>.Refused(refusals)
            : home.Id;
    }
}
