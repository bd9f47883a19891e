using Commonstead.Platform.Data;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;

namespace Commonstead.Land;

/// <summary>Documents that belong to a parcel: deeds, surveys, covenants.</summary>
internal sealed class ParcelDocuments(LandRegister land, Acting acting) : IDocumentOwner
{
    /// <summary>The kind's name in addresses.</summary>
    public const string Name = "parcel";

    public string Kind => Name;

    public async Task<DocumentPlace?> Find(Guid id) => await land.Parcel(ParcelId.From(id)) is { } parcel
        ? new DocumentPlace(parcel.Name, $"/land/parcels/{parcel.Id}", acting.Actor.May(LandPermission.Edit))
        : null;
}

/// <summary>Documents that belong to a home: plans, surveys, energy certificates.</summary>
internal sealed class HomeDocuments(LandRegister land, Acting acting) : IDocumentOwner
{
    /// <summary>The kind's name in addresses.</summary>
    public const string Name = "home";

    public string Kind => Name;

    public async Task<DocumentPlace?> Find(Guid id) => await land.Home(HomeId.From(id)) is { } home
        ? new DocumentPlace(home.Number, $"/land/homes/{home.Id}", acting.Actor.May(LandPermission.Edit))
        : null;
}
