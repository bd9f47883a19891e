using Commonstead.Platform.Audit;
using Commonstead.Platform.Web;

namespace Commonstead.Trail;

/// <summary>The audit trail as people read it.</summary>
public static class TrailModule
{
    /// <summary>Adds the trail to the program.</summary>
    public static IServiceCollection AddTrail(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Audit trail", "/audit", AuditPermission.See, 80))
        .AddSingleton(new GlossaryEntry(
            "Audit trail", "The list of everything that was done in this program: who, when, what, to which records."))
        .AddSingleton(new GlossaryEntry(
            "Seal", "A mark over a stretch of the audit trail; any later change to it breaks the seals that follow."))
        .AddScoped<TrailRegister>()
        .AddScoped<RecordNames>()
        .AddScoped<ValueNames>()
        .AddScoped<ChangeReader>();
}
