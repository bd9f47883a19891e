using System.CommandLine;
using Commonstead.Desk;
using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;
using Commonstead.Resales;

namespace Commonstead.Leases;

/// <summary>The register of leases.</summary>
public static class LeasesModule
{
    /// <summary>Adds leases to the program.</summary>
    public static IServiceCollection AddLeases(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Leases", "/leases", LeasePermission.SeeAll, 30))
        .AddSingleton(new NavigationEntry("My lease", "/my-lease", LeasePermission.SeeOwn, 30))
        .AddSingleton(RecordKind.Of<Lease, LeaseId>(
            "Lease", "/leases/", LeasePermission.SeeAll, l => new NamedRecord(l.Id.Value, l.Number, null)))
        .AddSingleton(RecordKind.Of<Correction, CorrectionId>(
            "Correction of a lease", "/leases/corrections/", LeasePermission.SeeAll))
        .AddScoped<LeaseRegister>().AddScoped<HolderEvents>()
        .AddScoped<ILeases>(s => s.GetRequiredService<LeaseRegister>())
        .AddScoped<PersonChoices>()
        .AddScoped<IIncomeCaps, IncomeCaps>().AddScoped<IPersonTies, LeaseTies>()
        .AddScoped<IHomePanel, HomeLeasesPanel>().AddScoped<IHomeNotes, LeaseNotes>()
        .AddScoped<LeaseFileCheck>().AddScoped<ImportLeases>()
        .AddScoped<IPermittedMortgages, PermittedMortgages>()
        .AddScoped<IDocumentOwner, LeaseDocuments>().AddScoped<ISaleFacts, CreditedWorks>()
        .AddScoped<IHandles<ResaleClosed>, FollowResale>()
        .AddScoped<IHandles<ClosingVoided>, FollowResale>()
        .AddScoped<IHandles<PersonRenamed>, FollowNames>()
        .AddScoped<IHandles<HomeChanged>, FollowNames>()
        .AddScoped<EnterLease>().AddScoped<StateFacts>().AddScoped<ProposeCorrection>().AddScoped<DecideCorrection>()
        .AddScoped<SetLeaseFee>().AddScoped<PermitMortgage>().AddScoped<ReleaseMortgage>()
        .AddScoped<RecordWorks>().AddScoped<CarryWorks>().AddScoped<RecordLeaseNotice>().AddScoped<EndLease>()
        .AddScoped<RenewLease>().AddScoped<RecordSubsidy>().AddScoped<EndSubsidy>().AddScoped<StatePurchase>()
        .AddScoped<RecordDefault>().AddScoped<ResolveDefault>().AddScoped<ChangeLeaseSettings>()
        .AddScoped<LeaseDeadlines>()
        .AddScoped<IDeskWork>(s => s.GetRequiredService<LeaseDeadlines>())
        .AddScoped<ICalendarDays>(s => s.GetRequiredService<LeaseDeadlines>())
        .AddScoped<IDocumentOwner, TransferDocuments>().AddScoped<HeirCheck>()
        .AddScoped<BeginTransfer>().AddScoped<SettleTransferStep>().AddScoped<CompleteTransfer>()
        .AddScoped<CallOffTransfer>();

    /// <summary>The command: <c>leases import</c>.</summary>
    public static Command LeaseCommands() => new("leases", "The register of leases.") { ImportLeasesCommand.Make() };
}
