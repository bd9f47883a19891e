using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Resales;

namespace Commonstead.Leases;

/// <summary>That a person holds a lease from a day and perhaps to one.</summary>
public sealed class Holding : Record<HoldingId>
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>Who holds it.</summary>
    public PersonId Person { get; init; }

    /// <summary>Jointly or in common.</summary>
    public Tenancy Tenancy { get; init; }

    /// <summary>Parts of the whole held in common: 1 of 3; null when held jointly.</summary>
    public int? ShareParts { get; init; }

    /// <summary>How many parts make the whole.</summary>
    public int? ShareWhole { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day, or null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The resale that brought it about, or null.</summary>
    public ResaleId? BegunBy { get; init; }

    /// <summary>The resale that ended it, or null.</summary>
    public ResaleId? EndedBy { get; set; }

    /// <summary>The place among the holders, as they stand on the lease.</summary>
    public int Place { get; init; }

    /// <summary>How it came about, such as a marriage or an estate; null for the first holders.</summary>
    [Personal("shows how a leaseholder came to hold the lease", YearsByLaw = PersonalAttribute.YearsOfADeed)]
    public string? Reason { get; init; }

    /// <summary>True when the person holds the lease on a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>Finds when the present owners bought.</summary>
internal static class PresentOwners
{
    /// <summary>
    /// The day of the last resale that brought owners, or of the first holding where none is on record; null without
    /// holdings. Who came in without a sale, such as an heir, goes on with what was before. A holding that ends before
    /// it begins never took effect.
    /// </summary>
    public static DateOnly? BoughtOn(this IEnumerable<Holding> holdings)
    {
        var held = holdings.Where(h => h.Until is not { } last || last >= h.From).ToList();
        return held.SoldOn() ?? held.Min(h => (DateOnly?)h.From);
    }

    /// <summary>The day of the last resale at which the lease was assigned to new owners; null without one.</summary>
    public static DateOnly? SoldOn(this IEnumerable<Holding> holdings) => holdings
        .Where(h => h.BegunBy is not null && (h.Until is not { } last || last >= h.From))
        .Max(h => (DateOnly?)h.From);
}

/// <summary>How several people hold one lease.</summary>
public enum Tenancy
{
    /// <summary>Together, the survivors keeping the whole.</summary>
    [Display(Name = "Jointly")] Joint,

    /// <summary>Each a share of their own.</summary>
    [Display(Name = "In common, by shares")] InCommon,
}
