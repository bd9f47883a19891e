using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Land;

/// <summary>Reads the register of land, as far as an actor may see it.</summary>
public sealed class LandRegister(TrustDb db, Acting acting)
{
    /// <summary>The parcels the actor may see.</summary>
    internal IQueryable<Parcel> Parcels => acting.Actor.May(LandPermission.See)
        ? db.Set<Parcel>().AsNoTracking()
        : db.Set<Parcel>().AsNoTracking().Where(_ => false);

    /// <summary>One parcel, or null.</summary>
    internal Task<Parcel?> Parcel(ParcelId id) => Parcels.FirstOrDefaultAsync(p => p.Id == id);
}
