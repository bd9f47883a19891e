using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Trusts;

namespace Commonstead.Demonstration;

/// <summary>A made-up trust in Tower Hamlets, London: streets, people and prices are invented.</summary>
internal static class LondonFacts
{
    public static DemoPlace Place() => new()
    {
        Code = "gb",
        TrustName = "Lea Side Community Land Trust (demonstration)",
        Country = Country.GreatBritain,
        Currency = Currency.Gbp,
        TimeZone = "Europe/London",
        Measurement = Measurement.Metric,
        Area = "gb:E09000030",
        Founded = new DateOnly(2014, 4, 7),
        FirstDay = new DateOnly(2025, 6, 16),
        FirstSeller = 6,
        PhonePrefix = "020 7946 09", // set aside for drama by Ofcom
        Rules = ["gb/earnings-index.md", "gb/percent-of-market.md"],
        IncomeLimitPercent = null,
        TermYears = 250,
        LeaseFee = 0,
        Parcels = Parcels,
        Homes = Homes(),
        Families =
        [
            "Ahmed-Cole", "Begum-Hart", "Chowdhury", "Dacosta", "Eastwell", "Farrow", "Gillespie", "Haque",
                "Islam-Ward",
            "Jarrett", "Khatun", "Larkin", "Miah-Stone", "Nash", "Osei", "Penrose", "Quill", "Rahman-Lee", "Sefton",
                "Tarrant",
            "Uddin-Fox", "Vickers", "Whelan", "Yeboah", "Zaman-Hill", "Askew", "Bramley", "Corrigan",
        ],
        Accounts =
        [
            new("steward@demo.example", "Sian Marsh", Role.Steward, "steward: carries resales, keeps land and leases"),
            new("approver@demo.example", "Amos Field", Role.Approver,
                "second approver: approves prices, confirms completions"),
            new("board@demo.example", "Bea Rivers", Role.Board, "board member: approves, and may override a limit"),
            new("treasurer@demo.example", "Theo Banks", Role.Treasurer, "treasurer: reads everything"),
            new("leaseholder@demo.example", "Lena Ahmed-Cole", Role.Leaseholder, "leaseholder: sees her own home only"),
            new("auditor@demo.example", "Aud Price", Role.Auditor, "auditor: reads everything, changes nothing"),
        ],
    };

    private static IReadOnlyList<DemoParcel> Parcels =>
    [
        Parcel("Ropewalk Court", "Ropewalk Court", LandUse.Residential, 51.5213, -0.0331, 62, 44,
            AcquisitionManner.Purchase, "A developer under a section 106 agreement", 2015, 900_000, 2_100_000, 8),
        Parcel("Saltway Terrace", "Saltway Terrace", LandUse.Residential, 51.5172, -0.0214, 55, 30,
            AcquisitionManner.PublicTransfer, "A public landowner", 2016, 1, 1_650_000, 6),
        Parcel("Lockkeeper's Yard", "Lockkeeper's Yard", LandUse.Residential, 51.5305, -0.0178, 48, 40,
            AcquisitionManner.Gift, "A charity", 2018, null, 1_300_000, 5),
        Parcel("Mulberry Close", "Mulberry Close", LandUse.Residential, 51.5261, -0.0467, 45, 36,
            AcquisitionManner.BargainSale, "A school trust", 2019, 350_000, 1_450_000, 5),
        Parcel("Fiveways Workshop", "Fiveways", LandUse.CommunityProduction, 51.5149, -0.0389, 30, 24,
            AcquisitionManner.LeaseIn, "A railway", 2020, null, 480_000, 0),
        Parcel("Spotted Dog Hall", "Hall Street", LandUse.CommunityFacility, 51.5198, -0.0525, 26, 22,
            AcquisitionManner.Purchase, "A brewery", 2017, 620_000, 640_000, 0),
        Parcel("Cut Bank Garden", "Cut Bank", LandUse.Agricultural, 51.5328, -0.0262, 80, 34,
            AcquisitionManner.LeaseIn, "A waterways charity", 2021, null, 90_000, 0),
        Parcel("Ashfield Corner", "Ashfield Street", LandUse.Mixed, 51.5164, -0.0561, 28, 20,
            AcquisitionManner.Purchase, "A pension fund", 2022, 780_000, 800_000, 0),
        Parcel("Reed Bed", "Reed Path", LandUse.Conservation, 51.5346, -0.0209, 110, 40, AcquisitionManner.Gift,
            "A water company", 2023, null, 30_000, 0),
        Parcel("Old Depot", "Depot Road", LandUse.Residential, 51.5122, -0.0301, 70, 52,
            AcquisitionManner.PublicTransfer, "A public landowner", 2024, 1, 2_400_000, 0),
    ];

    private static DemoParcel Parcel(
        string name, string street, LandUse use, double latitude, double longitude, double width, double depth,
        AcquisitionManner manner, string from, int year, decimal? price, decimal value, int homes) => new(
        name, $"{street}, London E3", use, latitude, longitude, width, depth, manner, from,
        new DateOnly(year, 5, 12), price, value, homes);

    private static List<DemoHome> Homes() =>
    [
        .. Enumerable.Range(0, 24).Select(i => new DemoHome(
            i % 6 == 5 ? "gb/percent-of-market.md" : "gb/earnings-index.md", 132_000 + 3_500 * i, 430_000 + 9_000 * i,
            new DateOnly(2016 + i / 4, 2 + i % 9, 3 + i), 1 + i % 3, 48 + 8 * (i % 4))),
    ];
}
