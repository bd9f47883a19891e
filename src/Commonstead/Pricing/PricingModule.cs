using Commonstead.Desk;
using Commonstead.Leases;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Web;

namespace Commonstead.Pricing;

/// <summary>The rule book, and the maximum prices that leases allow.</summary>
public static class PricingModule
{
    /// <summary>Adds pricing to the program.</summary>
    public static IServiceCollection AddPricing(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Rule book", "/rules", PricingPermission.SeeRules, 50))
        .AddSingleton(new NavigationEntry("My price", "/my/price", LeasePermission.SeeOwn, 35))
        .AddSingleton(RecordKind.Of<RuleEntry, RuleEntryId>(
            "Resale rule", "/rules/", PricingPermission.SeeRules,
            r => new NamedRecord(r.Id.Value, r.Title, "/rules/" + r.Hash)))
        .AddSingleton(RecordKind.Of<RuleDraft, RuleDraftId>(
            "Draft of a resale rule", "/rules/write/", PricingPermission.DraftRules,
            d => new NamedRecord(d.Id.Value, d.Title, null)))
        .AddSingleton(RecordKind.Of<Determination, DeterminationId>(
            "Maximum price", "/prices/", LeasePermission.SeeAll))
        .AddSingleton<ParsedRules>()
        .AddScoped<RuleBook>().AddScoped<IRuleBook>(s => s.GetRequiredService<RuleBook>())
        .AddScoped<Determinations>().AddScoped<IPrices>(s => s.GetRequiredService<Determinations>())
        .AddScoped<Working>().AddScoped<IPriceEstimates, PriceEstimates>()
        .AddScoped<OfferedFacts>().AddScoped<FactsSince>()
        .AddSingleton<IRecordCheck, DeterminationCheck>()
        .AddScoped<IDeskWork, PriceDesk>()
        .AddScoped<ILeaseStory, PriceStory>()
        .AddScoped<RuleDrafts>().AddScoped<IRuleDrafts>(s => s.GetRequiredService<RuleDrafts>())
        .AddScoped<RuleReviews>()
        .AddScoped<SaveRuleDraft>().AddScoped<GiveUpRuleDraft>().AddScoped<AdoptRule>()
        .AddScoped<MakeDetermination>().AddScoped<ApproveDetermination>().AddScoped<SetAsideDetermination>()
        .AddScoped<IssueCertificate>().AddScoped<Certificates>();
}
