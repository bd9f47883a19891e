using System.ComponentModel.DataAnnotations;

namespace Commonstead.Leases;

/// <summary>
/// What an appraisal under a lease must value. Fannie Mae values the leasehold as if the resale restrictions were
/// absent
/// (Selling Guide, B4-1.4-06); other leases say otherwise.
/// </summary>
public enum AppraisalBasis
{
    /// <summary>Land and home together, as if sold free of the lease.</summary>
    [Display(Name = "Land and home, unrestricted")] FeeSimple,

    /// <summary>The home with the lease, the resale restriction disregarded.</summary>
    [Display(Name = "Leasehold, restriction disregarded")] LeaseholdUnrestricted,

    /// <summary>The home with the lease and its resale restriction.</summary>
    [Display(Name = "Leasehold, with the restriction")] LeaseholdRestricted,

    /// <summary>The building alone.</summary>
    [Display(Name = "Building only")] ImprovementsOnly,
}
