using System.Globalization;
using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Pricing;

namespace Commonstead.Demonstration;

/// <summary>
/// Makes the demonstration's record by living through it: every record comes from the operation that would make it.
/// </summary>
internal sealed class DemoTrust(DemoWork work, DemoPlace place)
{
    /// <summary>The password of every account of a demonstration; it guards nothing.</summary>
    public const string Password = DemonstrationSignIn.Password;

    private readonly Dictionary<string, string> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<DemoParcel, ParcelId> _parcels = [];
    private readonly List<DemoLease> _leases = [];
    private readonly DemoFigures _figures = new(work, place);
    private readonly DemoGovernance _governance = new(work, place);
    private readonly DemoStewardship _stewardship = new(work, place);

    /// <summary>Makes everything, from the founding to the present day.</summary>
    public async Task Make()
    {
        await Found();
        await OpenAccounts(a => a.Role != Role.Leaseholder);
        await AdoptRules();
        await _stewardship.AddLender();
        await new DemoMembers(work, place, _leases).SetTerms();
        var story = place.Parcels.Select(p => new Chapter(p.On, () => AddParcel(p))).Concat(Homes()).Concat(Works());
        foreach (var chapter in story.OrderBy(c => c.On))
        {
            work.On(chapter.On);
            await chapter.Happens();
        }

        var resales = new DemoResales(work, place, _leases);
        work.On(place.AccountsOpenedOn);
        await OpenAccounts(a => a.Role == Role.Leaseholder);
        await _figures.ImportEarlier();
        await resales.PlayEarlier();
        await _figures.ImportLater();
        await resales.Play();
        await new DemoFirstDay(work, place, _leases).Enter();
        await new DemoMembers(work, place, _leases).Enter();
        await new DemoBallots(work, place).Play();
        await _governance.Play();
        await new DemoMeetings(work, place).Play();
        await new DemoElections(work, place).Play();
        await new DemoLab(work).Publish();
        await work.Seal();
    }

    private async Task Found()
    {
        var steward = place.Accounts[0];
        var id = await work.On(place.Founded).Do((FoundTrust o) => o, new FoundTrustInput
        {
            TrustName = place.TrustName,
            Country = place.Country,
            Currency = place.Currency.Code,
            TimeZone = place.TimeZone,
            Measurement = place.Measurement,
            StewardName = steward.Name,
            Email = steward.Email,
            Password = Password,
            IsDemonstration = true,
        });
        work.Names(Role.Steward, id, steward.Name);
    }

