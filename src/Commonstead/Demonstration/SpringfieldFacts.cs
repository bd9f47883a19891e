using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Trusts;

namespace Commonstead.Demonstration;

/// <summary>A made-up trust near Springfield, Massachusetts: streets, people and prices are invented.</summary>
internal static class SpringfieldFacts
{
    public static DemoPlace Place() => new()
    {
        Code = "us",
        TrustName = "Pioneer Commons Land Trust (demonstration)",
        Country = Country.UnitedStates,
        Currency = Currency.Usd,
        TimeZone = "America/New_York",
        Measurement = Measurement.Imperial,
        Area = "us:county:25013",
        Founded = new DateOnly(2015, 3, 2),
        FirstDay = new DateOnly(2026, 6, 15),
        FirstSeller = 2,
        PhonePrefix = "413-555-01", // set aside for fiction by the North American Numbering Plan
        Rules = ["us/appraisal-share.md", "us/fixed-simple-years.md", "us/cpi-index.md", "us/ami-index.md"],
        IncomeLimitPercent = 80,
        TermYears = 99,
        LeaseFee = 40,
        Parcels = Parcels,
        Homes = Homes(),
        Families =
        [
            "Abara", "Beaulieu", "Castellano", "Dubois", "Espinal", "Feliciano", "Goudreau", "Haddad", "Ibarra",
                "Jablonski",
            "Kowalczyk", "Lavoie", "Montanez", "Nwosu", "Okafor", "Pelletier", "Quinones", "Rivera-Lund", "Szymanski",
            "Thibodeau", "Ubeda", "Vasquez-Roy", "Wojcik", "Yarde", "Zawadzki", "Almonte", "Brodeur", "Cardona",
        ],
        Accounts =
        [
            new("steward@demo.example", "Stella Marsh", Role.Steward,
                "steward: carries resales, keeps land and leases"),
            new("approver@demo.example", "Amos Field", Role.Approver,
                "second approver: approves prices, confirms closings"),
            new("board@demo.example", "Bea Rivers", Role.Board, "board member: approves, and may override a limit"),
            new("treasurer@demo.example", "Theo Banks", Role.Treasurer, "treasurer: reads everything"),
            new("leaseholder@demo.example", "Lena Abara", Role.Leaseholder, "leaseholder: sees her own home only"),
            new("auditor@demo.example", "Aud Price", Role.Auditor, "auditor: reads everything, changes nothing"),
        ],
    };

    private static IReadOnlyList<DemoParcel> Parcels =>
    [
        Parcel("Heron Row", "Heron Row", LandUse.Residential, 42.1243, -72.5841, 90, 62,
            AcquisitionManner.PublicTransfer, "City land bank", 2015, 1, 310_000, 6),
        Parcel("Mill Street Commons", "Mill Race Lane", LandUse.Residential, 42.0987, -72.5752, 75, 50,
            AcquisitionManner.BargainSale, "A local family", 2016, 95_000, 240_000, 4),
        Parcel("Orchard Court", "Orchard Court", LandUse.Residential, 42.1106, -72.5468, 82, 70,
            AcquisitionManner.Purchase, "An estate", 2017, 285_000, 285_000, 5),
        Parcel("Quarry Green", "Quarry Green", LandUse.Residential, 42.1322, -72.5309, 66, 58, AcquisitionManner.Gift,
            "A parish", 2018, null, 190_000, 3),
        Parcel("Ferry Landing", "Ferry Landing", LandUse.Residential, 42.0861, -72.5899, 70, 48,
            AcquisitionManner.Purchase, "A developer", 2021, 360_000, 372_000, 4),
        Parcel("Union Works", "Foundry Way", LandUse.Mixed, 42.1068, -72.5975, 58, 44, AcquisitionManner.Purchase,
            "A closed factory's owner", 2022, 410_000, 430_000, 2),
        Parcel("Long Meadow Farm", "Long Meadow Road", LandUse.Agricultural, 42.0683, -72.5334, 310, 240,
            AcquisitionManner.BargainSale, "A farming family", 2019, 220_000, 640_000, 0),
        Parcel("The Makers' Yard", "Cooper's Alley", LandUse.CommunityProduction, 42.1029, -72.5862, 52, 38,
            AcquisitionManner.LeaseIn, "City of the demonstration", 2020, null, 260_000, 0),
        Parcel("Bell House", "Bell Street", LandUse.CommunityFacility, 42.1151, -72.5713, 40, 36,
            AcquisitionManner.Gift, "A lodge", 2016, null, 175_000, 0),
        Parcel("Otter Brook Woods", "Otter Brook", LandUse.Conservation, 42.1402, -72.5107, 420, 180,
            AcquisitionManner.Gift, "An anonymous donor", 2023, null, 150_000, 0),
    ];

    private static DemoParcel Parcel(
        string name, string street, LandUse use, double latitude, double longitude, double width, double depth,
        AcquisitionManner manner, string from, int year, decimal? price, decimal value, int homes) => new(
        name, $"{street}, near Springfield, MA", use, latitude, longitude, width, depth, manner, from,
        new DateOnly(year, 5, 12), price, value, homes);

    private static List<DemoHome> Homes()
    {
        var homes = new List<DemoHome>();
        string[] rules = ["us/appraisal-share.md", "us/fixed-simple-years.md", "us/cpi-index.md"];
        for (var i = 0; i < 18; i++)
        {
            var year = 2016 + i / 2;
            var price = 128_000 + 4_500 * i;
            homes.Add(new DemoHome(
                rules[i % 3], price, Math.Round(price * 1.32m / 500) * 500, new DateOnly(year, 3 + i % 7, 8 + i),
                    2 + i % 3, 940 + 60 * (i % 5)));
        }

        // HUD's figures reach back to fiscal year 2024 here, so leases under the median-income index begin after it.
        for (var i = 0; i < 6; i++)
        {
            homes.Add(new DemoHome(
                "us/ami-index.md", 196_000 + 3_000 * i, 268_000 + 4_000 * i, new DateOnly(2024, 6 + i, 11), 2 + i % 2,
                    1_010 + 40 * i));
        }

        return homes;
    }
}
