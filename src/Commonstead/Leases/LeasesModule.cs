using Commonstead.Platform.Web;

namespace Commonstead.Leases;

/// <summary>The register of leases.</summary>
public static class LeasesModule
{
    /// <summary>Adds leases to the program.</summary>
    public static IServiceCollection AddLeases(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Leases", "/leases", LeasePermission.SeeAll, 30))
        .AddSingleton(new NavigationEntry("My lease", "/my-lease", LeasePermission.SeeOwn, 30))
        .AddScoped<LeaseRegister>()
        .AddScoped<ILeases>(s => s.GetRequiredService<LeaseRegister>())
        .AddScoped<PersonChoices>()
        .AddScoped<EnterLease>();
}
