using Commonstead.Core;
using Commonstead.Leases;

namespace Commonstead.Demonstration;

/// <summary>
/// What lies on the desk on the first day: works that wait for an answer, a correction for its second person, a
/// subsidy, a fee that was not paid, an owner to be added.
/// </summary>
internal sealed class DemoFirstDay(DemoWork work, DemoPlace place, IReadOnlyList<DemoLease> leases)
{
    private DateOnly Today => place.FirstDay;

    /// <summary>Enters them, on the demonstration's first day.</summary>
    public async Task Enter()
    {
        work.On(Today);
        await RecordWorks(leases[0]);
        await RecordSubsidy(leases[0]);
        await ProposeCorrection(leases[4]);
        await RecordDefault(leases[5]);
        await BeginTransfer(leases[6]);
    }

    private Task<ImprovementId> RecordWorks(DemoLease lease) => work.Do((RecordWorks o) => o, new RecordWorksInput
    {
        Lease = lease.Id,
        Description = "Insulation of the roof (made up)",
        NoticeOn = Today.AddDays(-12),
        Cost = Money.Of(8_400, place.Currency),
    });

    private Task<SubsidyId> RecordSubsidy(DemoLease lease) =>
        work.Do((RecordSubsidy o) => o, new RecordSubsidyInput
        {
            Lease = lease.Id,
            Source = "Town housing fund (made up)",
            Amount = Money.Of(30_000, place.Currency),
            On = lease.Home.SoldOn,
            Until = lease.Home.SoldOn.AddYears(30),
        });

    private Task<CorrectionId> ProposeCorrection(DemoLease lease) =>
        work.Do((ProposeCorrection o) => o, new ProposeCorrectionInput
        {
            Lease = lease.Id,
            Term = LeaseTerm.OccupancyMonths,
            NewText = "8",
            Source = "The signed lease, article 4 (made up)",
            Reason = "It was left out when the lease was entered (made up)",
        });

    private Task<DefaultNoticeId> RecordDefault(DemoLease lease) =>
        work.Do((RecordDefault o) => o, new RecordDefaultInput
        {
            Lease = lease.Id,
            NoticeOn = Today.AddDays(-6),
            ReceivedOn = Today.AddDays(-5),
            Summary = "The fees of April and May (made up)",
        });

    private Task<TransferId> BeginTransfer(DemoLease lease) => work.Do((BeginTransfer o) => o, new BeginTransferInput
    {
        Lease = lease.Id,
        Kind = TransferKind.OwnerAdded,
        HappenedOn = Today.AddDays(-8),
        Note = "A marriage (made up)",
    });
}
