using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>Why a home is not added or corrected.</summary>
public enum HomeRefusal
{
    /// <summary>Leases and letters name a home by its number.</summary>
    [Says("There is a home with the number “{0}” already. Choose another number.", Field = nameof(HomeFacts.Number))]
    NumberTaken,

    /// <summary>A home stands on a parcel of the register.</summary>
    [Says("Choose the parcel the home stands on.", Field = nameof(HomeFacts.Parcel))]
    NoSuchParcel,

    /// <summary>A home planned for later is no home yet.</summary>
    [Says("The home cannot have been built in {0}, which is still to come.", Field = nameof(HomeFacts.YearBuilt))]
    BuiltInFuture,

    /// <summary>A place needs both numbers.</summary>
    [Says("Enter both latitude and longitude, or neither.", Field = nameof(HomeFacts.Latitude))]
    HalfALocation,

    /// <summary>The most common mistake with coordinates.</summary>
    [Says("Latitude and longitude seem exchanged: {0}, {1}.", Field = nameof(HomeFacts.Latitude))]
    LocationExchanged,

    /// <summary>A home elsewhere in the world is a typing mistake.</summary>
    [Says("{0}, {1} is far from the trust's country.", Field = nameof(HomeFacts.Latitude))]
    LocationFarAway,

    /// <summary>A correction corrects something.</summary>
    [Says("Nothing was changed.")]
    NothingChanged,
}

/// <summary>The rules that a home's facts obey, whether it is new or corrected.</summary>
public sealed class HomeRules(TrustDb db, Acting acting)
{
    /// <summary>The first rule the facts break, or null.</summary>
    /// <param name="facts">What was entered.</param>
    /// <param name="itself">The home they are about when it is on record already.</param>
    internal async Task<Refusal?> Check(HomeFacts facts, HomeId? itself = null)
    {
        var own = itself ?? default;
        if (!await db.Set<Parcel>().AnyAsync(p => p.Id == facts.Parcel)) return new Refusal(HomeRefusal.NoSuchParcel);
        var isTaken = await db.Set<Home>().Called(h => h.Number, [facts.Number]).AnyAsync(h => h.Id != own);
        return Broken(facts, isTaken).FirstOrDefault();
    }

    /// <summary>The rules that the facts break.</summary>
    /// <param name="facts">What was entered, of a home on a parcel of the register.</param>
    /// <param name="isNumberTaken">True when another home has the number.</param>
    internal IEnumerable<Refusal> Broken(HomeFacts facts, bool isNumberTaken)
    {
        if (isNumberTaken) yield return new Refusal(HomeRefusal.NumberTaken, facts.Number.Trim());
        if (facts.YearBuilt > acting.Today.Year) yield return new Refusal(HomeRefusal.BuiltInFuture, facts.YearBuilt);
        if (facts.Latitude.HasValue != facts.Longitude.HasValue) yield return new Refusal(HomeRefusal.HalfALocation);
        if (facts is not { Latitude: { } latitude, Longitude: { } longitude }) yield break;
        var (place, expected) = (new GeoPosition(longitude, latitude), TrustRegion.Of(acting.Profile.Country));
        if (expected.Contains(place)) yield break;
        var code = expected.Contains(place.Swapped) ? HomeRefusal.LocationExchanged : HomeRefusal.LocationFarAway;
        yield return new Refusal(code, latitude, longitude);
    }
}
