using System.Globalization;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.People;

namespace Commonstead.Demonstration;

/// <summary>
/// What gathers around land and leases over the years: covenants, deeds, mortgages, households, works, notices.
/// </summary>
internal sealed class DemoStewardship(DemoWork work, DemoPlace place)
{
    private static readonly string[] _works =
        ["A new roof", "A heat pump in place of the gas boiler", "A ramp and a wider bathroom door", "New windows"];

    private const string Lender = "Millrace Savings (made up)";

    private int _worksBegun;

    /// <summary>The bank that lends to every buyer.</summary>
    public Task<OrganisationId> AddLender() => work.Do((KeepOrganisation o) => o, new KeepOrganisationInput
    {
        Name = Lender,
        Kind = OrganisationKind.Lender,
    });

    /// <summary>
    /// A parcel's deed, and the covenant that came with it where somebody gave it or sold it below its value.
    /// </summary>
    public async Task OfParcel(ParcelId parcel, DemoParcel plot)
    {
        await work.Attach("parcel", parcel.Value, $"Deed of {plot.Name}", "deed.txt",
            $"A made-up deed. {plot.Name}, from {plot.From}, on {plot.On:yyyy-MM-dd}.");
        if (plot.Manner is not (AcquisitionManner.Gift or AcquisitionManner.BargainSale)) return;
        await work.Do((AddEncumbrance o) => o, new AddEncumbranceInput
        {
            Parcel = parcel,
            Kind = EncumbranceKind.Covenant,
            Holder = plot.From,
            Restricts = "The land is never to be sold for profit (made up).",
            Reference = "made up",
            BeginsOn = plot.On,
        });
    }

    /// <summary>The buyer's loan, her signed lease, her household and how to reach her.</summary>
    public async Task OfLease(DemoLease lease, int index)
    {
        await work.Attach("lease", lease.Id.Value, $"Lease {lease.Number} as signed", "lease.txt",
            $"A made-up lease of {lease.HomeNumber}, signed on {lease.Home.SoldOn:yyyy-MM-dd}.");
        await work.Do((AddContact o) => o, new AddContactInput
        {
            Person = lease.Holder,
            Kind = ContactKind.Phone,
            Value = string.Create(CultureInfo.InvariantCulture, $"{place.PhonePrefix}{index:00}"),
            IsPreferred = true,
        });
        if (index % 3 == 0) await Found(lease, index);
        if (index % 5 != 4) await Lend(lease);
    }

    /// <summary>Works on a home, from the owner's notice to the value credited.</summary>
    public IEnumerable<(DateOnly On, Func<DemoLease, Task> Happens)> WorksFrom(DateOnly day)
    {
        var what = _works[_worksBegun++ % _works.Length];
        var works = new ImprovementId();
        yield return (day, async lease =>
        {
            await Notice(lease, day, $"Would like to begin: {what} (made up).");
            works = await work.Do((RecordWorks o) => o, new RecordWorksInput
            {
                Lease = lease.Id,
                Description = $"{what} (made up)",
                NoticeOn = day,
                Cost = Amount(8_400),
            });
        }
        );
        yield return (day.AddDays(19), async lease => works = await Carry(lease, works, WorksStep.Approve, 1));
        yield return (day.AddDays(140), async lease => works = await Carry(lease, works, WorksStep.Finish, 2));
    }

    private Task<ImprovementId> Carry(DemoLease lease, ImprovementId works, WorksStep step, int version) =>
        work.Do((CarryWorks o) => o, new CarryWorksInput
        {
            Lease = lease.Id,
            Works = works,
            Version = version,
            Step = step,
            On = work.Today,
            Cost = step == WorksStep.Finish ? Amount(8_950) : null,
            CreditedValue = step == WorksStep.Finish ? Amount(6_200) : null,
        });

    private Task<LeaseNoticeId> Notice(DemoLease lease, DateOnly on, string words) =>
        work.Do((RecordLeaseNotice o) => o, new RecordLeaseNoticeInput
        {
            Lease = lease.Id,
            Kind = NoticeKind.Improvement,
            Channel = NoticeChannel.Email,
            On = on,
            Summary = words,
        });

    private async Task Found(DemoLease lease, int index)
    {
        var family = place.Families[index % place.Families.Count];
        var household = await work.Do((AddHousehold o) => o, new AddHouseholdInput { Name = family });
        var partner = await work.Do((AddPerson o) => o, new AddPersonInput
        {
            GivenName = DemoResales.GivenName(index + 11),
            FamilyName = family,
            BornOn = new DateOnly(lease.Home.SoldOn.Year - 39, 4, 1 + index),
        });
        foreach (var person in (PersonId[])[lease.Holder, partner])
        {
            await work.Do((JoinHousehold o) => o, new JoinHouseholdInput
            {
                Household = household,
                Person = person,
                JoinedOn = lease.Home.SoldOn,
            });
        }
    }

    private Task<MortgageId> Lend(DemoLease lease) => work.Do((PermitMortgage o) => o, new PermitMortgageInput
    {
        Lease = lease.Id,
        Lender = Lender,
        Amount = Amount(Math.Round(lease.Home.Price * 0.9m / 100) * 100),
        MadeOn = lease.Home.SoldOn,
        EndsOn = lease.Home.SoldOn.AddYears(30),
    });

    private Money Amount(decimal units) => Money.Of(units, place.Currency);
}
