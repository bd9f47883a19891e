using System.ComponentModel.DataAnnotations;
using Commonstead.Leases;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Resales;

/// <summary>What a lease itself states of deadlines and customs; what is left empty follows the trust's.</summary>
public sealed class StateLeaseTermsInput
{
    /// <summary>The lease.</summary>
    public LeaseId Lease { get; set; }

    /// <summary>The version the actor saw; 0 while the lease states nothing.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Where it stands.</summary>
    [Required(ErrorMessage = "Say where the lease states it, such as article 10.")]
    [StringLength(200, ErrorMessage = "The place is longer than 200 characters."), Display(Name = "Where it stands")]
    public string Source { get; set; } = "";

    /// <summary>The deadline of each step; without a count where the lease states none.</summary>
    [MaxLength(40, ErrorMessage = "There are at most 40 steps.")]
    public List<StatedDeadline> Deadlines { get; set; } = [];

    /// <summary>Months a buyer's certification holds.</summary>
    [Display(Name = "A buyer's certification holds for"), Range(1, 24, ErrorMessage = "Enter 1 to 24 months.")]
    public int? CertificationMonths { get; set; }

    /// <summary>Months an appraisal may be used.</summary>
    [Display(Name = "An appraisal may be used for"), Range(1, 24, ErrorMessage = "Enter 1 to 24 months.")]
    public int? AppraisalMonths { get; set; }

    /// <summary>Days to dispute an appraisal.</summary>
    [Display(Name = "The owner may dispute an appraisal for"), Range(0, 90, ErrorMessage = "Enter 0 to 90 days.")]
    public int? DisputeDays { get; set; }

    /// <summary>How a dispute is settled.</summary>
    [Display(Name = "In a dispute")]
    [EnumDataType(typeof(DisputeSettlement), ErrorMessage = "Choose how a dispute is settled.")]
    public DisputeSettlement? Dispute { get; set; }

    /// <summary>Months until the owner may sell to anyone.</summary>
    [Display(Name = "After the option lapsed, the owner may sell to anyone after")]
    [Range(1, 60, ErrorMessage = "Enter 1 to 60 months.")]
    public int? MonthsToAnyBuyer { get; set; }

    /// <summary>Months until the trust may sell for the owner.</summary>
    [Display(Name = "After the option lapsed, the trust may sell for the owner after")]
    [Range(0, 120, ErrorMessage = "Enter 0 to 120 months.")]
    public int? MonthsToPowerOfSale { get; set; }

    /// <summary>Whether the buyer gets a new lease.</summary>
    [Display(Name = "The buyer receives")]
    public bool? IssuesNewLease { get; set; }
}

/// <summary>The deadline of a step as a lease states it.</summary>
public sealed class StatedDeadline
{
    /// <summary>The step.</summary>
    [EnumDataType(typeof(StepKind), ErrorMessage = "There is no such step.")]
    public StepKind Kind { get; set; }

    /// <summary>Such as 60 calendar days; without a count when the lease states none.</summary>
    public EnteredDeadline Deadline { get; set; } = new();
}

/// <summary>Why a lease's terms are not recorded, beside <see cref="ChangeSettingsRefusal"/>.</summary>
public enum StateLeaseTermsRefusal
{
    /// <summary>No such lease.</summary>
    [Says("There is no such lease.", Kind = RefusalKind.NotFound)]
    NoLease,
}

/// <summary>
/// Records what a lease itself states of its resale's deadlines and customs. The next resale under it freezes them.
/// </summary>
[Needs(ResalePermission.Work)]
[Does("Terms of resale stated for a lease")]
public sealed class StateLeaseTerms(TrustDb db, ILeases leases) : IOperation<StateLeaseTermsInput, LeaseResaleTermsId>
{
    /// <inheritdoc/>
    public async Task<Outcome<LeaseResaleTermsId>> Run(StateLeaseTermsInput input)
    {
        if (await leases.Terms(input.Lease) is not { } lease) return StateLeaseTermsRefusal.NoLease;
        var terms = await db.Set<LeaseResaleTerms>().FirstOrDefaultAsync(t => t.Lease == input.Lease);
        if ((terms?.Version ?? 0) != input.SeenVersion)
            return Refusal.ChangedSince(terms, input.SeenVersion, $"the terms of lease {lease.Number}");
        var deadlines = new SortedDictionary<StepKind, string>();
        for (var i = 0; i < input.Deadlines.Count; i++)
        {
            var (kind, entered) = (input.Deadlines[i].Kind, input.Deadlines[i].Deadline);
            if (entered.Count is null) continue;
            if (entered.Read() is not { } deadline) return ChangeSettings.NotADeadline(i, kind);
            deadlines[kind] = deadline.ToString();
        }

        if (terms is null) db.Add(terms = new LeaseResaleTerms { Lease = input.Lease });
        terms.Source = input.Source.Trim();
        terms.State(deadlines);
        terms.CertificationMonths = input.CertificationMonths;
        terms.AppraisalMonths = input.AppraisalMonths;
        terms.DisputeDays = input.DisputeDays;
        terms.Dispute = input.Dispute;
        terms.MonthsToAnyBuyer = input.MonthsToAnyBuyer;
        terms.MonthsToPowerOfSale = input.MonthsToPowerOfSale;
        terms.IssuesNewLease = input.IssuesNewLease;
        return terms.Id;
    }
}
