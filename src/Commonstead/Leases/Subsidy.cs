using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Data;
using Commonstead.Platform.Web;

namespace Commonstead.Leases;

/// <summary>
/// Money that somebody put into a home so that it stays affordable, and what they ask for it. It stays in the home when
/// the home changes hands, until its period runs out or it ends.
/// </summary>
public sealed class Subsidy : Record<SubsidyId>
{
    /// <summary>The home.</summary>
    public HomeId Home { get; init; }

    /// <summary>The lease under which it came: the purchase it helped to pay for.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>Who gave it, when they stand in the register of organisations.</summary>
    public OrganisationId? Organisation { get; init; }

    /// <summary>The programme, or who gave it when they do not stand in the register.</summary>
    [NotPersonal]
    public string? Source { get; init; }

    /// <summary>How much.</summary>
    public Money Amount { get; init; }

    /// <summary>The day it was given.</summary>
    public DateOnly On { get; init; }

    /// <summary>In which form.</summary>
    public SubsidyForm Form { get; init; }

    /// <summary>Whether it is secured by a lien.</summary>
    public bool HasLien { get; init; }

    /// <summary>The last day of its affordability period; null when it has none or lasts for good.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What a buyer's household may earn, in percent of the area median; null when it does not say.</summary>
    public decimal? IncomeCapPercent { get; init; }

    /// <summary>What must be paid back, when and to whom; null when nothing.</summary>
    [NotPersonal]
    public string? Recapture { get; init; }

    /// <summary>The day it ended before its period ran out, or null.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it ended.</summary>
    [Personal("shows how a subsidy in a home came to its end", Kept = "for as long as the lease, and 12 years after")]
    public string? EndNote { get; private set; }

    /// <summary>True when it binds on a day.</summary>
    public bool IsInForceOn(DateOnly day) =>
        On <= day && (Until is null || day <= Until) && (EndedOn is null || day < EndedOn);

    /// <summary>True when it bound on some day of a period.</summary>
    public bool TouchesPeriod(DateOnly from, DateOnly until) =>
        On <= until && (EndedOn is null || EndedOn > from) && (Until is null || Until >= from);

    /// <summary>How it stands on a day, in a word and a colour.</summary>
    internal Status StateOn(DateOnly day) =>
        EndedOn is { } ended && ended <= day ? new Status(StatusKind.Plain, "Ended")
        : Until < day ? new Status(StatusKind.Plain, "Period over")
        : On > day ? new Status(StatusKind.Waiting, "To come")
        : new Status(StatusKind.Done, "In force");

    /// <summary>Its source in words: the organisation, the programme, or both.</summary>
    internal string SourceName(IReadOnlyDictionary<OrganisationId, string> organisations)
    {
        var giver = Organisation is { } id ? organisations.GetValueOrDefault(id, "?") : null;
        return giver is null ? Source! : Source is null ? giver : $"{giver}, {Source}";
    }

    /// <summary>Ends it.</summary>
    internal void End(DateOnly on, string note) => (EndedOn, EndNote) = (on, note);
}

/// <summary>In which form a subsidy was given.</summary>
public enum SubsidyForm
{
    /// <summary>Given for good.</summary>
    [Display(Name = "Grant")] Grant,

    /// <summary>Lent, to be paid back later or never.</summary>
    [Display(Name = "Deferred loan")] DeferredLoan,

    /// <summary>The land, or part of its price, was left out of the home's price.</summary>
    [Display(Name = "Land write-down")] LandWriteDown,
}
