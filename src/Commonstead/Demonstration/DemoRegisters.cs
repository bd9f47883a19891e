using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Documents;

namespace Commonstead.Demonstration;

/// <summary>
/// What lies around the demonstration's homes: a household, a lender, a covenant, a document, a mortgage, works, and a
/// correction that waits for its second person.
/// </summary>
internal sealed class DemoRegisters(DemoWork work, DemoPlace place, IReadOnlyList<DemoLease> leases)
{
    private DateOnly Today => place.FirstDay;

    /// <summary>Enters them, on the demonstration's first day.</summary>
    public async Task Enter(ParcelId parcel)
    {
        work.On(Today);
        await AddHousehold(leases[0]);
        await AddLender();
        await AddCovenant(parcel);
        await AttachDeed(parcel);
        await PermitMortgage(leases[0]);
        await RecordWorks(leases[0]);
        await RecordSubsidy(leases[0]);
        await ProposeCorrection(leases[4]);
    }

    private async Task AddHousehold(DemoLease lease)
    {
        var household = await work.Do((AddHousehold o) => o, new AddHouseholdInput { Name = place.Families[0] });
        await work.Do((JoinHousehold o) => o,
            new JoinHouseholdInput { Household = household, Person = lease.Holder, JoinedOn = lease.Home.SoldOn });
    }

    private Task<OrganisationId> AddLender() => work.Do((KeepOrganisation o) => o, new KeepOrganisationInput
    {
        Name = "Millrace Savings (made up)",
        Kind = OrganisationKind.Lender,
    });

    private Task<EncumbranceId> AddCovenant(ParcelId parcel) =>
        work.Do((AddEncumbrance o) => o, new AddEncumbranceInput
        {
            Parcel = parcel,
            Kind = EncumbranceKind.Covenant,
            Holder = "A former owner (made up)",
            Restricts = "No building higher than three floors.",
            Reference = "made up",
            BeginsOn = new DateOnly(1931, 4, 1),
        });

    private async Task AttachDeed(ParcelId parcel)
    {
        using var content = new MemoryStream("A deed would be here. (Demonstration: it is made up.)\n"u8.ToArray());
        var stored = await work.Trust.Documents.Store(content);
        await work.Do((AttachDocument o) => o, new AttachDocumentInput
        {
            Kind = "parcel",
            Owner = parcel.Value,
            Title = "Deed (made up)",
            FileName = "deed.txt",
            Hash = stored.Hash,
            Size = stored.Size,
        });
    }

    private Task<MortgageId> PermitMortgage(DemoLease lease) =>
        work.Do((PermitMortgage o) => o, new PermitMortgageInput
        {
            Lease = lease.Id,
            Lender = "Millrace Savings (made up)",
            Amount = Money.Of(Math.Round(lease.Home.Price * 0.8m / 1000) * 1000, place.Currency),
            MadeOn = lease.Home.SoldOn,
            EndsOn = lease.Home.SoldOn.AddYears(30).AddDays(-1),
            MarginYears = 5,
        });

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
}
