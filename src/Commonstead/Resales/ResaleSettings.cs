using System.Text.Json;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;

namespace Commonstead.Resales;

/// <summary>
/// The trust's own deadlines and customs for resales; there is one row once they differ from the defaults.
/// </summary>
[NotPersonal]
public sealed class ResaleSettings : Record<ResaleSettingsId>
{
    // The model lease's article 10: appraisal within 10 days of the notice, option within 45 days of the appraisal,
    // closing within 60 days of the exercise. The others are habits of the field; a trust changes them.
    private static readonly Dictionary<StepKind, string> _defaults = new()
    {
        [StepKind.Inspection] = "14 calendar days, roll next",
        [StepKind.Repairs] = "45 calendar days",
        [StepKind.AppraisalOrdered] = "10 calendar days",
        [StepKind.AppraisalReceived] = "40 calendar days",
        [StepKind.Determination] = "10 business days",
        [StepKind.Option] = "45 calendar days",
        [StepKind.BuyerFound] = "30 calendar days",
        [StepKind.BuyerCertified] = "35 calendar days",
        [StepKind.Orientation] = "45 calendar days",
        [StepKind.Mortgage] = "45 calendar days",
        [StepKind.MortgageRider] = "55 calendar days",
        [StepKind.PayoffLetters] = "50 calendar days",
        [StepKind.Closing] = "60 calendar days",
        [StepKind.Recording] = "30 calendar days",
    };

    /// <summary>The country whose holidays count.</summary>
    public Country Country { get; set; }

    /// <summary>JSON: the deadlines that differ from the defaults, by step.</summary>
    public string ChangedDeadlines { get; set; } = "{}";

    /// <summary>Months a buyer's certification of income holds.</summary>
    public int CertificationMonths { get; set; } = 6;

    /// <summary>Months an appraisal may be old, when it states no expiry itself.</summary>
    public int AppraisalMonths { get; set; } = 6;

    /// <summary>Days in which the owner may dispute an appraisal; leases differ, two weeks are a habit.</summary>
    public int DisputeDays { get; set; } = 14;

    /// <summary>How such a dispute is settled.</summary>
    public DisputeSettlement Dispute { get; set; }

    /// <summary>
    /// Months after the option lapsed from which the owner may sell to anyone at the option price (model lease,
    /// article 10: six).
    /// </summary>
    public int MonthsToAnyBuyer { get; set; } = 6;

    /// <summary>
    /// Months after the option lapsed from which the trust may sell the home as the owner's attorney in fact (model
    /// lease, article 10: twelve); 0 for leases that give no such power.
    /// </summary>
    public int MonthsToPowerOfSale { get; set; } = 12;

    /// <summary>True when a resale issues the buyer a new lease; false when the seller's lease is assigned.</summary>
    public bool IssuesNewLease { get; set; } = true;

    /// <summary>
    /// The defaults of a country: in Great Britain the existing lease is assigned by deed of covenant, and the power to
    /// sell for the owner, a term of the American model lease, is not usual.
    /// </summary>
    public static ResaleSettings DefaultsOf(Country country) =>
        country == Country.UnitedStates
        ? new() { Country = country }
        : new() { Country = country, IssuesNewLease = false, MonthsToPowerOfSale = 0 };

    /// <summary>The deadline of a step.</summary>
    public Deadline DeadlineOf(StepKind kind) =>
        DeadlineText.Parse(Changed().GetValueOrDefault(kind) ?? _defaults[kind]);

    /// <summary>Changes the deadline of a step.</summary>
    public void Change(StepKind kind, Deadline deadline)
    {
        var changed = Changed();
        changed[kind] = deadline.ToString();
        ChangedDeadlines = JsonSerializer.Serialize(changed);
    }

    private SortedDictionary<StepKind, string> Changed() =>
        JsonSerializer.Deserialize<SortedDictionary<StepKind, string>>(ChangedDeadlines)!;
}
