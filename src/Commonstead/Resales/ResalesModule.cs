using Commonstead.Desk;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;

namespace Commonstead.Resales;

/// <summary>Homes on their way from one owner to the next.</summary>
public static class ResalesModule
{
    /// <summary>Adds resales to the program.</summary>
    public static IServiceCollection AddResales(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Resales", "/resales", ResalePermission.SeeAll, 10))
        .AddSingleton(RecordKind.Of<Resale, ResaleId>("Resale", "/resales/", ResalePermission.SeeAll))
        .AddScoped<IHomesSold, HomesSold>().AddScoped<PreparedSteps>().AddScoped<ResaleBoard>()
        .AddScoped<IPastSales, ResaleBoard>().AddScoped<IOpenResales, ResaleBoard>().AddScoped<ResaleWork>()
        .AddScoped<RecordNotice>().AddScoped<SettleStep>().AddScoped<RecordAppraisal>().AddScoped<DecideOption>()
        .AddScoped<AskPrice>().AddScoped<FindBuyer>().AddScoped<CertifyBuyer>()
        .AddScoped<PrepareClosing>().AddScoped<ConfirmClosing>().AddScoped<SetAsideClosing>()
        .AddScoped<ILeaseStory, ResaleStory>()
        .AddScoped<StateLeaseTerms>().AddScoped<DisputeAppraisal>()
        .AddScoped<DeclareInterest>().AddScoped<WithdrawInterest>()
        .AddScoped<Conflicts>().AddScoped<IPermitsApproval>(s => s.GetRequiredService<Conflicts>())
        .AddScoped<CancelResale>().AddScoped<ReopenResale>().AddScoped<ChangeSettings>()
        .AddScoped<StepDocuments>()
        .AddScoped<IDocumentOwner>(s => s.GetRequiredService<StepDocuments>())
        .AddScoped<CalendarFeed>().AddScoped<IDeskWork, ResaleDesk>()
        .AddScoped<IPersonTies, ResaleTies>().AddScoped<IHomeNotes, ResaleNotes>()
        .AddScoped<PricesFollowed>()
        .AddScoped<IHandles<DeterminationApproved>>(s => s.GetRequiredService<PricesFollowed>())
        .AddScoped<IHandles<DeterminationVoided>>(s => s.GetRequiredService<PricesFollowed>())
        .AddScoped<IPermitsApproval>(s => s.GetRequiredService<PricesFollowed>())
        .AddScoped<ISaleFacts>(s => s.GetRequiredService<PricesFollowed>());

    /// <summary>Maps the calendar feed.</summary>
    public static void MapResales(this IEndpointRouteBuilder routes) => routes
        .MapGet("/calendar/{key}.ics", (string key, CalendarFeed feed, HttpRequest request) =>
            feed.Answer(key, request))
        .AllowAnonymous().RequireRateLimiting(RateLimits.Public);
}
