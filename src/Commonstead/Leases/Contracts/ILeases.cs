using Commonstead.Core;
using Commonstead.Land;
using Commonstead.People;
using Commonstead.Resales;

namespace Commonstead.Leases;

/// <summary>What other capabilities may ask the register of leases.</summary>
public interface ILeases
{
    /// <summary>The terms of a lease the actor may see, or null.</summary>
    Task<LeaseTerms?> Terms(LeaseId id);

    /// <summary>The terms of the leases that are in force today and the actor may see, by number.</summary>
    /// <param name="most">No more than so many.</param>
    Task<IReadOnlyList<LeaseTerms>> InForce(int most);

    /// <summary>Leases by id for naming them, as far as the actor may see them; others are left out.</summary>
    Task<IReadOnlyDictionary<LeaseId, LeaseName>> Names(IReadOnlyCollection<LeaseId> ids);

    /// <summary>True when a lease has this number, whoever may see it and whatever became of it.</summary>
    Task<bool> IsNumberTaken(string number);

    /// <summary>The leases a person holds today.</summary>
    Task<IReadOnlyList<LeaseId>> HeldBy(PersonId person);

    /// <summary>
    /// The lease's name for who may see it today, and for who held it once: what she may still read of that time names
    /// it. Null for everybody else.
    /// </summary>
    Task<LeaseName?> NameEverHeld(LeaseId id);

    /// <summary>
    /// For leases that were assigned at a sale, the day of the last: what their leaseholders read of a lease begins
    /// there. A lease begun at a sale, or never sold, is left out.
    /// </summary>
    Task<IReadOnlyDictionary<LeaseId, DateOnly>> AssignedOn(IReadOnlyCollection<LeaseId> ids);

    /// <summary>
    /// Every lease that persons hold or held, with the days, whoever asks: for what must be known of a person before
    /// anything about them is erased.
    /// </summary>
    Task<IReadOnlyList<LeaseHeld>> EverHeldBy(IReadOnlyCollection<PersonId> persons);
}

/// <summary>That a lease was held for a time.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Number">Its number.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, or null while it lasts.</param>
/// <param name="EndedBy">The resale whose closing ended it, or null.</param>
public sealed record LeaseHeld(LeaseId Lease, string Number, DateOnly From, DateOnly? Until, ResaleId? EndedBy)
{
    /// <summary>
    /// True when it was held on a day; of the day on which the home changed hands that holds for both.
    /// </summary>
    public bool On(DateOnly day) => From <= day && (Until is not { } last || last.AddDays(1) >= day);
}

/// <summary>How a lease is named in lists.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">The trust's number for it, unique.</param>
/// <param name="Home">The home.</param>
/// <param name="Address">The home's address.</param>
public sealed record LeaseName(LeaseId Id, string Number, HomeId Home, string Address);

/// <summary>What a lease says, as it stands today.</summary>
public sealed record LeaseTerms
{
    /// <summary>Its id.</summary>
    public required LeaseId Id { get; init; }

    /// <summary>The trust's number for it.</summary>
    public required string Number { get; init; }

    /// <summary>Ground lease, sublease or resale covenant.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The home.</summary>
    public required HomeSummary Home { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day of its term.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>When it came to an end before its term, or null.</summary>
    public required DateOnly? EndedOn { get; init; }

    /// <summary>SHA-256 of the resale rule that was signed, or null when none is recorded.</summary>
    public required string? RuleHash { get; init; }

    /// <summary>The facts its rule needs, by the rule's own names. A fact marked unknown has no text.</summary>
    public required IReadOnlyDictionary<string, StatedFact> Facts { get; init; }

    /// <summary>Who holds it today.</summary>
    public required IReadOnlyList<PersonId> Holders { get; init; }

    /// <summary>The income limit of a buyer, in percent of the area median, or null when the lease sets none.</summary>
    public required decimal? IncomeLimitPercent { get; init; }

    /// <summary>The area its income limit and index are read for, such as <c>us:county:25013</c>.</summary>
    public required string? Area { get; init; }

    /// <summary>What the trust is paid at a transfer, in percent of the price; 0 when nothing.</summary>
    public required decimal TransferFeePercent { get; init; }

    /// <summary>What an appraisal must value for this lease's rule, or null when its rule needs none.</summary>
    public required AppraisalBasis? AppraisalBasis { get; init; }

    /// <summary>What its fee comes to a month, however often it is due; null when none is recorded.</summary>
    public required Money? FeeAMonth { get; init; }

    /// <summary>
    /// What the lease states of a fact its rule asks for, or null. What is known at the sale only no lease states,
    /// whatever was once written there.
    /// </summary>
    public StatedFact? Stated(RuleGiven given) => given.AtSale ? null : Facts.GetValueOrDefault(given.Name);
}

/// <summary>Tells which of a rule's facts are stated of a lease; the others are answered at the sale.</summary>
public static class FactsOfLeases
{
    /// <summary>The usual name for the area whose figures count.</summary>
    public const string Area = "home_area";

    /// <summary>
    /// True for a fact to be stated of a lease: not one that is known at the sale only, nor the area that the lease
    /// names among its terms.
    /// </summary>
    /// <param name="given">The fact.</param>
    /// <param name="area">The area among the lease's terms, or null.</param>
    public static bool IsOfLease(this RuleGiven given, string? area) =>
        !given.AtSale && (given.Name != Area || area is null);
}

/// <summary>A fact a lease's rule needs.</summary>
/// <param name="Text">As the rule language reads it: <c>160000</c>, <c>2019-05-14</c>; null when unknown.</param>
/// <param name="Source">Where it stands: the lease's article, the closing statement, the appraisal document.</param>
public sealed record StatedFact(string? Text, string Source);

/// <summary>The legal instrument that carries the resale restriction.</summary>
public enum Instrument
{
    /// <summary>A lease of the land under a home the leaseholder owns.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Ground lease")] GroundLease,

    /// <summary>A lease of a flat or condominium unit under a head lease.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Sublease")] Sublease,

    /// <summary>A covenant on title.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Resale covenant")] ResaleCovenant,
}