    private async Task AdoptRules()
    {
        await _governance.Begin();
        foreach (var file in place.Rules)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "rules", file));
            await _governance.Adopt(text);
            _rules[file] = RuleDocument.Parse(text, file).Document!.Hash;
        }
    }

    private async Task AddParcel(DemoParcel parcel)
    {
        var id = _parcels[parcel] = await work.Do((AddParcel o) => o, new AddParcelInput
        {
            Name = parcel.Name,
            Address = parcel.Address,
            TitleNumber = string.Create(CultureInfo.InvariantCulture, $"DEMO-{_parcels.Count + 1:000}"),
            Use = parcel.Use,
            Tenure = parcel.Manner == AcquisitionManner.LeaseIn ? LandTenure.Leasehold : LandTenure.Freehold,
        });
        await work.Do((SetOutline o) => o, new SetOutlineInput { Parcel = id, Version = 1, GeoJson = Outline(parcel) });
        await work.Do((RecordAcquisition o) => o, new RecordAcquisitionInput
        {
            Parcel = id,
            Manner = parcel.Manner,
            FromWhom = parcel.From,
            On = parcel.On,
            Price = parcel.Price is { } price ? Amount(price) : null,
            AppraisedValue = Amount(parcel.Value),
            DeedReference = "made up",
            LeasedUntil = parcel.Manner == AcquisitionManner.LeaseIn ? parcel.On.AddYears(60) : null,
        });
        await _stewardship.OfParcel(id, parcel);
    }

    private IEnumerable<Chapter> Homes()
    {
        var places = place.Parcels.SelectMany(p => Enumerable.Range(1, p.Homes).Select(n => (Plot: p, Number: n)));
        return places.Zip(place.Homes).Select((h, index) =>
            new Chapter(h.Second.SoldOn, () => AddHome(h.First.Plot, h.First.Number, h.Second, index)));
    }

    // Two years in, every fourth owner improves her home: noticed, approved, and credited when it is done.
    private IEnumerable<Chapter> Works() => place.Homes.Index().Where(h => h.Index % 4 == 1)
        .Where(h => h.Item.SoldOn.AddYears(3) < place.AccountsOpenedOn)
        .SelectMany(h => _stewardship.WorksFrom(h.Item.SoldOn.AddYears(2))
            .Select(w => new Chapter(w.On, () => w.Happens(_leases.First(l => l.Home == h.Item)))));

    private async Task AddHome(DemoParcel plot, int number, DemoHome home, int index)
    {
        var homeNumber = string.Create(CultureInfo.InvariantCulture, $"H-{index + 1:000}");
        await work.Do((AddHome o) => o, new AddHomeInput
        {
            Number = homeNumber,
            Parcel = _parcels[plot],
            Address = string.Create(CultureInfo.InvariantCulture, $"{number} {plot.Address}"),
            Kind = plot.Use == LandUse.Mixed || place.Code == "gb" ? HomeKind.Apartment : HomeKind.RowHouse,
            Bedrooms = home.Bedrooms,
            FloorArea = home.Area,
            YearBuilt = home.SoldOn.Year - 1,
            Access = index % 4 == 0 ? HomeAccess.Wheelchair : HomeAccess.Visitable,
            Latitude = plot.Latitude + (double)(number - 1 - plot.Homes / 2m) * 0.00008,
            Longitude = plot.Longitude + (number % 2 == 0 ? 0.0001 : -0.0001),
        });
        await EnterLease(home, homeNumber, index);
    }

    private async Task EnterLease(DemoHome home, string homeNumber, int index)
    {
        var person = await AddPerson(index, home.SoldOn.Year - 42 + index % 17);
        var number = string.Create(CultureInfo.InvariantCulture, $"L-{index + 1:000}");
        var needsAppraisal = home.Rule.EndsWith("appraisal-share.md", StringComparison.Ordinal)
            || home.Rule.EndsWith("percent-of-market.md", StringComparison.Ordinal);
        var id = await work.Do((EnterLease o) => o, new EnterLeaseInput
        {
            Number = number,
            HomeNumber = homeNumber,
            Instrument = place.Code == "gb" ? Instrument.Sublease : Instrument.GroundLease,
            StartsOn = home.SoldOn,
            EndsOn = home.SoldOn.AddYears(place.TermYears).AddDays(-1),
            Holders = [new HolderInput { Person = person }],
            Rule = _rules[home.Rule],
            Area = place.Area,
            IncomeLimitPercent = place.IncomeLimitPercent,
            TransferFeePercent = 1,
            AppraisalBasis = needsAppraisal ? AppraisalBasis.FeeSimple : null,
            Fee = place.LeaseFee == 0 ? null
                : new FeeInput { Amount = Amount(place.LeaseFee), Frequency = FeeFrequency.Monthly },
            Facts = [.. Facts(home)],
        });
        var lease = new DemoLease(id, number, person, home, homeNumber);
        _leases.Add(lease);
        await _stewardship.OfLease(lease, index);
    }

    private IEnumerable<FactInput> Facts(DemoHome home)
    {
        var source = place.Code == "gb" ? "completion statement (made up)" : "closing statement (made up)";
        yield return Fact("purchase_price", home.Price.ToString(CultureInfo.InvariantCulture), source);
        if (home.Rule.EndsWith("appraisal-share.md", StringComparison.Ordinal))
            yield return Fact("appraisal_at_purchase", home.Appraised.ToString(CultureInfo.InvariantCulture),
                place.Code == "gb" ? "valuation at purchase (made up)" : "appraisal at purchase (made up)");
        else
            yield return Fact("purchase_date", home.SoldOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                source);
        if (home.Rule.StartsWith("gb/earnings", StringComparison.Ordinal))
            yield return Fact("floor_policy", "price_paid", "lease, schedule 3 (made up)");
    }

    private static FactInput Fact(string name, string text, string source) =>
        new() { Name = name, Text = text, Source = source };

    private Task<PersonId> AddPerson(int index, int bornIn) => work.Do((AddPerson o) => o, new AddPersonInput
    {
        GivenName = index == 0 ? "Lena" : DemoResales.GivenName(index),
        FamilyName = place.Families[index % place.Families.Count],
        BornOn = new DateOnly(bornIn, 1 + index % 12, 1 + index),
    });

    private async Task OpenAccounts(Func<DemoAccount, bool> which)
    {
        foreach (var account in place.Accounts.Skip(1).Where(which))
        {
            var opened = await work.Do((OpenAccount o) => o, new OpenAccountInput
            {
                Name = account.Name,
                Email = account.Email,
                Role = account.Role,
                Person = account.Role == Role.Leaseholder ? _leases.First(l => l.Number == "L-001").Holder : null,
            });
            await work.Do((PublishPassword o) =>
                o, new PublishPasswordInput { Account = new AccountId(opened.Value), Password = Password });
            work.Names(account.Role, new AccountId(opened.Value), account.Name);
        }
    }

    private Money Amount(decimal units) => Money.Of(units, place.Currency);

    // A rectangle of so many metres around the middle; a degree of latitude is 111,320 m near enough for a made-up
    // plot.
    private static string Outline(DemoParcel parcel)
    {
        const double MetresPerDegree = 111_320;
        var up = parcel.DepthMetres / 2 / MetresPerDegree;
        var right = parcel.WidthMetres / 2 / MetresPerDegree / Math.Cos(parcel.Latitude * Math.PI / 180);
        (double X, double Y)[] corners = [(-right, -up), (right, -up * 0.86), (right * 0.93, up),
            (-right * 0.97, up * 0.9), (-right, -up)];
        var ring = string.Join(',', corners.Select(c => string.Create(
            CultureInfo.InvariantCulture, $"[{parcel.Longitude + c.X:0.000000},{parcel.Latitude + c.Y:0.000000}]")));
        return $$"""{"type":"Polygon","coordinates":[[{{ring}}]]}""";
    }
}

/// <summary>Something that happens on a day of the trust's history.</summary>
internal sealed record Chapter(DateOnly On, Func<Task> Happens);

/// <summary>A lease of the demonstration.</summary>
internal sealed record DemoLease(LeaseId Id, string Number, PersonId Holder, DemoHome Home, string HomeNumber);
