using System.ComponentModel.DataAnnotations;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>That a parcel is to leave the trust.</summary>
public sealed class DisposeOfLandInput
{
    /// <summary>The parcel.</summary>
    public ParcelId Parcel { get; set; }

    /// <summary>The version that was looked at.</summary>
    public int Version { get; set; }

    /// <summary>To whom and why.</summary>
    [Required(ErrorMessage = "Say to whom the land would go and why.")]
    [StringLength(300, ErrorMessage = "The reason is longer than 300 characters.")]
    [Display(Name = "To whom and why"), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";
}

/// <summary>Why land is not disposed of.</summary>
public enum DisposeOfLandRefusal
{
    /// <summary>It can go once.</summary>
    [Says("The land left the trust already, on {0}.")]
    GoneAlready,

    /// <summary>Only the members can let land go; everything else the trust does rests on that.</summary>
    [Says("The members have not resolved to let {0} go. Land is held for good: it cannot be sold or removed from the "
        + "record until a members' resolution permits it.")]
    NoResolution,

    /// <summary>Homes and their leases cannot be left without land.</summary>
    [Says("{0} homes stand on the land. They must be recorded on other land first.")]
    HomesStandOnIt,
}

/// <summary>Lets a parcel leave the trust, when the members have resolved it; it stays on record.</summary>
[Needs(LandPermission.Dispose)]
[Does("Land let go")]
public sealed class DisposeOfLand(
    TrustDb db, Acting acting, LandCorrections corrections, IEnumerable<IPermitsDisposal> permits, Events events)
    : IOperation<DisposeOfLandInput, ParcelId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ParcelId>> Run(DisposeOfLandInput input)
    {
        var parcel = await db.Set<Parcel>().FirstOrDefaultAsync(p => p.Id == input.Parcel);
        if (parcel is null) return CommonRefusal.NotFound;
        if (parcel.DisposedOn is { } gone) return new Refusal(DisposeOfLandRefusal.GoneAlready, gone.ToReader());
        if (parcel.Version != input.Version)
            return Refusal.ChangedSince(parcel, input.Version, "the parcel");
        if (await Resolution(parcel.Id) is not { } resolution)
            return new Refusal(DisposeOfLandRefusal.NoResolution, parcel.Name);
        var homes = await db.Set<Home>().CountAsync(h => h.ParcelId == parcel.Id);
        if (homes > 0) return new Refusal(DisposeOfLandRefusal.HomesStandOnIt, homes);
        var before = Told(parcel);
        (parcel.DisposedOn, parcel.DisposedUnder) = (acting.Today, resolution);
        corrections.Note(parcel.Key, input.Reason, before, Told(parcel));
        var refused = await events.Raise(new LandLetGo(parcel.Id));
        return refused.Count > 0 ? Outcome<ParcelId>.Refused(refused) : parcel.Id;
    }

    private async Task<string?> Resolution(ParcelId parcel)
    {
        foreach (var permit in permits)
        {
            if (await permit.ResolutionFor(parcel) is { } resolution) return resolution;
        }

        return null;
    }

    private static IReadOnlyList<ToldFact> Told(Parcel parcel) =>
        [new("Left the trust", parcel.DisposedOn), new("Under the resolution", parcel.DisposedUnder)];
}
