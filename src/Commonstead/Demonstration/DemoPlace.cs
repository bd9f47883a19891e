using Commonstead.Accounts;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Platform.Trusts;

namespace Commonstead.Demonstration;

/// <summary>Someone who can sign in to the demonstration.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The made-up name.</param>
/// <param name="Role">The role.</param>
/// <param name="Does">What one can try as this person.</param>
public sealed record DemoAccount(string Email, string Name, Role Role, string Does);

/// <summary>A parcel of the demonstration, as a rectangle around a point.</summary>
public sealed record DemoParcel(
    string Name, string Address, LandUse Use, double Latitude, double Longitude, double WidthMetres, double DepthMetres,
    AcquisitionManner Manner, string From, DateOnly On, decimal? Price, decimal Value, int Homes);

/// <summary>What a home of the demonstration was sold for, under which rule.</summary>
/// <param name="Rule">The file name of the shipped rule.</param>
/// <param name="Price">The price paid.</param>
/// <param name="Appraised">The appraisal at purchase.</param>
/// <param name="SoldOn">The day of purchase.</param>
/// <param name="Bedrooms">Bedrooms.</param>
/// <param name="Area">Floor area in the trust's unit.</param>
public sealed record DemoHome(string Rule, decimal Price, decimal Appraised, DateOnly SoldOn, int Bedrooms,
    decimal Area);

/// <summary>Where a demonstration plays, and everything that differs by country.</summary>
public sealed record DemoPlace
{
    /// <summary>near Springfield, Massachusetts.</summary>
    public static DemoPlace Springfield { get; } = SpringfieldFacts.Place();

    /// <summary>in Tower Hamlets, London.</summary>
    public static DemoPlace London { get; } = LondonFacts.Place();

    /// <summary>us or gb.</summary>
    public required string Code { get; init; }

    /// <summary>The trust's name.</summary>
    public required string TrustName { get; init; }

    /// <summary>The country.</summary>
    public required Country Country { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>How areas are written.</summary>
    public required Measurement Measurement { get; init; }

    /// <summary>The area whose figures count.</summary>
    public required string Area { get; init; }

    /// <summary>The day the trust was founded.</summary>
    public required DateOnly Founded { get; init; }

    /// <summary>The day on which the demonstration opens: its published figures reach to it.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The day the trust began to work with the program, and its people got their accounts.</summary>
    public DateOnly AccountsOpenedOn => FirstDay.AddDays(-430);

    /// <summary>The number of the lease whose owner sold first: its rule needs no figure published since.</summary>
    public required int FirstSeller { get; init; }

    /// <summary>What follows a given name in a made-up telephone number.</summary>
    public required string PhonePrefix { get; init; }

    /// <summary>The rules its leases are signed under, by file name.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The income limit of buyers in percent, or null where the leases set none.</summary>
    public required decimal? IncomeLimitPercent { get; init; }

    /// <summary>The lease's term in years.</summary>
    public required int TermYears { get; init; }

    /// <summary>The monthly lease fee.</summary>
    public required decimal LeaseFee { get; init; }

    /// <summary>Its parcels.</summary>
    public required IReadOnlyList<DemoParcel> Parcels { get; init; }

    /// <summary>Its homes, in the order of the parcels.</summary>
    public required IReadOnlyList<DemoHome> Homes { get; init; }

    /// <summary>Made-up family names for leaseholders and buyers.</summary>
    public required IReadOnlyList<string> Families { get; init; }

    /// <summary>Who can sign in.</summary>
    public required IReadOnlyList<DemoAccount> Accounts { get; init; }
}
