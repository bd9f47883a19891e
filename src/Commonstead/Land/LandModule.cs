using System.CommandLine;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Web;

namespace Commonstead.Land;

/// <summary>The register of land and homes.</summary>
public static class LandModule
{
    /// <summary>Adds land to the program.</summary>
    public static IServiceCollection AddLand(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Land", "/land", LandPermission.See, 20))
        .AddSingleton(RecordKind.Of<Parcel, ParcelId>(
            "Parcel", "/land/parcels/", LandPermission.See, p => new NamedRecord(p.Id.Value, p.Name, null)))
        .AddSingleton(RecordKind.Of<Home, HomeId>(
            "Home", "/land/homes/", LandPermission.See, h => new NamedRecord(h.Id.Value, h.Number, null)))
        .AddScoped<ILand, LandForOthers>()
        .AddScoped<ILandWords, LandWords>()
        .AddScoped<IHomeEntry, HomeEntry>()
        .AddScoped<LandRegister>()
        .AddScoped<HomeLines>()
        .AddScoped<LandCorrections>()
        .AddScoped<IDocumentOwner, ParcelDocuments>()
        .AddScoped<IDocumentOwner, HomeDocuments>()
        .AddScoped<ParcelRules>()
        .AddScoped<AddParcel>()
        .AddScoped<CorrectParcel>()
        .AddScoped<SetOutline>()
        .AddScoped<RecordAcquisition>()
        .AddScoped<AddEncumbrance>()
        .AddScoped<EndEncumbrance>()
        .AddScoped<DisposeOfLand>()
        .AddScoped<ImportParcels>()
        .AddScoped<HomeRules>()
        .AddScoped<HomeFileCheck>().AddScoped<ImportHomes>()
        .AddScoped<AddHome>()
        .AddScoped<CorrectHome>();

    /// <summary>The commands <c>parcels import</c> and <c>homes import</c>.</summary>
    public static IEnumerable<Command> LandCommands() =>
    [
        new Command("parcels", "The register of land: parcels.") { ImportParcelsCommand.Make() },
        new Command("homes", "The register of land: homes.") { ImportHomesCommand.Make() },
    ];

    /// <summary>Maps the map's shapes and the parcels as OGC API – Features.</summary>
    public static void MapLand(this IEndpointRouteBuilder app)
    {
        MapApi.Map(app);
        FeaturesApi.Map(app);
    }
}
