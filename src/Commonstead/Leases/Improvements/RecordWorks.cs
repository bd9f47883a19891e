using System.ComponentModel.DataAnnotations;
using Commonstead.Core;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>A leaseholder's notice of works on the home.</summary>
public sealed class RecordWorksInput : ILeaseInput
{
    /// <inheritdoc/>
    public LeaseId Lease { get; set; }

    /// <summary>What will be done.</summary>
    [Required(ErrorMessage = "Say what will be done.")]
    [StringLength(300, ErrorMessage = "It is longer than 300 characters.")]
    [Display(Name = "What will be done")]
    public string Description { get; set; } = "";

    /// <summary>The day of the notice.</summary>
    [Required(ErrorMessage = "Enter the day of the notice.")]
    [Display(Name = "Day of the notice")]
    public DateOnly? NoticeOn { get; set; }

    /// <summary>What it is expected to cost.</summary>
    [Required(ErrorMessage = "Enter what it is expected to cost.")]
    [Display(Name = "Expected cost")]
    public Money? Cost { get; set; }
}

/// <summary>Why works are not recorded, or not carried on.</summary>
public enum WorksRefusal
{
    /// <summary>Amounts are in the trust's currency, and not below zero.</summary>
    [Says("Enter amounts in {0}, not below zero.", Field = "Cost")]
    AmountNotUsable,

    /// <summary>What has happened has a day in the past.</summary>
    [Says("Enter a day from {0} to today.")]
    DayNotUsable,

    /// <summary>Works go one way: notice, answer, finish.</summary>
    [Says("These works are {0}; that step has been taken or cannot be taken.", Kind = RefusalKind.Conflict)]
    NotAtThisStage,

    /// <summary>Works without the trust's agreement beforehand may not be credited (model lease, article 7).</summary>
    [Says("The trust has not approved these works. Answer the notice first.")]
    NotApproved,
}

/// <summary>Records a leaseholder's notice of works, which the trust then answers.</summary>
[Needs(LeasePermission.Edit)]
[Does("Notice of an improvement recorded")]
public sealed class RecordWorks(TrustDb db, Acting acting) : IOperation<RecordWorksInput, ImprovementId>
{
    /// <inheritdoc/>
    public async Task<Outcome<ImprovementId>> Run(RecordWorksInput input)
    {
        var found = await OpenLease.Find(db, input.Lease);
        if (!found.IsDone) return Outcome<ImprovementId>.Refused(found.Refusals);
        var (lease, cost, noticeOn) = (found.Value, input.Cost!.Value, input.NoticeOn!.Value);
        if (cost.Currency != acting.Profile.Currency || cost.Minor < 0)
            return new Refusal(WorksRefusal.AmountNotUsable, acting.Profile.Currency.Code);
        if (noticeOn < lease.StartsOn || noticeOn > acting.Today)
            return Refusal.At(nameof(input.NoticeOn), WorksRefusal.DayNotUsable, lease.StartsOn);
        var works = new Improvement { Lease = lease.Id, Description = input.Description.Trim(), NoticeOn = noticeOn };
        works.Expect(cost);
        db.Add(works);
        return works.Id;
    }
}
