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
internal sealed class HomeEntry(TrustDb db, Acting acting, ILand land, HomeRules rules) : IHomeEntry
{
    private readonly Dictionary<string, ParcelId?> _parcels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<HomeId, AddHomeInput> _right = [];

    /// <inheritdoc/>
    public async Task Expect(IReadOnlyCollection<HomeToEnter> homes)
    {
        _right.Clear();
        _taken.Clear();
        _taken.UnionWith((await land.HomesByNumber([.. homes.Select(h => h.Number.Trim()).Distinct()])).Keys);
        foreach (var home in homes) _parcels[home.ParcelName.Trim()] = null;
        await foreach (var parcel in homes.Select(h => h.ParcelName.Trim()).InRounds(names => db.Set<Parcel>()
            .Where(p => names.Contains(p.Name)).Select(p => new { p.Id, p.Name })))
        {
            _parcels[parcel.Name] = parcel.Id;
        }
    }

    /// <inheritdoc/>
    public Outcome<HomeSummary> Check(HomeToEnter home)
    {
        if (!_parcels.TryGetValue(home.ParcelName.Trim(), out var known))
            throw new InvalidOperationException("The home was not expected.");
        if (known is not { } parcel) return new Refusal(HomeEntryRefusal.ParcelUnknown, home.ParcelName);
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
        var number = home.Number.Trim();
        if (rules.Broken(input, _taken.Contains(number)).FirstOrDefault() is { } broken) return broken;
        _right[home.Id] = input;
        return new HomeSummary(
            home.Id, number, home.Address.Trim(), parcel, home.ParcelName.Trim(), home.Bedrooms);
    }

    /// <inheritdoc/>
    public void Enter(HomeToEnter home)
    {
        if (!_right.TryGetValue(home.Id, out var input))
            throw new InvalidOperationException("The home was not found right.");
        var entered = new Home { Id = home.Id };
        input.WriteTo(entered, acting.Profile.Measurement);
        db.Add(entered);
    }
}
