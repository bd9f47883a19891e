using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>The resale lab.</summary>
public static class LabModule
{
    /// <summary>Adds the lab to the program.</summary>
    public static IServiceCollection AddLab(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Resale lab", "/lab", LabPermission.Use, 55))
        .AddSingleton<LabRuns>().AddScoped<LabBench>().AddScoped<HomesAtRisk>();
}
