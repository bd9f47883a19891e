using Commonstead.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>
/// Answers other capabilities. They ask only about homes and parcels that their own records name, and say themselves
/// who may see those: a leaseholder may not read the register of land but sees the address of her own home.
/// </summary>
internal sealed class LandForOthers(TrustDb db) : ILand
{
    public async Task<IReadOnlyDictionary<HomeId, HomeSummary>> Homes(IReadOnlyCollection<HomeId> ids) =>
        ids.Count == 0
            ? new Dictionary<HomeId, HomeSummary>()
            : await Summaries(db.Set<Home>().Where(h => ids.Contains(h.Id))).ToDictionaryAsync(h => h.Id);

    public async Task<IReadOnlyDictionary<ParcelId, string>> ParcelNames(IReadOnlyCollection<ParcelId> ids) =>
        ids.Count == 0
            ? new Dictionary<ParcelId, string>()
            : await db.Set<Parcel>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);

    public Task<HomeSummary?> HomeByNumber(string number) =>
        Summaries(db.Set<Home>().Called(h => h.Number, [number])).FirstOrDefaultAsync();

    public async Task<IReadOnlyDictionary<string, HomeSummary>> HomesByNumber(IReadOnlyCollection<string> numbers)
    {
        var found = new Dictionary<string, HomeSummary>(StringComparer.OrdinalIgnoreCase);
        await foreach (var home in numbers.InRounds(
            some => Summaries(db.Set<Home>().Called(h => h.Number, some))))
        {
            found[home.Number] = home;
        }

        return found;
    }

    public async Task<IReadOnlyList<HomeSummary>> AllHomes(int most) =>
        await Summaries(db.Set<Home>().OrderBy(h => h.Number).Take(most)).ToListAsync();

    public async Task<IReadOnlyDictionary<ParcelId, string>> HeldParcels(int most) =>
        await db.Set<Parcel>().Where(p => p.DisposedOn == null).OrderBy(p => p.Name).Take(most)
            .ToDictionaryAsync(p => p.Id, p => p.Name);

    private static IQueryable<HomeSummary> Summaries(IQueryable<Home> homes) => homes.AsNoTracking().Select(h =>
        new HomeSummary(h.Id, h.Number, h.Address, h.ParcelId, h.Parcel.Name, h.Bedrooms));
}
