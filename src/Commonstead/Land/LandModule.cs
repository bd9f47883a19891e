using Commonstead.Platform.Web;

namespace Commonstead.Land;

/// <summary>The register of land and homes.</summary>
public static class LandModule
{
    /// <summary>Adds land to the program.</summary>
    public static IServiceCollection AddLand(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Land", "/land", LandPermission.See, 20))
        .AddScoped<LandRegister>()
        .AddScoped<ILand, LandForOthers>()
        .AddScoped<AddParcel>()
        .AddScoped<HomeRules>()
        .AddScoped<AddHome>();
}
