using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>Why a home of a file is not entered; <see cref="HomeRefusal"/> adds the rules of every home.</summary>
public enum HomeEntryRefusal
{
    /// <summary>A home stands on a parcel of the register.</summary>
    [Says("There is no parcel called “{0}”. Add it to the register of land first.",
        Field = nameof(HomeToEnter.ParcelName))]
    ParcelUnknown,

    /// <summary>Only the kinds that the register knows.</summary>
    [Says("“{0}” is no kind of home; write one of {1}.", Field = nameof(HomeToEnter.Kind))]
    KindUnknown,
}

/// <summary>Enters homes that a file of another capability brings, by the rules of every home.</summary>
internal sealed class HomeEntry(TrustDb db, Acting acting, HomeRules rules) : IHomeEntry
{
    private readonly Dictionary<string, ParcelId?> _parcels = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<Outcome<HomeSummary>> Enter(HomeToEnter home, bool isTrial)
    {
        if (await Parcel(home.ParcelName) is not { } parcel)
            return new Refusal(HomeEntryRefusal.ParcelUnknown, home.ParcelName);
        var kind = HomeKind.Other;
        if (home.Kind is { } named && !Enum.TryParse(named.Replace("_", "", StringComparison.Ordinal), true, out kind))
            return new Refusal(HomeEntryRefusal.KindUnknown, named, string.Join(", ", Enum.GetNames<HomeKind>()));
        var input = new AddHomeInput
        {
            Number = home.Number,
            Parcel = parcel,
            Address = home.Address,
            Kind = kind,
            Bedrooms = home.Bedrooms,
            YearBuilt = home.YearBuilt,
        };
        if (InputBounds.Check(input) is { Count: > 0 } outOfBounds) return Outcome<HomeSummary>.Refused(outOfBounds);
        if (await rules.Check(input) is { } refused) return refused;
        if (!isTrial)
        {
            var entered = new Home { Id = home.Id };
            input.WriteTo(entered, acting.Profile.Measurement);
            db.Add(entered);
        }

        return new HomeSummary(
            home.Id, home.Number.Trim(), home.Address.Trim(), parcel, home.ParcelName.Trim(), home.Bedrooms);
    }

    private async Task<ParcelId?> Parcel(string name)
    {
        var trimmed = name.Trim();
        if (_parcels.TryGetValue(trimmed, out var known)) return known;
        return _parcels[trimmed] = await db.Set<Parcel>().Where(p => p.Name == trimmed)
            .Select(p => (ParcelId?)p.Id).FirstOrDefaultAsync();
    }
}
