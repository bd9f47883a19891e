using Commonstead.Platform.Documents;
using Commonstead.Platform.Web;

namespace Commonstead.Land;

/// <summary>The register of land and homes.</summary>
public static class LandModule
{
    /// <summary>Adds land to the program.</summary>
    public static IServiceCollection AddLand(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Land", "/land", LandPermission.See, 20))
        .AddScoped<ILand, LandForOthers>()
        .AddScoped<LandRegister>()
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
        .AddScoped<HomeRules>()
        .AddScoped<AddHome>()
        .AddScoped<CorrectHome>();
}
