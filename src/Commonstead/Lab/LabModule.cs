using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>The resale lab.</summary>
public static class LabModule
{
    /// <summary>Adds the lab to the program.</summary>
    public static IServiceCollection AddLab(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Resale lab", "/lab", LabPermission.Use, 55))
        .AddSingleton(RecordKind.Of<PublishedStudy, PublishedStudyId>(
            "Published study", "/lab/studies/", LabPermission.Use,
            s => new NamedRecord(s.Id.Value, s.Title, null)))
        .AddSingleton<LabLane>()
        .AddScoped(s => s.GetRequiredService<LabLane>().Of(s.GetRequiredService<Acting>().Trust.Location.Folder))
        .AddScoped<LabBench>().AddScoped<HomesAtRisk>().AddScoped<HomesAhead>()
        .AddScoped<PublishedStudies>().AddScoped<PublishStudy>().AddScoped<TakeDownStudy>();
}
