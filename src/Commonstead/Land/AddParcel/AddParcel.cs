using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary>A new parcel.</summary>
public sealed class AddParcelInput : ParcelFacts;

/// <summary>Enters a parcel in the register of land; refusals are <see cref="ParcelRefusal"/>.</summary>
[Needs(LandPermission.Edit)]
[Does("Parcel entered")]
public sealed class AddParcel(TrustDb db, ParcelRules rules) : IOperation<AddParcelInput, ParcelId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ParcelId>> Run(AddParcelInput input)
    {
        if (await rules.Check(input) is { } refused) return refused;
        var parcel = new Parcel();
        input.WriteTo(parcel);
        db.Add(parcel);
        return parcel.Id;
    }
}
