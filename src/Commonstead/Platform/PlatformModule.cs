using Commonstead.Platform.Access;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Hours;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Trusts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Commonstead.Platform;

/// <summary>What every capability stands on; it knows none of them.</summary>
public static class PlatformModule
{
    /// <summary>Adds a unit of work's parts: who acts, the trust's record, the runner of operations.</summary>
    public static IServiceCollection AddUnitOfWork(this IServiceCollection services)
    {
        services.AddScoped<Acting>();
        services.AddScoped(s => s.GetRequiredService<Acting>().Trust.NewDb());
        services.AddScoped<AuditWriter>();
        services.AddScoped<BulkWriter>().AddScoped<BulkEraser>().AddScoped<Additions>().AddScoped<TextSearch>();
        services.AddScoped<ChangeHistory>().AddScoped<WhoChanged>();
        services.AddScoped<AccessLog>();
        services.AddScoped<Events>();
        services.AddSingleton<RunningImports>();
        services.AddScoped<OperationRunner>();
        services.AddDocuments();
        services.AddMail();
        return services;
    }

    /// <summary>Adds what serving trusts over the web needs.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="opening">The trusts, which may still be opening; whoever needs one first waits for them.</param>
    public static IServiceCollection AddTrustHosting(this IServiceCollection services, Task<TrustRegistry> opening)
    {
        services.AddSingleton(_ => opening.GetAwaiter().GetResult());
        services.AddHttpContextAccessor();
        services.AddDataProtection();
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, TrustKeyRing>());
        services.AddHostedService<Sealer>();
        services.AddSingleton<HourWork>().AddSingleton<HourClock>()
            .AddHostedService(s => s.GetRequiredService<HourClock>());
        services.AddSingleton<MailSender>().AddHostedService(s => s.GetRequiredService<MailSender>());
        return services;
    }
}
