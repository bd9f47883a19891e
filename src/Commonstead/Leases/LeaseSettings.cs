using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;

namespace Commonstead.Leases;

/// <summary>The trust's own deadlines under its leases; one row, and the defaults while there is none.</summary>
/// <remarks>
/// 30 and 60 days are what article 12 of the CLT Network's model ground lease of 2011 is known to give; the lender's
/// clocks differ from rider to rider. All four are defaults for a trust to change after reading its own leases, not
/// legal text.
/// </remarks>
[NotPersonal]
public sealed class LeaseSettings : Record<LeaseSettingsId>
{
    /// <summary>Within which a payment default is cured.</summary>
    public string PaymentCure { get; set; } = "30 calendar days";

    /// <summary>Within which any other breach is cured.</summary>
    public string BreachCure { get; set; } = "60 calendar days";

    /// <summary>Within which the trust may cure a loan in default.</summary>
    public string LenderCure { get; set; } = "90 calendar days";

    /// <summary>Within which the trust may exercise its option after a lender's notice.</summary>
    public string LenderOption { get; set; } = "120 calendar days";

    /// <summary>
    /// How many months somebody must have lived in a leaseholder's household to take the lease after a death without
    /// qualifying by income (model lease, article 10).
    /// </summary>
    public int HouseholdMonths { get; set; } = 12;

    /// <summary>The deadline of a kind of default.</summary>
    internal Deadline CureOf(DefaultKind kind) => DeadlineText.Parse(kind switch
    {
        DefaultKind.Lender => LenderCure,
        DefaultKind.Payment => PaymentCure,
        _ => BreachCure,
    });

    /// <summary>The deadline of the trust's option.</summary>
    internal Deadline Option => DeadlineText.Parse(LenderOption);
}
