using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Data;

namespace Commonstead.Resales;

/// <summary>How somebody who works for the trust is tied to the seller or the buyer.</summary>
public enum Relation
{
    /// <summary>By blood, marriage or partnership.</summary>
    [Display(Name = "Family")] Family,

    /// <summary>They live together, or did within the year.</summary>
    [Display(Name = "Same household")] Household,

    /// <summary>Employer, partner, lender, landlord, tenant, client.</summary>
    [Display(Name = "Work or money")] Business,

    /// <summary>A close friend, or the contrary.</summary>
    [Display(Name = "Friendship or quarrel")] Friendship,

    /// <summary>Anything else that a member of the trust would want to know.</summary>
    [Display(Name = "Something else")] Other,
}

/// <summary>
/// That somebody who works for the trust has a tie to the seller or the buyer of a resale. While it stands they approve
/// neither price nor buyer nor closing.
/// </summary>
public sealed class DeclaredInterest : Record<DeclaredInterestId>
{
    /// <summary>The resale.</summary>
    public ResaleId Resale { get; init; }

    /// <summary>The account of whoever has the interest.</summary>
    [NotPersonal]
    public string Account { get; init; } = "";

    /// <summary>Their entry in the register of people, if any: it covers other accounts of theirs.</summary>
    public PersonId? Person { get; init; }

    /// <summary>What the tie is.</summary>
    public Relation Relation { get; init; }

    /// <summary>The tie in words.</summary>
    [Personal("shows why somebody took no part in a decision", Kept = "as long as the lease's record")]
    public string Words { get; init; } = "";

    /// <summary>The day it was declared.</summary>
    public DateOnly DeclaredOn { get; init; }

    /// <summary>The account that recorded it: their own, or a steward's.</summary>
    [NotPersonal]
    public string By { get; init; } = "";

    /// <summary>The day another person found that it does not hold, or null.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Why it does not hold.</summary>
    [Personal("shows why somebody took part in a decision again", Kept = "as long as the lease's record")]
    public string WithdrawnBecause { get; set; } = "";
}
